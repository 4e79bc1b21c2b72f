/** What the checks measure: how far classes are distinguished, and how far something decoded is from all data, in model units. */
import { spreadRows } from '../../../plots/encoded/pictures.ts';
import type { VaeSnapshot } from '../snapshot.ts';

/** Posteriors asked, and data that answer. With every frame of training, so not all of them. */
const ASKED = 100;
const ANSWERING = 500;

/**
 * How far posteriors tell classes apart: of all data whose latents a posterior could be taken for,
 * weighted by how easily, the share of its own class; averaged. 1 when no two classes overlap, and
 * with all posteriors the same the share of a class in the data.
 *
 * @param labels N class numbers; negative where the class is not known, which neither ask nor answer
 */
export function classShare(
  {
    latents,
    deviations,
    factors,
    latentDimension: d,
    rows,
  }: Pick<VaeSnapshot, 'latents' | 'deviations' | 'factors' | 'latentDimension' | 'rows'>,
  labels: ArrayLike<number>,
): number {
  const isKnown = (row: number) => labels[row] >= 0;
  const asked = spreadRows(rows, ASKED).filter(isKnown);
  const answering = spreadRows(rows, ANSWERING).filter(isKnown);
  const whitened = new Float64Array(d);
  let sum = 0;
  for (const n of asked) {
    let own = 0;
    let all = 0;
    for (const m of answering) {
      if (m === n) continue;
      let squared = 0;
      for (let i = 0; i < d; i++) {
        let difference = latents[n * d + i] - latents[m * d + i];
        const at = (n * d + i) * d;
        for (let k = 0; factors && k < i; k++) difference -= factors[at + k] * whitened[k];
        whitened[i] = difference / (factors ? factors[at + i] : deviations[n * d + i]);
        squared += whitened[i] ** 2;
      }
      const weight = Math.exp(-squared / 2);
      all += weight;
      if (labels[m] === labels[n]) own += weight;
    }
    // One that overlaps nothing is mistaken for nothing.
    sum += all > 0 ? own / all : 1;
  }
  return asked.length > 0 ? sum / asked.length : 0;
}

/** Rows whose nearest neighbours stand for those of all. */
const NEIGHBOURS_ASKED = 150;
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
    const distances = spreadRows(data.length / D, NEIGHBOURS_ASKED).map((row) =>
      distanceToNearest(data.subarray(row * D, (row + 1) * D), data, row),
    );
    distances.sort((a, b) => a - b);
    usual = distances[Math.floor(QUANTILE * (distances.length - 1))] ?? 0;
    known.set(data, usual);
  }
  return usual;
}
