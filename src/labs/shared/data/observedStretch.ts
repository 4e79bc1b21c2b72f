import type { Dataset } from '../../../datasets/dataset.ts';
import type { SeriesSnapshot } from './seriesSnapshot.ts';

/** The observations of the steps shown (T x D) in their own units, exactly as they were given. */
export function observedStretch(
  { data, firstRow, steps }: Pick<SeriesSnapshot, 'data' | 'firstRow' | 'steps'>,
  { own, dimension: D }: Dataset,
): ArrayLike<number> {
  // Dots may be fed faster than the data set has them.
  return own?.subarray(firstRow * D, (firstRow + steps) * D) ?? data;
}
