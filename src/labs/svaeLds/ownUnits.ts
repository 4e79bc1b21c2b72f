import type { Dataset } from '../../datasets/dataset.ts';
import type { SvaeLdsSnapshot } from './snapshot.ts';

/** The observations of the steps shown (T x D) in their own units, exactly as they were given. */
export function observedStretch(
  { data, firstRow, steps }: Pick<SvaeLdsSnapshot, 'data' | 'firstRow' | 'steps'>,
  dataset: Dataset,
): ArrayLike<number> {
  // Dots may be fed faster than the data set has them.
  if (!dataset.own) return data;
  const D = dataset.dimension;
  return dataset.own.subarray(firstRow * D, (firstRow + steps) * D);
}
