import { cholesky, POSITIVE_DEFINITE } from '../../math/cholesky.ts';
import { symmetricEigen } from '../../math/symmetricEigen.ts';

/** Scratch for matrices of one size. */
export interface FloorScratch {
  readonly matrix: Float64Array;
  readonly vectors: Float64Array;
}

export function createFloorScratch(d: number): FloorScratch {
  return { matrix: new Float64Array(d * d), vectors: new Float64Array(d * d) };
}

/**
 * Raises eigenvalues of a covariance below `floor` to it, in place. A cluster that has fallen onto
 * a point or a line would have infinite likelihood; with the floor there is a maximum. Among the
 * covariances with no eigenvalue below the floor, the raised one is exactly the M-step's best: it
 * maximises -log det S / 2 - tr(S^-1 A) / 2 for a weighted scatter A. So EM still never falls.
 *
 * @param covariances d x d at `at`, row-major, symmetric
 * @param floor least variance along any direction, > 0
 * @returns whether there was anything to raise
 */
export function raiseToFloor(
  covariances: Float64Array,
  at: number,
  d: number,
  floor: number,
  { matrix, vectors }: FloorScratch,
): boolean {
  const size = d * d;
  for (let i = 0; i < size; i++) matrix[i] = covariances[at + i];
  for (let i = 0; i < d; i++) matrix[i * d + i] -= floor;
  if (cholesky(matrix, 0, d) === POSITIVE_DEFINITE) return false;
  for (let i = 0; i < size; i++) matrix[i] = covariances[at + i];
  symmetricEigen(matrix, vectors, d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let e = 0; e < d; e++)
        sum += vectors[i * d + e] * vectors[j * d + e] * Math.max(floor, matrix[e * d + e]);
      covariances[at + i * d + j] = sum;
      covariances[at + j * d + i] = sum;
    }
  return true;
}
