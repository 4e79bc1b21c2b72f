/** How many shapes the data hold, told before training by their density, and blobs that overlap by their Gaussians. */
import type { Points } from '../../../datasets/dataset.ts';
import type { MixtureParameters } from '../../../inference/expectationMaximisation/gaussianMixture.ts';
import { kMeans } from '../../../inference/expectationMaximisation/kMeans.ts';
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import { createRandom, shuffle } from '../../../math/random.ts';
import { findBlobs } from './blobs.ts';
import { NEIGHBOURS_FOR_DENSITY } from './moves/densityDips.ts';
import { joinedByDensity } from './moves/joins.ts';
import { nearestNeighbours } from './moves/neighbours.ts';

/** Pieces that shapes are put together from: so many that hardly any lies across two shapes. */
const MOST_PIECES = 60;
/** The dip between shapes is deeper here than between clusters (`MOST_DIP`): the density of small pieces is noisy. */
const MOST_DIP_OF_PIECES = 1.6;
/** By then hardly a point changes its piece. */
const SWEEPS = 30;
/** Rows that are looked at: distances between all of them take some milliseconds. */
const MOST_ROWS = 1000;

export interface Shapes {
  /** At least 1. */
  readonly count: number;
  /** The Gaussian of each shape, in model units; null where the shapes are no blobs, or were not looked at as blobs. */
  readonly blobs: MixtureParameters | null;
  /** M of the N rows: those that were looked at. */
  readonly rows: Int32Array;
  /** M: which of the largest shapes by density a row belongs to, from 0; -1 for smaller ones than are counted. */
  readonly shapeOf: Int32Array;
}

/**
 * Pieces by k-means, joined while the data between two of them are as dense as within (the idea of Chazal
 * et al. 2013, here without a hierarchy). The shapes are counted by the inverse Simpson index of their
 * shares, 1 / sum of squares, so that the few points where arms meet are not one more. Where the data are
 * blobs, those that overlap can be told by their Gaussians (`findBlobs`). Depends on the data alone.
 *
 * @param values N x D, row-major, in model units; at most `MOST_ROWS` of the N rows are looked at
 * @param blobsToo whether blobs that overlap count one by one
 */
export function findShapes(
  { values, rows: all, dimension }: Pick<Points, 'values' | 'rows' | 'dimension'>,
  blobsToo: boolean,
): Shapes {
  const random = createRandom(0);
  const order = Int32Array.from({ length: all }, (_, n) => n);
  if (all > MOST_ROWS) shuffle(random, order);
  const rows = order.subarray(0, MOST_ROWS);
  // Smaller pieces have no density of their own.
  const most = Math.floor(rows.length / NEIGHBOURS_FOR_DENSITY);
  const means = new Float64Array(Math.max(1, Math.min(MOST_PIECES, most)) * dimension);
  const points = new Float64Array(rows.length * dimension);
  rows.forEach((row, n) => {
    points.set(values.subarray(row * dimension, (row + 1) * dimension), n * dimension);
  });
  kMeansPlusPlus(points, dimension, means, random);
  const pieceOf = kMeans(points, dimension, means, SWEEPS);
  const sizes = new Float64Array(means.length / dimension);
  for (const piece of pieceOf) sizes[piece] += 1;
  const neighbours = nearestNeighbours(values, dimension, rows, NEIGHBOURS_FOR_DENSITY);
  const into = joinedByDensity(sizes.slice(), pieceOf, neighbours, MOST_DIP_OF_PIECES);
  const shapes = new Float64Array(sizes.length);
  sizes.forEach((size, piece) => {
    shapes[into[piece]] += size / rows.length;
  });
  const count = Math.round(1 / shapes.reduce((sum, share) => sum + share ** 2, 0));
  const blobs = blobsToo ? findBlobs(points, dimension, pieceOf, count) : null;
  const bySize = [...shapes.keys()].sort((a, b) => shapes[b] - shapes[a]);
  const largest = bySize.slice(0, count);
  const shapeOf = pieceOf.map((piece) => largest.indexOf(into[piece]));
  return { count: blobs?.weights.length ?? count, blobs, rows, shapeOf };
}
