/** Where clusters begin. The thesis names bad starts as the model's main weakness (6.1.1). */
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import type { Random } from '../../../math/random.ts';

/** K means of length d by k-means++ among N x d points. */
export function spreadMeans(
  points: Float64Array,
  dimension: number,
  count: number,
  random: Random,
): Float64Array[] {
  const means = new Float64Array(count * dimension);
  kMeansPlusPlus(points, dimension, means, random);
  return Array.from({ length: count }, (_, k) =>
    means.subarray(k * dimension, (k + 1) * dimension),
  );
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
