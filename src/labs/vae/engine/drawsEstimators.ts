/** How K draws of q(x) for each row make an objective and its gradient. */
import { logMeanWeight, normaliseWeights } from '../../../inference/importanceWeighting/weights.ts';
import type { DrawFactors, DrawsEstimator, DrawValues } from '../../../svae/severalDraws.ts';

/**
 * The importance-weighted bound: the mean over rows of log(1/K sum of w_k), with
 * w_k = p(y | x_k) p(x_k) / q(x_k) (Burda, Grosse and Salakhutdinov 2016). Each draw counts with its
 * normalised weight v_k, in the decoder and along the draw; minus v_k is that of the score.
 *
 * Doubly reparameterised (Tucker et al. 2019), the encoder's gradient has v_k^2 along the draw and no
 * score. Its mean is the same. The decoder's gradient stays what it was.
 */
export function importanceWeighted(draws: number, isDoubly: boolean): DrawsEstimator {
  let logWeights = new Float64Array(0);
  const normalised = new Float64Array(draws);
  return {
    draws,
    ratioWeight: 1,
    klWeight: 0,
    weigh({ logLikelihoods, logRatios }: DrawValues, { decoder, path, score }: DrawFactors) {
      const count = logRatios.length;
      if (logWeights.length !== count) logWeights = new Float64Array(count);
      for (let at = 0; at < count; at++) logWeights[at] = logLikelihoods[at] + logRatios[at];
      let bound = 0;
      for (let from = 0; from < count; from += draws) {
        bound += logMeanWeight(logWeights, from, draws);
        normaliseWeights(logWeights, from, draws, normalised);
        for (let k = 0; k < draws; k++) {
          const weight = normalised[k];
          decoder[from + k] = weight;
          path[from + k] = isDoubly ? weight : 1;
          score[from + k] = isDoubly ? 0 : -weight;
        }
      }
      return bound;
    },
  };
}
