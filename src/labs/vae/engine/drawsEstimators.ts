/** How K draws of q(x) for each row make an objective and its gradient. */
import { logMeanWeight, normaliseWeights } from '../../../inference/importanceWeighting/weights.ts';
import type { DrawFactors, DrawsEstimator, DrawValues } from '../../../svae/severalDraws.ts';
import type { VaeSettings } from '../settings.ts';

/** What settings choose; null for one reparameterised draw, which the trainer takes by itself. */
export function drawsEstimator({
  objective,
  importanceSamples,
  gradientEstimator,
  scoreDraws,
  klWeight,
}: VaeSettings): DrawsEstimator | null {
  if (objective !== 'elbo') return importanceWeighted(importanceSamples, objective === 'iwae-dreg');
  switch (gradientEstimator) {
    case 'reparameterised':
      return null;
    case 'sticking':
      return stickingTheLanding(1, klWeight);
    case 'score':
      return leaveOneOut(scoreDraws, klWeight);
  }
}

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

/** All draws of a row count alike: what the estimators of the ELBO's gradient have in common. */
interface AlikeSetup {
  readonly draws: number;
  /** Weight of the KL in the objective. */
  readonly beta: number;
  readonly ratioWeight: number;
  readonly klWeight: number;
  /** Factor of the derivative along a draw. */
  readonly path: number;
  /** Factors of the scores of a row, from the values of its draws, of which the mean is given. */
  readonly scores?: (value: number, mean: number) => number;
}

function alike({ draws, beta, path, scores, ...weights }: AlikeSetup): DrawsEstimator {
  return {
    draws,
    ...weights,
    weigh({ logLikelihoods, logRatios }: DrawValues, factors: DrawFactors) {
      let objective = 0;
      for (let from = 0; from < logRatios.length; from += draws) {
        let mean = 0;
        for (let at = from; at < from + draws; at++)
          mean += (logLikelihoods[at] + beta * logRatios[at]) / draws;
        objective += mean;
        for (let at = from; at < from + draws; at++) {
          factors.decoder[at] = 1 / draws;
          factors.path[at] = path;
          const value = logLikelihoods[at] + beta * logRatios[at];
          factors.score[at] = scores ? scores(value, mean) / draws : 0;
        }
      }
      return objective;
    },
  };
}

/** Reparameterised draws, with the KL in closed form: with one draw, what training does by itself. */
export const reparameterised = (draws: number, beta: number): DrawsEstimator =>
  alike({ draws, beta, ratioWeight: 0, klWeight: beta, path: 1 });

/**
 * Sticking the landing (Roeder et al. 2017): the derivative along the draw of
 * log p(y, x) - log q(x), without the score, whose mean is 0. Where q is the posterior, it is 0 for
 * every draw.
 */
export const stickingTheLanding = (draws: number, beta: number): DrawsEstimator =>
  alike({ draws, beta, ratioWeight: beta, klWeight: 0, path: 1 });

/** The score function times the value of the draw (notes 9.6.2): no derivative along the draw. */
export const scoreFunction = (draws: number, beta: number): DrawsEstimator =>
  alike({ draws, beta, ratioWeight: 0, klWeight: 0, path: 0, scores: (value) => value });

/**
 * The score function with, for each draw, the mean value of the row's other draws as the baseline
 * (Kool et al. 2019). With one draw there are no others, and no baseline.
 */
export const leaveOneOut = (draws: number, beta: number): DrawsEstimator =>
  alike({
    ...{ draws, beta, ratioWeight: 0, klWeight: 0, path: 0 },
    // value - (K mean - value) / (K - 1)
    scores: (value, mean) => (draws > 1 ? ((value - mean) * draws) / (draws - 1) : value),
  });
