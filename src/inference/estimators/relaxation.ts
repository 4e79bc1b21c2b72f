/**
 * A relaxed coin (Gumbel-softmax, or concrete: Jang et al. 2017, Maddison et al. 2017): a number
 * between 0 and 1 that can be reparameterised. Its gradient is that of another objective. As the
 * temperature falls the bias vanishes and the variance grows.
 */
import type { CoinDraws } from './coinDraws.ts';
import type { CoinMoments } from './coinMoments.ts';
import { type Estimator, fromSquares } from './estimator.ts';

export const relaxation: Estimator<CoinDraws, CoinMoments> = {
  fill({ count, relaxedGradients }, _moments, _batch, out) {
    for (let n = 0; n < count; n++) out[n] = relaxedGradients[n];
  },
  exact: ({ relaxed: { mean, square } }) => fromSquares(mean, square),
};
