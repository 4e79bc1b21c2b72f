/** Where clusters begin. The thesis names bad starts as the model's main weakness (6.1.1). */
import type { Points } from '../../../datasets/dataset.ts';
import { kMeans, nearestMean } from '../../../inference/expectationMaximisation/kMeans.ts';
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import type { Random } from '../../../math/random.ts';
import { sharesOfBlobs } from './blobs.ts';
import type { Shapes } from './shapes.ts';

/** Sweeps of k-means; by then hardly a point changes its piece. */
const SWEEPS = 30;

/**
 * How much of each observation belongs to each of the m shapes counted. Those of smaller shapes, and those
 * that the count has not looked at, go with the nearest that it has.
 *
 * @returns N x m, rows sum to 1
 */
export function sharesOfShapes(
  { values, dimension: D }: Pick<Points, 'values' | 'dimension'>,
  { count, blobs, rows, shapeOf }: Shapes,
): Float64Array {
  const points = Float64Array.from(values);
  if (blobs) return sharesOfBlobs(points, D, blobs);
  const known = [...rows.keys()].filter((m) => shapeOf[m] >= 0);
  const examples = new Float64Array(known.length * D);
  known.forEach((m, index) => {
    examples.set(points.subarray(rows[m] * D, (rows[m] + 1) * D), index * D);
  });
  const shares = new Float64Array((points.length / D) * count);
  for (let n = 0; n * D < points.length; n++) {
    const example = nearestMean(points, n * D, examples, D);
    shares[n * count + shapeOf[known[example]]] = 1;
  }
  return shares;
}

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
