/** How far something decoded is from what was observed. Distances in model units. */
import { spreadRows } from '../../../plots/encoded/pictures.ts';

/** Rows whose errors stand for all. */
const ASKED = 200;
/** Part of the errors that are no larger than the typical one. */
const QUANTILE = 0.95;

/** @param data N x D */
export function distanceToNearest(mean: Float32Array, data: Float32Array): number {
  const D = mean.length;
  let least = Infinity;
  for (let at = 0; at + D <= data.length; at += D) {
    let squared = 0;
    for (let i = 0; i < D && squared < least; i++) squared += (mean[i] - data[at + i]) ** 2;
    least = Math.min(least, squared);
  }
  return Math.sqrt(least);
}

/** The error that nearly all reconstructions keep to. Both arrays N x D. */
export function typicalError(data: Float32Array, reconstructions: Float32Array, D: number): number {
  const errors = spreadRows(data.length / D, ASKED).map((n) => {
    let squared = 0;
    for (let i = n * D; i < (n + 1) * D; i++) squared += (data[i] - reconstructions[i]) ** 2;
    return Math.sqrt(squared);
  });
  errors.sort((a, b) => a - b);
  return errors[Math.floor(QUANTILE * (errors.length - 1))] ?? 0;
}
