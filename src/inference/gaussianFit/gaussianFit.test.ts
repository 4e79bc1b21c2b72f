import { describe, expect, it } from 'vitest';
import { hermiteRule, planeRule } from './expectationRule.ts';
import {
  climb,
  type Gaussian,
  GaussianFit,
  klFromStandardNormal,
  type LatentLikelihood,
} from './gaussianFit.ts';

const RULE = planeRule(hermiteRule(16));
const START: Gaussian = {
  mean: Float64Array.of(1.5, -1),
  factor: Float64Array.of(0.6, 0, 0.2, 0.9),
};

/** y = W x + noise with precision 1, for one y. */
const WEIGHTS = [3, 1, 0.5, 2];
const Y = [1, -2];
const linear: LatentLikelihood = {
  evaluate(points, count, values, slopes) {
    for (let k = 0; k < count; k++) {
      values[k] = -Math.log(2 * Math.PI);
      slopes.fill(0, 2 * k, 2 * k + 2);
      for (let j = 0; j < 2; j++) {
        const row = [WEIGHTS[2 * j], WEIGHTS[2 * j + 1]];
        const error = Y[j] - row[0] * points[2 * k] - row[1] * points[2 * k + 1];
        values[k] -= (error * error) / 2;
        for (let i = 0; i < 2; i++) slopes[2 * k + i] += error * row[i];
      }
    }
  },
};

/** Bent: y = (x_1 + x_2^2, x_2) with little noise. */
const bent: LatentLikelihood = {
  evaluate(points, count, values, slopes) {
    for (let k = 0; k < count; k++) {
      const [a, b] = [points[2 * k], points[2 * k + 1]];
      const [first, second] = [1 - a - b * b, 0.5 - Math.sin(b)];
      values[k] = -(4 * first * first + second * second) / 2;
      slopes[2 * k] = 4 * first;
      slopes[2 * k + 1] = 8 * first * b + second * Math.cos(b);
    }
  },
};

/** Precision, covariance and log-evidence of the linear model. */
function exactPosterior() {
  const [a, b, c, d] = WEIGHTS;
  const precision = [1 + a * a + c * c, a * b + c * d, 1 + b * b + d * d];
  const det = precision[0] * precision[2] - precision[1] ** 2;
  const linearTerm = [a * Y[0] + c * Y[1], b * Y[0] + d * Y[1]];
  const mean = [
    (precision[2] * linearTerm[0] - precision[1] * linearTerm[1]) / det,
    (precision[0] * linearTerm[1] - precision[1] * linearTerm[0]) / det,
  ];
  const quadratic = mean[0] * linearTerm[0] + mean[1] * linearTerm[1];
  const logEvidence =
    -Math.log(2 * Math.PI) - (Y[0] ** 2 + Y[1] ** 2 - quadratic + Math.log(det)) / 2;
  return { precision, det, mean, logEvidence };
}

describe('the best Gaussian for one observation', () => {
  it('is the posterior where that is Gaussian, and its bound the log-evidence', () => {
    const fit = climb(new GaussianFit(linear, RULE, 'full', START));
    const { precision, det, mean, logEvidence } = exactPosterior();
    expect(fit.converged).toBe(true);
    expect(fit.bound).toBeCloseTo(logEvidence, 6);
    const { mean: m, factor: L } = fit.gaussian;
    expect(m[0]).toBeCloseTo(mean[0], 3);
    expect(m[1]).toBeCloseTo(mean[1], 3);
    expect(L[0] ** 2).toBeCloseTo(precision[2] / det, 3);
    expect(L[0] * L[2]).toBeCloseTo(-precision[1] / det, 3);
  });

  it('of uncorrelated ones has the inverse precisions, and loses what the notes say', () => {
    const fit = climb(new GaussianFit(linear, RULE, 'diagonal', START));
    const { precision, det, mean, logEvidence } = exactPosterior();
    const { mean: m, factor: L } = fit.gaussian;
    expect(m[0]).toBeCloseTo(mean[0], 3);
    expect(L[0] ** -2).toBeCloseTo(precision[0], 1);
    expect(L[3] ** -2).toBeCloseTo(precision[2], 1);
    expect(L[2]).toBe(0);
    // 1/2 (sum of log precisions - log det)
    const lost = Math.log((precision[0] * precision[2]) / det) / 2;
    expect(logEvidence - fit.bound).toBeCloseTo(lost, 5);
  });

  it.each(['diagonal', 'full'] as const)('climbs in every step (%s)', (family) => {
    const fit = new GaussianFit(bent, RULE, family, START);
    let last = fit.bound;
    for (let step = 0; step < 100 && !fit.converged; step++) {
      fit.step();
      if (!fit.converged) expect(fit.bound).toBeGreaterThan(last);
      last = fit.bound;
    }
    expect(fit.converged).toBe(true);
  });

  it('is at least as good when it may be correlated', () => {
    const diagonal = climb(new GaussianFit(bent, RULE, 'diagonal', START));
    const full = climb(new GaussianFit(bent, RULE, 'full', diagonal.gaussian));
    expect(full.bound).toBeGreaterThan(diagonal.bound + 0.01);
  });

  it('goes on from where it was to the same numbers', () => {
    const whole = new GaussianFit(bent, RULE, 'full', START);
    for (let step = 0; step < 6; step++) whole.step();
    const first = new GaussianFit(bent, RULE, 'full', START);
    for (let step = 0; step < 3; step++) first.step();
    const second = new GaussianFit(bent, RULE, 'full', first.gaussian, first.radius);
    for (let step = 0; step < 3; step++) second.step();
    expect(second.bound).toBe(whole.bound);
    expect(second.gaussian).toEqual(whole.gaussian);
  });

  it.each(['diagonal', 'full'] as const)('goes along the gradient of its bound (%s)', (family) => {
    // A short step gains its length times that of the natural gradient; finite differences agree.
    const boundAt = (q: Gaussian) => new GaussianFit(bent, RULE, family, q).bound;
    const fit = new GaussianFit(bent, RULE, family, START, 1e-3);
    const { mean, factor } = fit.gaussian;
    const before = fit.bound;
    fit.step();
    const moved = fit.gaussian;
    let predicted = 0;
    const h = 1e-5;
    for (const part of ['mean', 'factor'] as const)
      moved[part].forEach((value, i) => {
        const here = { mean, factor }[part][i];
        if (value === here) return;
        const shifted = (by: number) => {
          const q = { mean: mean.slice(), factor: factor.slice() };
          q[part][i] += by;
          return boundAt(q);
        };
        predicted += ((shifted(h) - shifted(-h)) / (2 * h)) * (value - here);
      });
    // The error is of the second order in the step.
    expect((fit.bound - before) / predicted).toBeCloseTo(1, 2);
    // The natural gradient gains the most of all directions of its length.
    expect(predicted).toBeGreaterThan(0);
  });
});

it('has the KL of a correlated Gaussian from the standard normal', () => {
  // KL = (tr S + m'm - d - log det S) / 2
  const [a, b, c] = [START.factor[0], START.factor[2], START.factor[3]];
  const trace = a * a + b * b + c * c;
  expect(klFromStandardNormal(START)).toBeCloseTo(
    (trace + 1.5 ** 2 + 1 - 2 - 2 * Math.log(a * c)) / 2,
    12,
  );
});
