import type { Dataset } from '../../../datasets/dataset.ts';

/** What snapshots of series say of the T steps shown. */
export interface ObservedSteps {
  /** T x D */
  readonly data: Float32Array;
  /** Row of the data that is the first of them. */
  readonly firstRow: number;
  readonly steps: number;
}

/** The observations of the steps shown (T x D) in their own units, exactly as they were given. */
export function observedStretch(
  { data, firstRow, steps }: ObservedSteps,
  { own, dimension: D }: Dataset,
): ArrayLike<number> {
  // Dots may be fed faster than the data set has them.
  return own?.subarray(firstRow * D, (firstRow + steps) * D) ?? data;
}
