import type { Dataset } from '../../datasets/dataset.ts';

/** Log-variances of the decoder stay within this of 0, see networks/squash.ts. */
const LOG_VARIANCE_BOUND = 5;

/**
 * log p of each row (N), in nats, under the best a decoder can do without latents: each column normal
 * with its own mean and variance. It is what the bound falls back to in posterior collapse, and what
 * reconstructions are better by is what latents buy.
 */
export function logLikelihoodsWithoutLatents({ values, dimension, rows }: Dataset): Float64Array {
  const sums = new Float64Array(rows);
  for (let column = 0; column < dimension; column++) {
    let mean = 0;
    for (let n = 0; n < rows; n++) mean += values[n * dimension + column] / rows;
    let spread = 0;
    for (let n = 0; n < rows; n++) spread += (values[n * dimension + column] - mean) ** 2 / rows;
    const logVariance = Math.max(
      -LOG_VARIANCE_BOUND,
      Math.min(LOG_VARIANCE_BOUND, Math.log(spread)),
    );
    for (let n = 0; n < rows; n++) {
      const squared = (values[n * dimension + column] - mean) ** 2;
      sums[n] -= (Math.log(2 * Math.PI) + logVariance + squared / Math.exp(logVariance)) / 2;
    }
  }
  return sums;
}
