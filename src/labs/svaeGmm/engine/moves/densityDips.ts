/**
 * Whether two clusters are pieces of one shape, by the density of the data where they touch: a mode
 * ends where it is lower than within (Chazal et al. 2013, "Persistence-based clustering").
 */
import type { Neighbours } from './neighbours.ts';

/** Of each observation: fewer make the density noisy, more reach across the gaps of small data sets. */
export const NEIGHBOURS_FOR_DENSITY = 12;
/**
 * How much farther neighbours reach where two clusters touch than where the sparser of them is dense, at
 * most, for pieces of one shape. In the plane that is a dip of the density to half.
 */
export const MOST_DIP = 1.4;
/** Neighbours across, the densest ones, that say how dense it is where two clusters touch. */
const CROSSINGS = 3;
/** A tenth of a cluster's points is what counts as its dense part. */
const DENSE_PART = 0.1;

/** K x K dips: the ratio of reaches that `MOST_DIP` limits; infinite where two clusters hardly touch. */
export function densityDips(
  { each, nearest, reach }: Neighbours,
  clusterOf: ArrayLike<number>,
  K: number,
): Float64Array {
  const within: number[][] = Array.from({ length: K }, () => []);
  const across = new Map<number, number[]>();
  for (let at = 0; at < nearest.length; at++) {
    const n = Math.floor(at / each);
    const [a, b] = [clusterOf[n], clusterOf[nearest[at]]];
    if (at % each === 0) within[a].push(reach[n]);
    if (a === b) continue;
    const pair = Math.min(a, b) * K + Math.max(a, b);
    const crossings = across.get(pair) ?? [];
    crossings.push(Math.max(reach[n], reach[nearest[at]]));
    across.set(pair, crossings);
  }
  const dense = within.map((reaches) => {
    const sorted = reaches.sort((x, y) => x - y);
    return sorted[Math.floor(DENSE_PART * (sorted.length - 1))] ?? 0;
  });
  const dips = new Float64Array(K * K).fill(Number.POSITIVE_INFINITY);
  for (const [pair, crossings] of across) {
    if (crossings.length < CROSSINGS) continue;
    const [a, b] = [Math.floor(pair / K), pair % K];
    const sum = crossings
      .sort((x, y) => x - y)
      .slice(0, CROSSINGS)
      .reduce((total, length) => total + length, 0);
    // Points may lie on top of one another.
    const dip = sum / CROSSINGS / Math.max(dense[a], dense[b], Number.MIN_VALUE);
    dips[a * K + b] = dip;
    dips[b * K + a] = dip;
  }
  return dips;
}

/**
 * Tells which pairs of clusters the data hold apart. A cluster of no more points than a point has neighbours has no
 * density of its own, and belongs to what it touches most densely.
 */
export function heldApart(
  neighbours: Neighbours,
  clusterOf: ArrayLike<number>,
  K: number,
): (a: number, b: number) => boolean {
  const dips = densityDips(neighbours, clusterOf, K);
  const most = new Float64Array(K).fill(MOST_DIP);
  const sizes = new Int32Array(K);
  for (let n = 0; n < clusterOf.length; n++) sizes[clusterOf[n]] += 1;
  for (let k = 0; k < K; k++) {
    if (sizes[k] > NEIGHBOURS_FOR_DENSITY) continue;
    most[k] = Math.max(MOST_DIP, Math.min(...dips.subarray(k * K, (k + 1) * K)));
  }
  return (a, b) => dips[a * K + b] > Math.max(most[a], most[b]);
}
