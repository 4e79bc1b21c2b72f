/**
 * Both outcomes of a coin in place of a draw: f(1) - f(0). It is exact and needs f at every outcome;
 * many coins that depend on one another have too many outcomes.
 */
import type { CoinDraws } from './coinDraws.ts';
import type { CoinMoments } from './coinMoments.ts';
import { type Estimator, independent } from './estimator.ts';

export const enumeration: Estimator<CoinDraws, CoinMoments> = {
  fill({ count, difference }, _moments, _batch, out) {
    out.fill(difference, 0, count);
  },
  exact: ({ gradient }) => independent(gradient, 0),
};
