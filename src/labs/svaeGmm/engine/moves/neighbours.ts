/** Which observations lie next to each other: pieces of one shape touch in the data, whatever the networks have learned. */

/** The nearest other rows of each of B rows of the data. */
export interface Neighbours {
  /** Of each row; fewer than asked for where there are not as many. */
  readonly each: number;
  /** B x each: places among the B rows. */
  readonly nearest: Int32Array;
  /** B: how far each row's neighbours reach; short where points lie densely. */
  readonly reach: Float64Array;
}

/**
 * By brute force: B rows take B² distances, a thousand some milliseconds, once for a data set.
 *
 * @param values N x D
 * @param rows B of the N rows
 * @param most neighbours of each row
 */
export function nearestNeighbours(
  values: Float32Array,
  dimension: number,
  rows: Int32Array,
  most: number,
): Neighbours {
  const each = Math.min(most, rows.length - 1);
  const nearest = new Int32Array(rows.length * each);
  const reach = new Float64Array(rows.length);
  const distances = new Float64Array(each);
  for (let n = 0; n < rows.length; n++) {
    const own = nearest.subarray(n * each, (n + 1) * each);
    distances.fill(Number.POSITIVE_INFINITY);
    for (let m = 0; m < rows.length; m++) {
      if (m === n) continue;
      const squared = squaredDistance(values, dimension, rows[n], rows[m]);
      if (squared < distances[each - 1]) insert(distances, own, squared, m);
    }
    reach[n] = each > 0 ? Math.sqrt(distances[each - 1]) : 0;
  }
  return { each, nearest, reach };
}

function squaredDistance(values: Float32Array, D: number, first: number, second: number): number {
  let sum = 0;
  for (let j = 0; j < D; j++) sum += (values[first * D + j] - values[second * D + j]) ** 2;
  return sum;
}

/** Inserts a row into the nearest ones, sorted by distance; the farthest drops out. */
function insert(distances: Float64Array, rows: Int32Array, distance: number, row: number): void {
  let at = distances.length - 1;
  for (; at > 0 && distance < distances[at - 1]; at--) {
    distances[at] = distances[at - 1];
    rows[at] = rows[at - 1];
  }
  distances[at] = distance;
  rows[at] = row;
}

/**
 * K x K: how many neighbours the points of one cluster have in another, counted both ways.
 *
 * @param clusterOf B
 */
export function contacts(
  { each, nearest }: Neighbours,
  clusterOf: ArrayLike<number>,
  K: number,
): Float64Array {
  const counts = new Float64Array(K * K);
  for (let at = 0; at < nearest.length; at++) {
    const [a, b] = [clusterOf[Math.floor(at / each)], clusterOf[nearest[at]]];
    counts[a * K + b] += 1;
    counts[b * K + a] += 1;
  }
  return counts;
}
