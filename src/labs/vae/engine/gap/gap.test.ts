import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../../../networks/backend.ts';
import { defaultValues } from '../../../../settings/values.ts';
import { type VaeSettings, vaeTable } from '../../settings.ts';
import type { GapInspection, OptimiseQInspection, PlacedQ } from '../../snapshot.ts';
import { makeVaeDataset } from '../data.ts';
import { VaeEngine } from '../engine.ts';

const engines = new Map<number, VaeEngine>();

/** A model that has learned for a while; one for each latent dimension. */
function trained(latentDimension: number): VaeEngine {
  const known = engines.get(latentDimension);
  if (known) return known;
  const settings: VaeSettings = {
    ...defaultValues(vaeTable),
    ...{ pointsPerArm: 30, hiddenUnits: 20, latentDimension },
  };
  const dataset = makeVaeDataset(settings, 1, null);
  const engine = new VaeEngine({ settings, dataset, seed: 1 });
  engines.set(latentDimension, engine);
  while (engine.step < 200) engine.train();
  return engine;
}

const gapOf = (engine: VaeEngine, row: number) =>
  engine.inspect({ kind: 'gap', row }) as GapInspection;
const climbed = (engine: VaeEngine, row: number, from: PlacedQ | null, steps = 100) =>
  engine.inspect({
    kind: 'optimiseQ',
    row,
    family: 'diagonal',
    from,
    steps,
  }) as OptimiseQInspection;

beforeAll(async () => {
  await activateBackend('wasm');
});

afterAll(() => {
  for (const engine of engines.values()) engine.dispose();
});

describe.each([1, 2])('the gap of an observation with %i latent dimensions', (d) => {
  it.each([0, 60, 149])(
    'is between log p(y), the best q and that of the encoder (row %i)',
    (row) => {
      const engine = trained(d);
      const { logLikelihood, isExact, estimate, encoder } = gapOf(engine, row);
      const best = climbed(engine, row, null);
      expect(best.converged).toBe(true);
      expect(best.elbo).toBeGreaterThanOrEqual(encoder.elbo);
      expect(logLikelihood).toBeGreaterThan(best.elbo - 1e-4);
      // The same figure from random draws, to within four of its standard errors.
      expect(isExact).toBe(true);
      expect(Math.abs(estimate.logLikelihood - logLikelihood)).toBeLessThan(
        4 * estimate.standardError + 1e-3,
      );
    },
  );
});

it('an encoder with a full covariance is compared with the best Gaussian there is', () => {
  const settings: VaeSettings = {
    ...defaultValues(vaeTable),
    ...{ pointsPerArm: 30, hiddenUnits: 20, posterior: 'full' },
  };
  const engine = new VaeEngine({ settings, dataset: makeVaeDataset(settings, 1, null), seed: 1 });
  while (engine.step < 200) engine.train();
  const gap = gapOf(engine, 60);
  expect(gap.family).toBe('full');
  expect(gap.encoder.q.factor[2]).not.toBe(0);
  const [best, diagonal] = (['full', 'diagonal'] as const).map(
    (family) =>
      engine.inspect({
        ...{ kind: 'optimiseQ', row: 60, family, from: null, steps: 100 },
      }) as OptimiseQInspection,
  );
  expect(best.elbo).toBeGreaterThan(gap.encoder.elbo);
  expect(best.elbo).toBeGreaterThan(diagonal.elbo);
  expect(gap.logLikelihood).toBeGreaterThan(best.elbo - 1e-4);
  const { logLikelihood, standardError } = gap.estimate;
  expect(Math.abs(logLikelihood - gap.logLikelihood)).toBeLessThan(4 * standardError + 1e-3);
  engine.dispose();
});

describe('with more latent dimensions', () => {
  it('log p(y) is an estimate around the best Gaussian, from which most draws count', () => {
    const engine = trained(3);
    const { logLikelihood, isExact, estimate, density } = gapOf(engine, 7);
    const best = climbed(engine, 7, null);
    expect([isExact, density]).toEqual([false, null]);
    expect(logLikelihood).toBe(estimate.logLikelihood);
    expect(estimate.effectiveSamples).toBeGreaterThan(estimate.samples / 3);
    expect(logLikelihood).toBeGreaterThan(best.elbo - 4 * estimate.standardError);
  });
});

describe('the exact posterior', () => {
  it('integrates to 1 over the part that is drawn', () => {
    const { density } = gapOf(trained(2), 3);
    if (!density) throw new Error('A plane has a density.');
    const { x, y, values } = density;
    const area = (x[1] - x[0]) * (y[1] - y[0]);
    expect(area * values.reduce((a, b) => a + b)).toBeCloseTo(1, 2);
  });
});

describe('q that is optimised for one observation', () => {
  it('goes on step by step to where it goes at once', () => {
    const engine = trained(2);
    const whole = climbed(engine, 11, null);
    let place = climbed(engine, 11, null, 1);
    let last = gapOf(engine, 11).encoder.elbo;
    let steps = place.steps;
    for (; !place.converged; steps += place.steps) {
      expect(place.elbo).toBeGreaterThan(last);
      last = place.elbo;
      place = climbed(engine, 11, place.q, 1);
    }
    expect([steps, place.elbo]).toEqual([whole.steps, whole.elbo]);
  });

  it('is at the top: no shift of its mean or width by a thousandth has a higher ELBO', () => {
    const engine = trained(2);
    const { q, elbo } = climbed(engine, 20, null);
    const elboAt = (mean: number[], factor: number[]) =>
      // One step of next to no length measures where it stands.
      climbed(engine, 20, { mean, factor, radius: 1e-6 }, 1).elbo;
    expect(elboAt([...q.mean], [...q.factor])).toBeCloseTo(elbo, 9);
    for (const by of [-1e-3, 1e-3]) {
      for (const i of [0, 1]) {
        const mean = q.mean.map((value, j) => (i === j ? value + by : value));
        expect(elboAt(mean, [...q.factor])).toBeLessThan(elbo + 1e-6);
        const factor = q.factor.map((value, j) => (j === 3 * i ? value * (1 + by) : value));
        expect(elboAt([...q.mean], factor)).toBeLessThan(elbo + 1e-6);
      }
    }
  });

  it('refuses what is no Gaussian', () => {
    const engine = trained(2);
    const ask = (from: PlacedQ) => () => climbed(engine, 0, from, 1);
    expect(ask({ mean: [0], factor: [1] })).toThrow(/2 means and a factor of 4/);
    expect(ask({ mean: [0, Number.NaN], factor: [1, 0, 0, 1] })).toThrow(/NaN/);
    expect(ask({ mean: [0, 0], factor: [1, 0, 0, -1] })).toThrow(/above 0/);
    expect(() => climbed(engine, 0, null, 0)).toThrow(/1 to 100 steps/);
    expect(() => gapOf(engine, 150)).toThrow(/no row 150/);
  });
});

it('the mean gaps of a run are the same every time', () => {
  const engine = trained(2);
  const { approximationGap, amortisationGap, gapRows } = engine.measure();
  expect(gapRows).toBe(50);
  expect(approximationGap).toBeGreaterThan(0);
  expect(amortisationGap).toBeGreaterThan(0);
  expect(engine.measure()).toMatchObject({ approximationGap, amortisationGap });
});
