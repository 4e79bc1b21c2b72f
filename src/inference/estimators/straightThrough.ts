/**
 * Straight-through (Bengio et al. 2013): the derivative of f at the coin, as if the coin were theta
 * itself. It is biased, and even its sign can be wrong.
 */
import type { CoinDraws } from './coinDraws.ts';
import type { CoinMoments } from './coinMoments.ts';
import { type Estimator, fromSquares } from './estimator.ts';

export const straightThrough: Estimator<CoinDraws, CoinMoments> = {
  fill({ count, slopes }, _moments, _batch, out) {
    for (let n = 0; n < count; n++) out[n] = slopes[n];
  },
  exact: ({ straightThrough: { mean, square } }) => fromSquares(mean, square),
};
