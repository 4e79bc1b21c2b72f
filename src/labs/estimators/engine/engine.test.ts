import { describe, expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { defaultValues } from '../../../settings/values.ts';
import type { EstimatorsEdit } from '../edits.ts';
import { parseEstimatorsEdit } from '../edits.ts';
import { type EstimatorsSettings, estimatorsTable } from '../settings.ts';
import type { DrawsView, RaceView } from '../snapshot.ts';
import { EstimatorsEngine } from './engine.ts';

function made(
  change: Partial<EstimatorsSettings>,
  steps = 0,
  edits: readonly EstimatorsEdit[] = [],
) {
  const settings = { ...defaultValues(estimatorsTable), ...change };
  const engine = new EstimatorsEngine({ settings, seed: 0, dataset: noRows('') });
  engine.setEdits(edits);
  for (let step = 0; step < steps; step++) engine.train();
  return engine;
}

const drawsOf = (engine: EstimatorsEngine) => engine.snapshot() as DrawsView;
const raceOf = (engine: EstimatorsEngine) => engine.snapshot() as RaceView;
const estimatesOf = (view: DrawsView, wanted: string) => {
  const found = view.estimates.find(({ id }) => id === wanted);
  if (!found) throw new Error(`no ${wanted}`);
  return found;
};
const racerOf = (view: RaceView, wanted: string) => {
  const found = view.racers.find(({ id }) => id === wanted);
  if (!found) throw new Error(`no ${wanted}`);
  return found;
};

describe('draws', () => {
  it('measures what is exact within four standard errors, for averages of any number too', () => {
    for (const settings of [{}, { dimension: 5 }, { q: 'coin' as const }]) {
      for (const estimates of drawsOf(made({ draws: '100000', ...settings })).estimates) {
        const { mean, meanError, exactMean, sizes, measured, errors, exact } = estimates;
        expect(Math.abs(mean - exactMean)).toBeLessThanOrEqual(4 * meanError + 1e-12);
        sizes.forEach((size, i) => {
          // Of few averages the error is itself not known well.
          if (size > 100) return;
          expect(Math.abs(measured[i] - exact[i])).toBeLessThanOrEqual(4 * errors[i] + 1e-12);
        });
      }
    }
  });

  it('uses the same draws for all estimators, and others at each step', () => {
    const engine = made({ f: 'own' }, 0, [{ kind: 'setFormula', text: 'x' }]);
    const { draws, estimates } = drawsOf(engine);
    for (const n of [0, 7, 39])
      expect(estimatesOf({ estimates } as DrawsView, 'score').first[n]).toBeCloseTo(
        draws.places[n] * draws.noise[n],
        12,
      );
    engine.train();
    expect(drawsOf(engine).draws.noise[0]).not.toBe(draws.noise[0]);
  });

  it('has sticking the landing for the ELBO alone', () => {
    const ids = (f: EstimatorsSettings['f']) => drawsOf(made({ f })).estimates.map(({ id }) => id);
    expect(ids('quadratic')).not.toContain('sticking');
    expect(ids('elbo')).toContain('sticking');
  });

  it('puts each estimate into a bin, or beyond all', () => {
    for (const { bins, beyond } of drawsOf(made({})).estimates)
      expect(bins.reduce((sum, share) => sum + share, 0) + beyond).toBeCloseTo(1, 5);
  });

  it('answers edits of q without new draws', () => {
    const engine = made({});
    const before = drawsOf(engine);
    engine.updateSettings({ ...defaultValues(estimatorsTable), mean: 1.5 });
    const after = drawsOf(engine);
    expect(after.draws.noise).toEqual(before.draws.noise);
    expect(after.gradient).toBeCloseTo(1, 9);
  });
});

describe('the race', () => {
  const settings = { part: 'race', f: 'elbo', k: 1.5, mean: -2, rate: 0.1, batch: 4 } as const;

  it('ends at the posterior by the exact gradient, and sticking the landing stays there', () => {
    const view = raceOf(made(settings, 300));
    for (const id of ['exact', 'sticking']) {
      expect(racerOf(view, id).q).toMatchObject({
        mean: expect.closeTo(1.5, 3),
        sd: expect.closeTo(1, 3),
      });
    }
    expect(racerOf(view, 'pathwise').q).not.toMatchObject({ mean: expect.closeTo(1.5, 3) });
  });

  it('begins again where q is put', () => {
    const engine = made(settings, 5);
    engine.updateSettings({ ...defaultValues(estimatorsTable), ...settings, mean: 0.5 });
    const { racers, firstStep } = raceOf(engine);
    expect(firstStep).toBe(0);
    for (const { q, path } of racers) {
      expect(q).toMatchObject({ mean: 0.5 });
      expect(path).toHaveLength(2);
    }
  });

  it('remembers the last steps of a long race', () => {
    const { racers, firstStep } = raceOf(made({ part: 'race', q: 'coin' }, 450));
    expect(racers[0].values).toHaveLength(400);
    expect(firstStep).toBe(51);
  });

  it('straight-through leads a coin down the hill', () => {
    const view = raceOf(made({ part: 'race', q: 'coin', rate: 0.5 }, 150));
    expect(racerOf(view, 'exact').value).toBeGreaterThan(0.25);
    expect(racerOf(view, 'straightThrough').value).toBeLessThan(0.21);
  });

  it('has a hill with its top at the posterior', () => {
    const { means, logSds, values, cells } = made(settings).inspect({
      kind: 'landscape',
      cells: 61,
    });
    const top = values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
    expect(Math.abs(means[top % cells] - 1.5)).toBeLessThan(0.1);
    expect(Math.abs(logSds[Math.floor(top / cells)])).toBeLessThan(0.06);
  });
});

it('refuses formulas that are not finite, with the place', () => {
  const parse = (text: string) => parseEstimatorsEdit({ kind: 'setFormula', text });
  expect(() => parse('log(x)')).toThrow('the formula is NaN at x = -34');
  expect(() => parse('1/x')).toThrow('at x = 0');
  expect(() => parse('x +')).toThrow('Something is missing at the end');
  expect(parse('exp(-x^2)').text).toBe('exp(-x^2)');
});
