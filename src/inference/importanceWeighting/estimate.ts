/**
 * The log-likelihood of a latent-variable model by importance sampling: the same measure for
 * models whose bounds cannot be compared.
 *
 * N rows, S samples per row, d latent dimension. Figures are in nats.
 */
import type { Random } from '../../math/random.ts';
import { adaptedProposals } from './adaptedProposals.ts';
import type { LatentMixture } from './mixtureProposals.ts';
import { type LatentVariableModel, type Proposals, weighDraws } from './weighedDraws.ts';
import { effectiveSamples, logMeanWeight } from './weights.ts';

export interface LogLikelihoodEstimate {
  /** log p(y) per row, averaged over rows. Low by about half the variance of a row's estimate. */
  readonly logLikelihood: number;
  /** Standard deviation of that average over draws. */
  readonly standardError: number;
  /** Samples that count, of the S of a row: 1 / sum of squared normalised weights, on average. */
  readonly effectiveSamples: number;
  /** N: log p(y) of each row. */
  readonly ofRows: Float64Array;
  /** Rows with so few effective samples that their error is not to be trusted. */
  readonly poorRows: number;
}

/** Latents in memory at a time. */
const CHUNK = 4096;
/** A row is poor when less than this share of its draws count. */
const FEW = 0.1;
/** Draws that a second pass needs to fit anything to. */
const FEWEST_DRAWS = 128;
/** Share of the rows that get a second pass: of a model that has learned, very few need one. */
const MOST_AGAIN = 0.2;

/**
 * log p(y) = log E_q[p(y | x) p(x) / q(x)], with the expectation over `samples` draws of q for each
 * row (Burda et al. 2016 use the same sum as a bound). Its standard error is that of the mean of
 * the weights, carried through the logarithm.
 *
 * That error is at most 1 for a row, however far off the row is. So a row whose draws hardly count
 * gets a second pass with proposals fitted to it; `poorRows` counts those that stay so. The time is
 * bounded, even where a model has learned nothing yet and all rows are poor.
 *
 * @param rows N
 * @param samples S >= 2
 * @param prior of the latents, where the second pass begins; null where proposals cover every posterior
 */
export function importanceSampledLogLikelihood(
  model: LatentVariableModel,
  proposals: Proposals,
  rows: number,
  samples: number,
  random: Random,
  prior: LatentMixture | null = null,
): LogLikelihoodEstimate {
  if (!Number.isInteger(samples) || samples < 2) {
    throw new RangeError(`Importance sampling needs at least 2 samples per row, not ${samples}.`);
  }
  const few = FEW * samples;
  let passesLeft = prior !== null && samples >= FEWEST_DRAWS ? Math.ceil(MOST_AGAIN * rows) : 0;
  const chunkRows = Math.max(1, Math.min(rows, Math.floor(CHUNK / samples)));
  const ofRows = new Float64Array(rows);
  let variance = 0;
  let effective = 0;
  let poorRows = 0;
  for (let from = 0; from < rows; from += chunkRows) {
    const count = Math.min(chunkRows, rows - from);
    const { logWeights } = weighDraws(model, proposals, from, count, samples, random);
    for (let n = 0; n < count; n++) {
      const row = from + n;
      let own = logWeights.subarray(n * samples, (n + 1) * samples);
      if (prior !== null && passesLeft > 0 && effectiveSamples(own) < few) {
        passesLeft -= 1;
        const adapted = adaptedProposals(model, prior, row, samples, random);
        own = weighDraws(model, adapted, row, 1, samples, random).logWeights;
      }
      const counting = effectiveSamples(own);
      ofRows[row] = logMeanWeight(own);
      effective += counting;
      // var(mean of w) / mean(w)^2, by the delta method.
      variance += (1 / counting - 1 / samples) * (samples / (samples - 1));
      if (counting < few) poorRows += 1;
    }
  }
  return {
    logLikelihood: ofRows.reduce((a, b) => a + b) / rows,
    standardError: Math.sqrt(Math.max(0, variance)) / rows,
    effectiveSamples: effective / rows,
    ofRows,
    poorRows,
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
