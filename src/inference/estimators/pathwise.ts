/**
 * Reparameterisation: x = mean + sd * noise, and the derivative goes along the path from the
 * parameter through x to f. It needs the derivative of f, and an f without jumps: the derivative at
 * the draws is blind to a jump, so the estimator is then biased.
 */
import { type Estimator, fromSquares } from './estimator.ts';
import type { GaussianDraws } from './gaussianDraws.ts';
import type { GaussianMoments } from './gaussianMoments.ts';

export const pathwise: Estimator<GaussianDraws, GaussianMoments> = {
  fill({ count, slopes, paths, directs }, _moments, _batch, out) {
    for (let n = 0; n < count; n++) out[n] = slopes[n] * paths[n] + directs[n];
  },
  exact: ({ pathwise: { mean, square } }) => fromSquares(mean, square),
};
