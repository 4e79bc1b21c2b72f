/** Estimates of gradients, measured, against their exact means and variances. */
import { parseFormula } from '../../math/formula.ts';
import { createRandom } from '../../math/random.ts';
import { bestBaseline } from './bestBaseline.ts';
import type { Draws, Estimator, ScoreMoments } from './estimator.ts';
import {
  createGaussianDraws,
  drawNoise,
  evaluateGaussianDraws,
  type GaussianQ,
} from './gaussianDraws.ts';
import { gaussianMoments } from './gaussianMoments.ts';
import {
  bump,
  cosine,
  elbo,
  type Integrand,
  negated,
  quadratic,
  step,
  typed,
} from './integrands.ts';
import { leaveOneOut } from './leaveOneOut.ts';
import { meanBaseline } from './meanBaseline.ts';
import { pathwise } from './pathwise.ts';
import { scoreFunction } from './scoreFunction.ts';
import { averages, spreadOf } from './spread.ts';
import { stickingTheLanding } from './stickingTheLanding.ts';

export const PARAMETERS = ['mean', 'sd'] as const;
export const COUNT = 100_000;
export const scores = { scoreFunction, meanBaseline, bestBaseline, leaveOneOut };

export const functions: Readonly<Record<string, Integrand>> = {
  quadratic: quadratic(-1),
  hill: negated(quadratic(0.5)),
  cosine: cosine(2),
  bump: bump(1),
  step: step(0.4),
  elbo: elbo(-0.5, 0.8),
  typed: typed(parseFormula('abs(x) + tanh(2x)')),
};
export const grid: readonly GaussianQ[] = [
  { mean: 1, sd: 1 },
  { mean: -0.7, sd: 0.4 },
  { mean: 0.2, sd: 1.8 },
];

/** How far off all estimators are for a function of Gaussian draws, in standard errors, at the most. */
export function gaussianErrors(f: Integrand, parameter: (typeof PARAMETERS)[number]): number {
  const errors = grid.flatMap((q, i) => {
    const dimension = 1 + 3 * (i % 2);
    const draws = createGaussianDraws(COUNT, dimension);
    drawNoise(draws, createRandom(i));
    evaluateGaussianDraws(draws, q, f, parameter);
    const moments = gaussianMoments(q, f, parameter, dimension);
    return [...Object.values(scores), pathwise, stickingTheLanding].map((estimator) =>
      errorsOf(estimator, draws, moments),
    );
  });
  return Math.max(...errors);
}

/**
 * Measured mean and variance of single estimates, and of averages of 10, against the exact ones: the
 * largest distance in standard errors, less what rounding explains.
 */
export function errorsOf<D extends Draws, M extends ScoreMoments>(
  estimator: Estimator<D, M>,
  draws: D,
  moments: M,
): number {
  const out = new Float64Array(draws.count);
  const batch = 10;
  estimator.fill(draws, moments, batch, out);
  const exact = estimator.exact(moments, batch);
  const batches = averages(out, draws.count, batch, out.slice());
  if (batches !== draws.count / batch) throw new Error(`${batches} averages of ${batch}.`);
  const averaged = new Float64Array(batches);
  averages(out, draws.count, batch, averaged);
  const ofAverages = spreadOf(averaged);
  const single = spreadOf(out);
  return Math.max(
    inErrors(ofAverages.mean - exact.mean, ofAverages.meanError),
    inErrors(single.variance - exact.variance, single.varianceError),
    inErrors(ofAverages.variance - exact.varianceOfAverage(batch), ofAverages.varianceError),
  );
}

function inErrors(difference: number, error: number): number {
  const beyond = Math.max(0, Math.abs(difference) - 1e-12);
  return beyond === 0 ? 0 : beyond / error;
}
