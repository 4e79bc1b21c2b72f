import type { Random } from '../../math/random.ts';

/**
 * k-means++ (Arthur & Vassilvitskii 2007): each next mean is a point drawn with probability
 * proportional to its squared distance from the means there are.
 *
 * @param points N x D, row-major
 * @param out K x D; more means than distinct points repeat points
 */
export function kMeansPlusPlus(
  points: Float64Array,
  dimension: number,
  out: Float64Array,
  random: Random,
): void {
  const rows = points.length / dimension;
  const distance = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let next = random.integer(rows);
  for (let at = 0; at < out.length; at += dimension) {
    for (let j = 0; j < dimension; j++) out[at + j] = points[next * dimension + j];
    let total = 0;
    for (let n = 0; n < rows; n++) {
      let squared = 0;
      for (let j = 0; j < dimension; j++) squared += (points[n * dimension + j] - out[at + j]) ** 2;
      distance[n] = Math.min(distance[n], squared);
      total += distance[n];
    }
    next = total > 0 ? drawRow(distance, total, random) : random.integer(rows);
  }
}

function drawRow(weights: Float64Array, total: number, random: Random): number {
  let left = random.uniform() * total;
  for (let n = 0; n < weights.length; n++) {
    left -= weights[n];
    if (left < 0) return n;
  }
  return weights.length - 1;
}
