import type { Dataset } from '../../engine.ts';

type ClassedRows = Pick<Dataset, 'values' | 'labels' | 'rows' | 'dimension' | 'distance'>;

/**
 * Mean squared distance of a row from the mean of its true class, in the data set's unit of
 * distance; null when not all classes are known.
 */
export function classDistortion({
  values,
  labels,
  rows,
  dimension: d,
  distance,
}: ClassedRows): number | null {
  if (!labels || rows === 0 || labels.some((label) => label < 0)) return null;
  const sums = new Map<number, { count: number; sum: Float64Array; square: number }>();
  for (let row = 0; row < rows; row++) {
    const known = sums.get(labels[row]);
    const entry = known ?? { count: 0, sum: new Float64Array(d), square: 0 };
    if (!known) sums.set(labels[row], entry);
    entry.count += 1;
    for (let i = 0; i < d; i++) {
      entry.sum[i] += values[row * d + i];
      entry.square += values[row * d + i] ** 2;
    }
  }
  let total = 0;
  for (const { count, sum, square } of sums.values())
    total += square - sum.reduce((length, value) => length + value * value, 0) / count;
  return (distance.scale ** 2 * total) / rows;
}
