import { describe, expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { type HmmSettings, hmmTable } from '../settings.ts';
import { makeHmmDataset } from './data.ts';
import { HmmEngine } from './engine.ts';

function engineOf(changes: Partial<HmmSettings> = {}, seed = 0, series?: readonly number[]) {
  const settings = {
    ...defaultValues(hmmTable),
    stepKind: 'both',
    ...(series ? { signal: 'own' } : {}),
    ...changes,
  } as HmmSettings;
  const own = series && {
    name: 'tide.csv',
    rows: series.length,
    columns: ['tide'],
    values: Float64Array.from(series),
    labels: null,
  };
  const dataset = makeHmmDataset(settings, seed, own ?? null);
  return { dataset, engine: new HmmEngine({ settings, dataset, seed }) };
}

function train(engine: HmmEngine, steps: number): void {
  for (let i = 0; i < steps; i++) expect(engine.train().ok).toBe(true);
}

describe('an HMM that learns', () => {
  it('finds three levels from nearly every seed, and its bound never falls', () => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      const { engine } = engineOf({}, seed);
      train(engine, 60);
      const { adjustedRandIndex, falls } = engine.measure();
      expect(falls).toBe(0);
      expect(engine.snapshot().boundFalls).toBe(0);
      return adjustedRandIndex ?? 0;
    });
    expect(found.filter((index) => index > 0.9).length).toBeGreaterThanOrEqual(17);
  });

  it('tells states of one mean apart by their spread', () => {
    const { engine } = engineOf({ signal: 'bursts', states: 2, dwell: 30, sequenceSteps: 400 }, 1);
    train(engine, 100);
    const [a, b] = engine.snapshot().states.map(({ deviation }) => deviation);
    expect(Math.max(a, b) / Math.min(a, b)).toBeGreaterThan(2.5);
    expect(engine.measure().adjustedRandIndex).toBeGreaterThan(0.8);
  });

  it('has a bound below the log-likelihood, and equal to it after an E-step', () => {
    const { engine } = engineOf({ stepKind: 'alternate' });
    for (let i = 0; i < 9; i++) {
      train(engine, 1);
      const { logLikelihood, freeEnergy, nextHalf } = engine.snapshot();
      expect(freeEnergy).toBeLessThanOrEqual(logLikelihood + 1e-12);
      if (nextHalf === 'm') expect(freeEnergy).toBeCloseTo(logLikelihood, 10);
    }
  });

  it('has the log-likelihood of the data in their own units', () => {
    const series = Array.from({ length: 80 }, (_, t) => (t % 20 < 10 ? 0 : 1) + 0.1 * Math.sin(t));
    const likelihoodOf = (scale: number) => {
      const { engine } = engineOf(
        {},
        0,
        series.map((value) => 100 + scale * value),
      );
      train(engine, 20);
      return engine.snapshot().logLikelihood;
    };
    expect(likelihoodOf(1000)).toBeCloseTo(likelihoodOf(1) - Math.log(1000), 4);
  });

  it('bridges gaps of an own series', () => {
    const series = Array.from({ length: 90 }, (_, t) =>
      t > 34 && t < 39 ? Number.NaN : (t % 30 < 15 ? 2 : 5) + 0.2 * Math.cos(t * t),
    );
    const { engine } = engineOf({ states: 2 }, 0, series);
    train(engine, 30);
    const { assignments, states } = engine.snapshot();
    expect(assignments[36]).toBe(assignments[33]);
    expect(states.map(({ count }) => Math.round(count))).toEqual([45, 45]);
  });
});

describe('own series that cannot be taken', () => {
  it('says that there is none yet, or that it has columns too many', () => {
    const settings = { ...defaultValues(hmmTable), signal: 'own' } as HmmSettings;
    expect(() => makeHmmDataset(settings, 0, null)).toThrow('There is no own series yet');
    const own = {
      name: 'two.csv',
      rows: 30,
      columns: ['a', 'b'],
      values: new Float64Array(60).map((_, i) => i),
      labels: null,
    };
    expect(() => makeHmmDataset(settings, 0, own)).toThrow('has 2 columns; this lab takes one');
  });
});

describe('slow motion', () => {
  it('has filtered and smoothed probabilities that fit together', () => {
    const { engine } = engineOf();
    train(engine, 10);
    const inspection = engine.inspect({ kind: 'step', row: 50 });
    const product = inspection.filtered.map((share, k) => share * inspection.later[k]);
    const sum = product.reduce((a, b) => a + b);
    product.forEach((value, k) => {
      expect(value / sum).toBeCloseTo(inspection.smoothed[k], 10);
    });
    const weighed = inspection.predicted.map(
      (share, k) => share * Math.exp(inspection.logDensities[k]),
    );
    const all = weighed.reduce((a, b) => a + b);
    weighed.forEach((value, k) => {
      expect(value / all).toBeCloseTo(inspection.filtered[k], 10);
    });
    expect(() => engine.inspect({ kind: 'step', row: 9999 })).toThrow('no step 9999');
  });

  it('has densities in the units of the data, also of a value that no state expects', () => {
    const series = Array.from({ length: 60 }, (_, t) => 1200 + (t % 20 < 10 ? 0 : 300) + (t % 3));
    series[30] = Number.NaN;
    const { engine, dataset } = engineOf({ states: 2 }, 0, series);
    train(engine, 20);
    const { scale, offset } = dataset.units[0];
    const [{ mean, deviation }] = engine.snapshot().states;
    const z = (1201 - offset - scale * mean) / (scale * deviation);
    const density = Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * scale * deviation);
    expect(Math.exp(engine.inspect({ kind: 'step', row: 1 }).logDensities[0])).toBeCloseTo(
      density,
      6,
    );
    expect(engine.inspect({ kind: 'step', row: 30 }).logDensities).toEqual([0, 0]);
    engine.setEdits([0, 1].map((state) => ({ kind: 'moveState', state, mean: 100 + state })));
    const far = engine.inspect({ kind: 'step', row: 1 });
    expect(far.logDensities.every((log) => log < -745)).toBe(true);
    expect(far.filtered.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
  });
});
