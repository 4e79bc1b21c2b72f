/**
 * Sticking the landing (Roeder et al. 2017): reparameterisation without the direct derivative of
 * -log q with respect to its parameters. That part is minus the score, whose mean is 0. Without it
 * every single estimate is 0 where q is the posterior. It exists only where f contains -log q.
 */
import { type Estimator, fromSquares } from './estimator.ts';
import type { GaussianDraws } from './gaussianDraws.ts';
import type { GaussianMoments } from './gaussianMoments.ts';

export const stickingTheLanding: Estimator<GaussianDraws, GaussianMoments> = {
  fill({ count, slopes, paths }, _moments, _batch, out) {
    for (let n = 0; n < count; n++) out[n] = slopes[n] * paths[n];
  },
  exact: ({ sticking: { mean, square } }) => fromSquares(mean, square),
};
