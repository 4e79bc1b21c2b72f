/**
 * Latents drawn for the rows of a latent-variable model, and the weights that correct for where they
 * were drawn: what importance sampling is made of.
 *
 * S samples per row, d latent dimension.
 */
import type { Random } from '../../math/random.ts';

/** A model with a continuous latent per row. */
export interface LatentVariableModel {
  /** d */
  readonly latentDimension: number;
  /**
   * log p(x) of `count` latents into `out`.
   *
   * @param latents count x d
   */
  logPrior(latents: Float64Array, count: number, out: Float64Array): void;
  /**
   * log p(y_row | x) into `out`, for `samples` latents of each of the rows `from`..`from + rows - 1`.
   *
   * @param latents (rows * samples) x d, those of one row together
   */
  logLikelihood(
    from: number,
    rows: number,
    samples: number,
    latents: Float64Array,
    out: Float64Array,
  ): void;
}

/** What latents are drawn from: best close to p(x | y), and rather wider than narrower. */
export interface Proposals {
  /**
   * One draw for a row into `out` at `at`, d numbers; rows are asked for in order.
   *
   * @returns its log-density
   */
  draw(row: number, random: Random, out: Float64Array, at: number): number;
}

/**
 * Draws for the rows `from`..`from + count - 1`, those of one row together, and log p(y, x) / q(x)
 * of each.
 */
export function weighDraws(
  model: LatentVariableModel,
  proposals: Proposals,
  from: number,
  count: number,
  samples: number,
  random: Random,
): { readonly latents: Float64Array; readonly logWeights: Float64Array } {
  const d = model.latentDimension;
  const draws = count * samples;
  const latents = new Float64Array(draws * d);
  const logWeights = new Float64Array(draws);
  const logPrior = new Float64Array(draws);
  const logProposal = new Float64Array(draws);
  for (let s = 0; s < draws; s++)
    logProposal[s] = proposals.draw(from + Math.floor(s / samples), random, latents, s * d);
  model.logLikelihood(from, count, samples, latents, logWeights);
  model.logPrior(latents, draws, logPrior);
  for (let s = 0; s < draws; s++) logWeights[s] += logPrior[s] - logProposal[s];
  return { latents, logWeights };
}
