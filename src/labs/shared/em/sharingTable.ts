import { columnsCsv, countedFromOne, numbered, observed } from '../../../files/exportCsv.ts';
import type { Dataset } from '../../engine.ts';

/**
 * One row per point: observations in their own units, label, whom it belongs to most, and all
 * responsibilities.
 *
 * @param who what the points are shared among: "cluster"
 */
export function sharingTable(
  {
    assignments,
    responsibilities,
  }: { readonly assignments: ArrayLike<number>; readonly responsibilities: ArrayLike<number> },
  dataset: Dataset,
  who: string,
): string {
  return columnsCsv([
    ...observed(dataset),
    ...(dataset.labels ? [countedFromOne('label', dataset.labels)] : []),
    countedFromOne(who, assignments),
    ...numbered('responsibility', responsibilities, responsibilities.length / dataset.rows),
  ]);
}
