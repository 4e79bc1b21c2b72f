/** A latent-variable model whose log-likelihood is known: y = W x + b + noise, x standard normal. */
import { cholesky, choleskyInverse, choleskyLogDet, solveLower } from '../../math/cholesky.ts';
import { createRandom } from '../../math/random.ts';
import { gaussianProposals } from './estimate.ts';
import type { LatentVariableModel, Proposals } from './weighedDraws.ts';

const D = 3;
const d = 2;
const ROWS = 40;

export interface LinearGaussian {
  readonly model: LatentVariableModel;
  readonly rows: number;
  /** log p(y) = log N(y | b, W W' + s^2 I), averaged over rows, in nats. */
  readonly exact: number;
  /** The posteriors, with deviations times `width`. */
  proposals(width: number): Proposals;
}

export function linearGaussian(seed: number): LinearGaussian {
  const random = createRandom(seed);
  const W = Array.from({ length: D }, () => Array.from({ length: d }, () => random.normal()));
  const b = Array.from({ length: D }, () => random.normal());
  const noise = 0.5;
  const y = Array.from({ length: ROWS }, () => {
    const x = [random.normal(), random.normal()];
    return W.map((row, i) => row[0] * x[0] + row[1] * x[1] + b[i] + noise * random.normal());
  });

  const marginal = new Float64Array(D * D);
  for (let i = 0; i < D; i++)
    for (let j = 0; j < D; j++)
      marginal[i * D + j] = W[i][0] * W[j][0] + W[i][1] * W[j][1] + (i === j ? noise * noise : 0);
  cholesky(marginal, 0, D);
  const logDet = choleskyLogDet(marginal, 0, D);
  const exact =
    y.reduce((sum, row) => {
      const e = Float64Array.from(row, (value, i) => value - b[i]);
      solveLower(marginal, 0, e, 0, D);
      const distance = e.reduce((a, v) => a + v * v, 0);
      return sum - (D * Math.log(2 * Math.PI) + logDet + distance) / 2;
    }, 0) / ROWS;

  // Posterior precision I + W'W / s^2, the same for all rows.
  const precision = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++)
      precision[i * d + j] =
        W.reduce((sum, row) => sum + (row[i] * row[j]) / noise ** 2, 0) + (i === j ? 1 : 0);
  cholesky(precision, 0, d);
  const covariance = new Float64Array(d * d);
  choleskyInverse(precision, 0, covariance, 0, d);
  const factor = covariance.slice();
  cholesky(factor, 0, d);

  return {
    rows: ROWS,
    exact,
    model: {
      latentDimension: d,
      logPrior(latents, count, out) {
        for (let n = 0; n < count; n++) {
          const [a, c] = [latents[n * d], latents[n * d + 1]];
          out[n] = -Math.log(2 * Math.PI) - (a * a + c * c) / 2;
        }
      },
      logLikelihood(from, rows, samples, latents, out) {
        for (let n = 0; n < rows * samples; n++) {
          const row = y[from + Math.floor(n / samples)];
          out[n] = row.reduce((sum, value, i) => {
            const mean = W[i][0] * latents[n * d] + W[i][1] * latents[n * d + 1] + b[i];
            return sum - Math.log(2 * Math.PI * noise ** 2) / 2 - ((value - mean) / noise) ** 2 / 2;
          }, 0);
        }
      },
    },
    proposals(width) {
      const means = new Float64Array(ROWS * d);
      const factors = new Float64Array(ROWS * d * d);
      y.forEach((row, n) => {
        const pull = [0, 1].map((i) =>
          row.reduce((sum, value, k) => sum + (W[k][i] * (value - b[k])) / noise ** 2, 0),
        );
        for (let i = 0; i < d; i++) {
          means[n * d + i] = covariance[i * d] * pull[0] + covariance[i * d + 1] * pull[1];
          for (let j = 0; j <= i; j++) factors[(n * d + i) * d + j] = width * factor[i * d + j];
        }
      });
      return gaussianProposals(d, means, factors);
    },
  };
}
