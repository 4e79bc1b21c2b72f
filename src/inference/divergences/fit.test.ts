import { describe, expect, it } from 'vitest';
import { type Density, makeDensity } from './density.ts';
import { measureDivergences } from './divergences.ts';
import { createFitWorkspace, descend, evaluateFit, fittedDensity, momentMatch } from './fit.ts';
import golden from './golden/mixtures.json' with { type: 'json' };
import { makeLandscape, stationaryPoints } from './landscape.ts';

const REVERSE = -1;
const PLACE = Float64Array.of(0);
const mixture = (weights: number[], means: number[], sds: number[]): Density =>
  makeDensity({ kind: 'mixture', weights, means, sds });

describe('the best single Gaussian of a mixture', () => {
  it.each(golden)('has the golden optima of $weights', ({ weights, means, sds, ...known }) => {
    const p = mixture(weights, means, sds);
    const forward = momentMatch(p);
    expect(forward.mean).toBeCloseTo(known.forward.mean, 9);
    expect(forward.sd).toBeCloseTo(known.forward.sd, 9);
    expect(forward.value).toBeCloseTo(known.forward.kl, 9);
    const minima = stationaryPoints(p, REVERSE).filter(({ kind }) => kind === 'minimum');
    for (const optimum of known.reverse) {
      const found = minima.find(({ mean }) => Math.abs(mean - optimum.mean) < 0.1);
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

const ALPHAS = [-1, -0.999, -0.5, 0, 0.5, 0.999, 1];

describe('evaluateFit', () => {
  it.each(ALPHAS)('has the value and the gradient of alpha %d', (alpha) => {
    const p = mixture([0.6, 0.4], [-1, 1.5], [0.6, 0.8]);
    const ws = createFitWorkspace(2);
    ws.parameters.set([-0.7, 1.1, 0.1, -0.4, 0.2, -0.3]);
    expect(evaluateFit(ws, p, alpha).ok).toBe(true);
    const gradient = ws.gradient.slice();
    const measured = measureDivergences(p, fittedDensity(ws), alpha);
    expect(ws.value).toBeCloseTo(measured.alpha, 9);
    for (let i = 0; i < 6; i++) {
      const at = ws.parameters[i];
      const valueAt = (x: number) => {
        ws.parameters[i] = x;
        evaluateFit(ws, p, alpha);
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
    expect(stationaryPoints(cut, REVERSE)).toEqual([]);
    expect(makeLandscape(cut, REVERSE, PLACE, PLACE)).toBeNull();
  });
});

it.each(ALPHAS)('descend never raises alpha %d', (alpha) => {
  const p = mixture([0.7, 0.3], [-2, 2], [0.5, 0.5]);
  const ws = createFitWorkspace(2);
  ws.parameters.set([3, -4, 0.5, 0.5, 0, 0]);
  evaluateFit(ws, p, alpha);
  for (let i = 0; i < 20; i++) {
    const before = ws.value;
    descend(ws, p, alpha, 0.5);
    expect(ws.value).toBeLessThanOrEqual(before);
  }
});

it.each(ALPHAS)('has a landscape of alpha %d', (alpha) => {
  const p = mixture([0.7, 0.3], [-2, 2], [0.5, 0.4]);
  const means = Float64Array.of(-3, 0.3, 2.1);
  const logSds = Float64Array.of(-1.2, 0, 1);
  const heights = makeLandscape(p, alpha, means, logSds)?.heights ?? [];
  const ws = createFitWorkspace(1);
  logSds.forEach((logSd, row) => {
    means.forEach((mean, column) => {
      ws.parameters.set([mean, logSd, 0]);
      evaluateFit(ws, p, alpha);
      const height = heights[row * means.length + column];
      expect(Math.abs(height - ws.value)).toBeLessThan(1e-4 * Math.max(1, ws.value));
    });
  });
});
