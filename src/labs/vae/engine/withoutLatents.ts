import { logVolume } from '../../../datasets/columnUnits.ts';
import type { Points } from '../../../datasets/dataset.ts';
import { SQUASH_LIMIT } from '../../../networks/squash.ts';

/**
 * log p of each row (N) of binary columns in nats, under the best a decoder can do without latents:
 * each column has its own probability.
 */
export function binaryWithoutLatents({ values, dimension, rows }: Points): Float64Array {
  const sums = new Float64Array(rows);
  for (let column = 0; column < dimension; column++) {
    let ink = 0;
    for (let n = 0; n < rows; n++) ink += values[n * dimension + column] / rows;
    // A column that is always the same has no other value to give a probability to.
    for (let n = 0; n < rows; n++)
      sums[n] += Math.log(values[n * dimension + column] ? ink : 1 - ink);
  }
  return sums;
}

/**
 * log p of each row (N) in own units, in nats, under the best a decoder can do without latents: each column normal
 * with its own mean and variance. It is what the bound falls back to in posterior collapse, and what
 * reconstructions are better by is what latents buy.
 */
export function logLikelihoodsWithoutLatents({
  values,
  dimension,
  rows,
  units,
}: Points): Float64Array {
  const sums = new Float64Array(rows).fill(-logVolume(units));
  for (let column = 0; column < dimension; column++) {
    let mean = 0;
    for (let n = 0; n < rows; n++) mean += values[n * dimension + column] / rows;
    let spread = 0;
    for (let n = 0; n < rows; n++) spread += (values[n * dimension + column] - mean) ** 2 / rows;
    // As far as a decoder can go.
    const logVariance = Math.max(-SQUASH_LIMIT, Math.min(SQUASH_LIMIT, Math.log(spread)));
    for (let n = 0; n < rows; n++) {
      const squared = (values[n * dimension + column] - mean) ** 2;
      sums[n] -= (Math.log(2 * Math.PI) + logVariance + squared / Math.exp(logVariance)) / 2;
    }
  }
  return sums;
}
