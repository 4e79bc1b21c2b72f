import { COMPUTED_DIGITS, columnsCsv } from '../../../../files/exportCsv.ts';
import type { Dataset } from '../../../engine.ts';
import { plainEmSnapshot } from '../../plain.ts';
import type { EmSnapshot } from '../../snapshot.ts';

/** One row per cluster: weight, points, mean and covariance, in the units of the data. */
export function clustersTable(snapshot: EmSnapshot, dataset: Dataset): string {
  const { clusters } = plainEmSnapshot(snapshot, dataset);
  const { columns } = dataset;
  const of = (value: (cluster: (typeof clusters)[number]) => number) => clusters.map(value);
  return columnsCsv([
    { name: 'cluster', values: of(({ id }) => id + 1) },
    { name: 'weight', values: of(({ weight }) => weight) },
    { name: 'points', values: of(({ count }) => count) },
    ...columns.map((name, i) => ({
      name: `mean ${name}`,
      values: of(({ mean }) => mean[i]),
      digits: COMPUTED_DIGITS,
    })),
    ...columns.flatMap((row, i) =>
      columns.slice(0, i + 1).map((column, j) => ({
        name: i === j ? `variance ${row}` : `covariance ${column} ${row}`,
        values: of(({ covariance }) => covariance[i][j]),
      })),
    ),
  ]);
}
