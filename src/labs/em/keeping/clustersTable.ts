import { columnsCsv } from '../../../files/exportCsv.ts';
import type { EmSnapshot } from '../../../models/em/snapshot.ts';
import type { Dataset } from '../../../models/engine.ts';

/** One row per cluster: weight, points, mean and covariance. */
export function clustersTable({ clusters }: EmSnapshot, { columns, frame }: Dataset): string {
  const d = columns.length;
  const of = (value: (cluster: EmSnapshot['clusters'][number]) => number) => clusters.map(value);
  return columnsCsv([
    { name: 'cluster', values: of(({ id }) => id + 1) },
    { name: 'weight', values: of(({ weight }) => weight) },
    { name: 'points', values: of(({ count }) => count) },
    ...columns.map((name, i) => ({
      name: `mean ${name}`,
      values: of(({ mean }) => frame.offset[i] + frame.scale * mean[i]),
    })),
    ...columns.flatMap((row, i) =>
      columns.slice(0, i + 1).map((column, j) => ({
        name: i === j ? `variance ${row}` : `covariance ${column} ${row}`,
        values: of(({ covariance }) => frame.scale ** 2 * covariance[i * d + j]),
      })),
    ),
  ]);
}
