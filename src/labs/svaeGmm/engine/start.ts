/** Where clusters begin. The thesis names bad starts as the model's main weakness (6.1.1). */
import type { Points } from '../../../datasets/dataset.ts';
import { kMeans } from '../../../inference/expectationMaximisation/kMeans.ts';
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import type { Random } from '../../../math/random.ts';

/** Sweeps of k-means; by then hardly a point changes its piece. */
const SWEEPS = 30;

/** K means of length d by k-means++ among N x d points. */
export function spreadMeans(
  points: Float64Array,
  dimension: number,
  count: number,
  random: Random,
): Float64Array[] {
  const means = new Float64Array(count * dimension);
  kMeansPlusPlus(points, dimension, means, random);
  return rowsOf(means, dimension);
}

/**
 * K means of length d: the mean encoding of each piece that k-means cuts the data into. Of many shapes
 * that lie close, k-means++ alone leaves some without a cluster of their own.
 *
 * @param encodings N x d
 */
export function meansOfPieces(
  encodings: Float64Array,
  latentDimension: number,
  { values, dimension }: Pick<Points, 'values' | 'dimension'>,
  count: number,
  random: Random,
): Float64Array[] {
  const points = Float64Array.from(values);
  const centres = new Float64Array(count * dimension);
  kMeansPlusPlus(points, dimension, centres, random);
  const pieceOf = kMeans(points, dimension, centres, SWEEPS);
  const means = new Float64Array(count * latentDimension);
  const sizes = new Float64Array(count);
  for (const piece of pieceOf) sizes[piece] += 1;
  pieceOf.forEach((piece, n) => {
    for (let i = 0; i < latentDimension; i++) {
      means[piece * latentDimension + i] += encodings[n * latentDimension + i] / sizes[piece];
    }
  });
  return rowsOf(means, latentDimension);
}

function rowsOf(means: Float64Array, dimension: number): Float64Array[] {
  return Array.from({ length: means.length / dimension }, (_, k) =>
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
