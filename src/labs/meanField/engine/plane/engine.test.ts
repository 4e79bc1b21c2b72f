import { describe, expect, it } from 'vitest';
import { noRows } from '../../../../datasets/dataset.ts';
import { defaultValues } from '../../../../settings/values.ts';
import { parseMeanFieldEdit } from '../../edits.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../settings.ts';
import { PlaneEngine } from './engine.ts';

const engineOf = (settings: Partial<MeanFieldSettings> = {}, seed = 0) =>
  new PlaneEngine({
    settings: { ...defaultValues(meanFieldTable), ...settings } as MeanFieldSettings,
    dataset: noRows('target'),
    seed,
  });
const steps = (engine: PlaneEngine, count: number) => {
  for (let step = 0; step < count; step++) engine.train();
};

describe('coordinate ascent in the plane', () => {
  it('reaches 1/Λ on a correlated Gaussian, and the gap is −½ log(1 − ρ²)', () => {
    const engine = engineOf({ correlation: 0.9 });
    steps(engine, 400);
    const { moments, elbo, logEvidence } = engine.snapshot();
    expect(moments.deviation[0] ** 2).toBeCloseTo(0.19, 9);
    expect(logEvidence - elbo).toBeCloseTo(0.8303656034108245, 9);
  });

  it('reaches the golden numbers of the normal-gamma', () => {
    const engine = engineOf({ target: 'normal' });
    steps(engine, 100);
    const { elbo, logEvidence, gap } = engine.measure();
    const { moments, target } = engine.snapshot();
    expect(logEvidence).toBeCloseTo(-12.260034295824461, 9);
    expect(elbo).toBeCloseTo(-12.329755483689256, 9);
    expect(gap).toBeCloseTo(0.0697212, 6);
    expect(moments.deviation[0] ** 2).toBeCloseTo(0.4642857142857143, 9);
    expect(target.moments.deviation[0] ** 2).toBeCloseTo(0.65, 9);
  });

  it.each(meanFieldTable.settings.target.options.slice(0, 5).map(({ value }) => value))(
    'never lowers the bound, which stays below the log evidence: %s',
    (target) => {
      for (let seed = 0; seed < 3; seed++) {
        const engine = engineOf({ target, gibbs: false }, seed);
        let before = engine.evaluate().total;
        for (let step = 0; step < 40; step++) {
          engine.train();
          const { total, energy, entropy } = engine.evaluate();
          expect(total).toBeGreaterThan(before - 1e-10);
          expect(energy + entropy).toBeCloseTo(total, 9);
          before = total;
        }
        expect(before).toBeLessThan(engine.measure().logEvidence + 1e-9);
      }
    },
  );

  it('adds natural parameters up to those of the code', () => {
    const engine = engineOf({ target: 'normal' });
    steps(engine, 60);
    const { messages } = engine.snapshot();
    for (const i of [0, 1]) {
      expect(messages?.mean.sum[i]).toBeCloseTo(messages?.ofMean[i] ?? Number.NaN, 12);
      expect(messages?.precision.sum[i]).toBeCloseTo(messages?.ofPrecision[i] ?? Number.NaN, 12);
    }
  });

  it('leaves ρ² of its error after each sweep, and so does Gibbs of its autocorrelation', () => {
    const engine = engineOf({ correlation: 0.8 });
    steps(engine, 20_000);
    const { errors, contraction, chain } = engine.snapshot();
    expect(contraction).toBeCloseTo(0.64, 12);
    for (let sweep = 1; sweep < 8; sweep++) {
      expect(errors[sweep] / errors[sweep - 1]).toBeCloseTo(0.64, 6);
    }
    expect(chain?.sweeps).toBe(10_000);
    expect(Math.abs((chain?.autocorrelation[1] ?? 0) - 0.64)).toBeLessThan(0.03);
    expect(engine.converged).toBe(true);
  });

  it.each(['gaussian', 'normal', 'banana', 'two-modes', 'drawn'] as const)(
    'draws from the posterior: %s',
    (target) => {
      const engine = engineOf({ target, correlation: 0.5, separation: 1.5 });
      steps(engine, 4000);
      const { target: exactly, chain } = engine.snapshot();
      const [exact, gibbs] = [exactly.moments, chain?.moments];
      for (const i of [0, 1]) {
        expect(Math.abs((gibbs?.mean[i] ?? 9) - exact.mean[i])).toBeLessThan(
          0.3 * exact.deviation[i],
        );
        expect((gibbs?.deviation[i] ?? 9) / exact.deviation[i]).toBeCloseTo(1, 0);
      }
    },
  );

  it('covers one of two modes, whichever is nearer to the start', () => {
    const means = [0, 1, 2, 3, 4, 5].map((seed) => {
      const engine = engineOf({ target: 'two-modes', separation: 4, gibbs: false }, seed);
      steps(engine, 100);
      return engine.snapshot().moments.mean[0];
    });
    expect(Math.max(...means)).toBeGreaterThan(1.3);
    expect(Math.min(...means)).toBeLessThan(-1.3);
  });
});

describe('edits in the plane', () => {
  it('show q where it is placed, and go on from there once they are built in', () => {
    const engine = engineOf();
    steps(engine, 100);
    const learned = engine.evaluate('learned').total;
    engine.setEdits([{ kind: 'placeFactors', mean: [1, 1], deviation: [0.5, 0.4] } as never]);
    expect(engine.snapshot().moments.mean).toEqual([1, 1]);
    expect(engine.evaluate('learned').total).toBe(learned);
    expect(engine.evaluate().total).toBeLessThan(learned);
    engine.bakeEdits();
    engine.train();
    expect(engine.snapshot().path.x[0]).toBe(1);
  });

  it('change the target, and q goes on from where it is', () => {
    const engine = engineOf({ target: 'normal' });
    steps(engine, 60);
    const { key } = engine.snapshot().target;
    engine.setEdits([{ kind: 'observe', values: [1, 2, 3, 4, 5, 6, 7] } as never]);
    const { target, chain, logEvidence, moments } = engine.snapshot();
    expect(target.key).not.toBe(key);
    expect(target.moments.mean[0]).toBeCloseTo(28 / 8, 12);
    expect(moments.mean[0]).toBeCloseTo(2.5, 12);
    expect(chain?.sweeps).toBe(0);
    expect(logEvidence).not.toBeCloseTo(-12.26, 1);
  });

  it('are refused in words where they cannot be, and change nothing', () => {
    expect(() => parseMeanFieldEdit({ kind: 'drawDensity', points: [[0, 0]] })).toThrow(
      'a drawn density needs at least 2 points',
    );
    expect(() => parseMeanFieldEdit({ kind: 'drawDensity', points: [] })).toThrow('at least 2');
    expect(() =>
      parseMeanFieldEdit({ kind: 'placeFactors', mean: [0, 0], deviation: [0, 1] }),
    ).toThrow('a factor without width has no density');
    expect(() => parseMeanFieldEdit({ kind: 'observe', values: [] })).toThrow('one observation');
    const engine = engineOf({ target: 'normal' });
    const before = engine.snapshot();
    expect(() =>
      engine.setEdits([{ kind: 'placeFactors', mean: [1, -1], deviation: [1, 1] } as never]),
    ).toThrow('a precision is above 0');
    expect(engine.snapshot()).toEqual(before);
  });

  it('refuse a correlation of one', () => {
    expect(() => engineOf({ correlation: 1 })).toThrow('between -1 and 1');
  });
});

it('shows the next update without taking it', () => {
  const engine = engineOf({ target: 'banana' });
  const before = engine.snapshot();
  const look = engine.inspect({ kind: 'update' });
  expect(engine.snapshot()).toEqual(before);
  engine.train();
  const after = engine.snapshot();
  expect(look.elboAfter).toBe(after.elbo);
  expect(look.after).toEqual(after.factors[look.coordinate]);
});
