import { describe, expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { applyPreset } from '../../../settings/presets.ts';
import { defaultValues } from '../../../settings/values.ts';
import { type BoundsSettings, boundsTable } from '../settings.ts';
import type { GradientId, SignalView, WeightsView } from '../snapshot.ts';
import { BoundsEngine } from './engine.ts';

function made(change: Partial<BoundsSettings>, steps = 0, seed = 0) {
  const settings = { ...defaultValues(boundsTable), ...change };
  const engine = new BoundsEngine({ settings, seed, dataset: noRows('') });
  for (let step = 0; step < steps; step++) engine.train();
  return engine;
}

const ofPreset = (id: string): BoundsSettings => {
  const preset = applyPreset(boundsTable, id);
  if (!preset.ok) throw new Error(preset.message);
  return preset.values;
};
const weightsOf = (engine: BoundsEngine) => engine.snapshot() as WeightsView & { kind: 'bounds' };
const signalOf = (engine: BoundsEngine) => engine.snapshot() as SignalView & { kind: 'bounds' };
const gradientOf = ({ gradients }: SignalView, wanted: GradientId) => {
  const found = gradients.find(({ id }) => id === wanted);
  if (!found) throw new Error(`no ${wanted}`);
  return found;
};

describe('weights', () => {
  it('opens with the known numbers of drawing from the prior', () => {
    const { logEvidence, elbo, bound, chiSquare } = weightsOf(made({}));
    expect(logEvidence).toBeCloseTo(-2.2655121, 7);
    expect(elbo).toBeCloseTo(-3.4189385, 7);
    expect(bound).toBeCloseTo(-2.335, 3);
    expect(chiSquare).toBeCloseTo(2 * 0.6245248, 6);
  });

  it('measures what is exact within four standard errors, for each K and seed', () => {
    for (const seed of [0, 1, 2]) {
      const { marks, line } = weightsOf(made({}, 1, seed));
      for (const { samples, mean, error } of marks) {
        const exact = line.bounds[line.sizes.indexOf(samples)];
        if (exact === undefined) continue;
        expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
      }
    }
  });

  it('narrows with K: the histogram, on the same axis', () => {
    const [few, many] = [2, 200].map((samples) => weightsOf(made({ samples })).histogram);
    expect(many.sd).toBeLessThan(few.sd / 5);
    expect([many.low, many.high]).toEqual([few.low, few.high]);
    expect(many.bins.reduce((sum, share) => sum + share, 0) + many.beyond).toBeCloseTo(1, 5);
  });

  it('says where the weights have no second moment', () => {
    expect(weightsOf(made({ mean: 1, sd: 0.5 })).chiSquare).toBeNull();
    expect(weightsOf(made({ mean: 1, sd: 0.51 })).chiSquare).not.toBeNull();
    const { tailShape, paretoShape } = weightsOf(made({ mean: 1, sd: 0.35 }));
    expect(tailShape).toBeCloseTo(1 - 0.35 ** 2 / 0.5, 12);
    expect(paretoShape).toBeGreaterThan(0.5);
  });

  it('answers a new q with the same draws', () => {
    const engine = made({}, 3);
    const before = weightsOf(engine).first.z;
    engine.updateSettings({ ...defaultValues(boundsTable), mean: 0.5 });
    const after = weightsOf(engine).first.z;
    after.forEach((z, k) => {
      expect(z).toBeCloseTo(before[k] + 0.5, 12);
    });
  });
});

describe('signal', () => {
  it('falls as 1/√K for the encoder and rises as √K for DReG and the decoder', () => {
    const engine = made(ofPreset('signal'), 20);
    const view = signalOf(engine);
    const wanted = { encoder: -0.5, dreg: 0.5, decoder: 0.5 };
    for (const [id, slope] of Object.entries(wanted) as [GradientId, number][]) {
      const found = gradientOf(view, id);
      expect(Math.abs((found.slope ?? 0) - slope), id).toBeLessThan(0.05);
      expect(Math.abs((found.measuredSlope?.slope ?? 0) - slope), id).toBeLessThan(0.06);
    }
  });

  it('is measured as it is exactly, within five standard errors', () => {
    const { gradients, line } = signalOf(made(ofPreset('signal'), 10));
    for (const { id, marks, ratios } of gradients)
      for (const { samples, ratio, ratioError } of marks) {
        const exact = ratios[line.sizes.indexOf(samples)];
        if (exact === undefined) continue;
        expect(Math.abs(ratio - exact), `${id} ${samples}`).toBeLessThan(5 * ratioError);
      }
  });

  it('is none where the mean of q is that of the posterior', () => {
    const view = signalOf(made({ part: 'signal', mean: 1, sd: 0.9 }));
    expect(gradientOf(view, 'encoder')).toMatchObject({ ratio: 0, slope: null });
    expect(gradientOf(view, 'decoder').slope).not.toBeNull();
  });

  it('begins its sums again where q is moved, and keeps them where K is', () => {
    const settings = ofPreset('signal');
    const engine = made(settings, 4);
    engine.updateSettings({ ...settings, samples: 7 });
    expect(signalOf(engine).sets).toBe(5);
    engine.updateSettings({ ...settings, mean: 0.9 });
    expect(signalOf(engine).sets).toBe(1);
    expect(signalOf(engine)).toEqual(signalOf(made({ ...settings, mean: 0.9 })));
  });
});
