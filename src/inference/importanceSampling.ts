/**
 * The log-likelihood of a latent-variable model by importance sampling: the same yardstick for
 * models whose bounds cannot be compared.
 *
 * N rows, S samples per row, d latent dimension. Figures are in nats.
 */
import type { Random } from '../math/random.ts';

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

export interface LogLikelihoodEstimate {
  /** log p(y) per row, averaged over rows. Low by about half the variance of a row's estimate. */
  readonly logLikelihood: number;
  /** Standard deviation of that average over draws. */
  readonly standardError: number;
  /** Samples that count, of the S of a row: 1 / sum of squared normalised weights, on average. */
  readonly effectiveSamples: number;
}

/** Latents in memory at a time. */
const CHUNK = 4096;

/**
 * log p(y) = log E_q[p(y | x) p(x) / q(x)], with the expectation over `samples` draws of q for each
 * row (Burda et al. 2016 use the same sum as a bound). Its standard error is that of the mean of
 * the weights, carried through the logarithm.
 *
 * @param rows N
 * @param samples S >= 2
 */
export function importanceSampledLogLikelihood(
  model: LatentVariableModel,
  proposals: Proposals,
  rows: number,
  samples: number,
  random: Random,
): LogLikelihoodEstimate {
  if (!Number.isInteger(samples) || samples < 2) {
    throw new RangeError(`Importance sampling needs at least 2 samples per row, not ${samples}.`);
  }
  const d = model.latentDimension;
  const chunkRows = Math.max(1, Math.min(rows, Math.floor(CHUNK / samples)));
  const latents = new Float64Array(chunkRows * samples * d);
  const logWeights = new Float64Array(chunkRows * samples);
  const logPrior = new Float64Array(chunkRows * samples);
  const logProposal = new Float64Array(chunkRows * samples);
  let total = 0;
  let variance = 0;
  let effective = 0;
  for (let from = 0; from < rows; from += chunkRows) {
    const count = Math.min(chunkRows, rows - from);
    for (let s = 0; s < count * samples; s++) {
      const row = from + Math.floor(s / samples);
      logProposal[s] = proposals.draw(row, random, latents, s * d);
    }
    const drawn = latents.subarray(0, count * samples * d);
    model.logLikelihood(from, count, samples, drawn, logWeights);
    model.logPrior(drawn, count * samples, logPrior);
    for (let s = 0; s < count * samples; s++) logWeights[s] += logPrior[s] - logProposal[s];
    for (let row = 0; row < count; row++) {
      const own = logWeights.subarray(row * samples, (row + 1) * samples);
      const most = own.reduce((a, b) => Math.max(a, b));
      let sum = 0;
      let squares = 0;
      for (const logWeight of own) {
        const weight = Math.exp(logWeight - most);
        sum += weight;
        squares += weight * weight;
      }
      total += most + Math.log(sum / samples);
      effective += (sum * sum) / squares;
      // var(mean of w) / mean(w)^2, by the delta method.
      variance += (squares / (sum * sum) - 1 / samples) * (samples / (samples - 1));
    }
  }
  return {
    logLikelihood: total / rows,
    standardError: Math.sqrt(Math.max(0, variance)) / rows,
    effectiveSamples: effective / rows,
  };
}

/**
 * A Gaussian for each row.
 *
 * @param means N x d
 * @param factors N x d x d, row-major: lower Cholesky factor of each covariance
 */
export function gaussianProposals(
  d: number,
  means: Float64Array,
  factors: Float64Array,
): Proposals {
  const noise = new Float64Array(d);
  return {
    draw(row, random, out, at) {
      let logDensity = (-d / 2) * Math.log(2 * Math.PI);
      for (let i = 0; i < d; i++) {
        noise[i] = random.normal();
        const line = (row * d + i) * d;
        let value = means[row * d + i];
        for (let j = 0; j <= i; j++) value += factors[line + j] * noise[j];
        out[at + i] = value;
        logDensity -= (noise[i] * noise[i]) / 2 + Math.log(factors[line + i]);
      }
      return logDensity;
    },
  };
}
