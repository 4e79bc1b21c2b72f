/** Where clusters begin. The thesis names bad starts as the model's main weakness (6.1.1). */
import type { Random } from '../../math/random.ts';

/**
 * k-means++ (Arthur & Vassilvitskii 2007): each next mean is a point drawn with probability
 * proportional to its squared distance from the means there are.
 *
 * @param points N x d, row-major
 * @param count K; more means than distinct points repeat points
 * @returns K means of length d
 */
export function kMeansPlusPlus(
  points: Float64Array,
  dimension: number,
  count: number,
  random: Random,
): Float64Array[] {
  const rows = points.length / dimension;
  const distance = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const means: Float64Array[] = [];
  let next = random.integer(rows);
  while (means.length < count) {
    const mean = points.slice(next * dimension, (next + 1) * dimension);
    means.push(mean);
    let total = 0;
    for (let n = 0; n < rows; n++) {
      let squared = 0;
      for (let j = 0; j < dimension; j++) squared += (points[n * dimension + j] - mean[j]) ** 2;
      distance[n] = Math.min(distance[n], squared);
      total += distance[n];
    }
    next = total > 0 ? drawIndex(distance, total, random) : random.integer(rows);
  }
  return means;
}

/** K means from N(0, spread^2 I), as in the thesis. */
export function randomMeans(
  dimension: number,
  count: number,
  spread: number,
  random: Random,
): Float64Array[] {
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: dimension }, () => spread * random.normal()),
  );
}

function drawIndex(weights: Float64Array, total: number, random: Random): number {
  let left = random.uniform() * total;
  for (let n = 0; n < weights.length; n++) {
    left -= weights[n];
    if (left < 0) return n;
  }
  return weights.length - 1;
}
