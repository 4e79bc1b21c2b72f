import { describe, expect, it } from 'vitest';
import { type Density, makeDensity } from './density.ts';
import { measureDivergences } from './divergences.ts';
import {
  createFitWorkspace,
  descend,
  evaluateFit,
  type FitObjective,
  fitGaussian,
  fittedDensity,
  momentMatch,
} from './fit.ts';
import golden from './golden/mixtures.json' with { type: 'json' };
import { makeLandscape, stationaryPoints } from './landscape.ts';

const REVERSE: FitObjective = { kind: 'alpha', alpha: -1 };
const mixture = (weights: number[], means: number[], sds: number[]): Density =>
  makeDensity({ kind: 'mixture', weights, means, sds });

describe('the best single Gaussian of a mixture', () => {
  it.each(golden)('has the golden optima of $weights', ({ weights, means, sds, ...known }) => {
    const p = mixture(weights, means, sds);
    const forward = momentMatch(p);
    expect(forward.mean).toBeCloseTo(known.forward.mean, 9);
    expect(forward.sd).toBeCloseTo(known.forward.sd, 9);
    expect(forward.value).toBeCloseTo(known.forward.kl, 9);
    for (const optimum of known.reverse) {
      const found = fitGaussian(p, REVERSE, { mean: Math.sign(optimum.mean), sd: 1 });
      expect(found?.kind).toBe('minimum');
      expect(found?.mean).toBeCloseTo(optimum.mean, 7);
      expect(found?.sd).toBeCloseTo(optimum.sd, 7);
      expect(found?.value).toBeCloseTo(optimum.kl, 9);
    }
  });

  it('finds both modes of the reverse KL, the shallow minimum between them and two saddles', () => {
    const points = stationaryPoints(mixture([0.5, 0.5], [-2, 2], [0.5, 0.5]), REVERSE);
    expect(points.map(({ kind }) => kind)).toEqual([
      'minimum',
      'minimum',
      'minimum',
      'saddle',
      'saddle',
    ]);
    expect(points[2].mean).toBeCloseTo(0, 6);
    expect(points[2].sd).toBeCloseTo(1.73636, 5);
    expect(points[2].value).toBeCloseTo(1.871197, 6);
  });
});

const objectives: FitObjective[] = [
  ...[-1, -0.999, -0.5, 0, 0.5, 0.999, 1].map((alpha) => ({ kind: 'alpha' as const, alpha })),
  { kind: 'jensenShannon' },
  { kind: 'totalVariation' },
];

describe('evaluateFit', () => {
  it.each(objectives)('has the value and the gradient of $kind $alpha', (objective) => {
    const p = mixture([0.6, 0.4], [-1, 1.5], [0.6, 0.8]);
    const ws = createFitWorkspace(2);
    ws.parameters.set([-0.7, 1.1, 0.1, -0.4, 0.2, -0.3]);
    expect(evaluateFit(ws, p, objective).ok).toBe(true);
    const gradient = ws.gradient.slice();
    const alpha = objective.kind === 'alpha' ? objective.alpha : 0;
    const measured = measureDivergences(p, fittedDensity(ws), alpha);
    const name = objective.kind === 'alpha' ? 'alpha' : objective.kind;
    expect(ws.value).toBeCloseTo(measured[name], 9);
    for (let i = 0; i < 6; i++) {
      const at = ws.parameters[i];
      const valueAt = (x: number) => {
        ws.parameters[i] = x;
        evaluateFit(ws, p, objective);
        return ws.value;
      };
      const difference = (valueAt(at + 1e-4) - valueAt(at - 1e-4)) / 2e-4;
      ws.parameters[i] = at;
      expect(gradient[i]).toBeCloseTo(difference, 6);
    }
  });

  it('is bad where every Gaussian has an infinite divergence', () => {
    const cut = makeDensity({ kind: 'mixture', weights: [1], means: [0], sds: [1], to: 1 });
    const ws = createFitWorkspace(1);
    expect(evaluateFit(ws, cut, REVERSE)).toMatchObject({ ok: false, value: Infinity });
    expect(fitGaussian(cut, REVERSE, { mean: 0, sd: 1 })).toBeNull();
  });
});

it.each(objectives)('descend never raises $kind $alpha', (objective) => {
  const p = mixture([0.7, 0.3], [-2, 2], [0.5, 0.5]);
  const ws = createFitWorkspace(2);
  ws.parameters.set([3, -4, 0.5, 0.5, 0, 0]);
  evaluateFit(ws, p, objective);
  for (let i = 0; i < 20; i++) {
    const before = ws.value;
    descend(ws, p, objective, 0.5);
    expect(ws.value).toBeLessThanOrEqual(before);
  }
});

it.each(objectives)('has a landscape of $kind $alpha', (objective) => {
  const p = mixture([0.7, 0.3], [-2, 2], [0.5, 0.4]);
  const means = Float64Array.of(-3, 0.3, 2.1);
  const logSds = Float64Array.of(-1.2, 0, 1);
  const landscape = makeLandscape(p, objective, means, logSds);
  const ws = createFitWorkspace(1);
  logSds.forEach((logSd, row) => {
    means.forEach((mean, column) => {
      const at = row * means.length + column;
      ws.parameters.set([mean, logSd, 0]);
      evaluateFit(ws, p, objective);
      expect(Math.abs(landscape.heights[at] - ws.value)).toBeLessThan(5e-3 * Math.max(1, ws.value));
      // The gradient of total variation jumps where the densities cross.
      if (objective.kind === 'totalVariation') return;
      for (const [slope, exact] of [
        [landscape.byMean[at], ws.gradient[0]],
        [landscape.byLogSd[at], ws.gradient[1]],
      ])
        expect(Math.abs(slope - exact)).toBeLessThan(0.01 * Math.max(1, Math.abs(exact)));
    });
  });
});
