/**
 * Gradients of the importance-weighted bound with respect to parameters of q ("encoder") and of the
 * model ("decoder"), from K draws. Weights are normalised over the draws: v_k = w_k / sum of w.
 *
 * As K grows the bound depends less and less on q: its gradient falls as 1/K, its standard deviation
 * only as 1/sqrt(K), and the signal-to-noise ratio as 1/sqrt(K) (Rainforth et al. 2018). The doubly
 * reparameterised gradient (Tucker et al. 2019) has the same mean and a standard deviation that falls
 * faster, so its ratio grows.
 */
import { normaliseWeights } from './weights.ts';

/** K draws of q, and what the gradients need from them. */
export interface WeightedDraws {
  /** K: log p(x, z) - log q(z). */
  readonly logWeights: Float64Array;
  /** K: derivative of the log weight along z. */
  readonly slopes: Float64Array;
  /** K: d z / d parameter for a fixed noise. */
  readonly paths: Float64Array;
  /** K: d log q(z) / d parameter for a fixed z. */
  readonly scores: Float64Array;
  /** K: normalised weights, filled by the gradients. */
  readonly normalised: Float64Array;
}

export function createWeightedDraws(samples: number): WeightedDraws {
  const numbers = () => new Float64Array(samples);
  return {
    ...{ logWeights: numbers(), slopes: numbers(), paths: numbers() },
    ...{ scores: numbers(), normalised: numbers() },
  };
}

function normalise({ logWeights, normalised }: WeightedDraws): Float64Array {
  normaliseWeights(logWeights, 0, logWeights.length, normalised);
  return normalised;
}

/** sum of v_k d log w_k / d parameter, through z and through q itself. */
export function reparameterisedGradient(draws: WeightedDraws): number {
  const { slopes, paths, scores } = draws;
  const weights = normalise(draws);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] * (slopes[k] * paths[k] - scores[k]);
  return sum;
}

/** sum of v_k^2 (d log w_k / d z) (d z / d parameter): the score is gone. */
export function doublyReparameterisedGradient(draws: WeightedDraws): number {
  const { slopes, paths } = draws;
  const weights = normalise(draws);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] * weights[k] * slopes[k] * paths[k];
  return sum;
}

/** sum of v_k d log p(x, z_k) / d parameter of the model. */
export function decoderGradient(draws: WeightedDraws, modelScores: Float64Array): number {
  const weights = normalise(draws);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] * modelScores[k];
  return sum;
}
