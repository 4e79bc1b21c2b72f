/** How far something decoded is from what was observed. Distances in model units. */
import { spreadRows } from '../../../plots/encoded/pictures.ts';

/** Rows whose nearest neighbours stand for those of all. */
const ASKED = 150;
/** Part of the data that have a neighbour no farther than the usual distance. */
const QUANTILE = 0.95;

/**
 * @param mean D
 * @param data N x D
 * @param except a row not to be looked at
 */
export function distanceToNearest(mean: Float32Array, data: Float32Array, except = -1): number {
  const D = mean.length;
  let least = Infinity;
  for (let row = 0; (row + 1) * D <= data.length; row++) {
    if (row === except) continue;
    let squared = 0;
    for (let i = 0; i < D && squared < least; i++) squared += (mean[i] - data[row * D + i]) ** 2;
    least = Math.min(least, squared);
  }
  return Math.sqrt(least);
}

/** Once for a data set: it takes a while, and the probe asks with every move. */
const known = new WeakMap<Float32Array, number>();

/** How far nearly all data (N x D) are from their nearest neighbours at most. */
export function usualDistance(data: Float32Array, D: number): number {
  let usual = known.get(data);
  if (usual === undefined) {
    const distances = spreadRows(data.length / D, ASKED).map((row) =>
      distanceToNearest(data.subarray(row * D, (row + 1) * D), data, row),
    );
    distances.sort((a, b) => a - b);
    usual = distances[Math.floor(QUANTILE * (distances.length - 1))] ?? 0;
    known.set(data, usual);
  }
  return usual;
}
