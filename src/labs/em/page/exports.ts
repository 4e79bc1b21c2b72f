import { COMPUTED_DIGITS, columnsCsv } from '../../../files/exportCsv.ts';
import { emCurve } from '../../shared/em/emCurve.ts';
import { courseTable, sharingTable } from '../../shared/em/tables.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { plainEmSnapshot } from '../plain.ts';
import type { EmSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Observations' },
    { value: 'landscape', label: 'Landscape' },
    { value: 'free-energy', label: 'ELBO' },
    { value: 'responsibilities', label: 'Responsibilities' },
  ],
  tables: [
    sharingTable('cluster'),
    table<EmSnapshot>(
      'Clusters',
      'Weights, means and covariances as CSV',
      // One row per cluster, in the units of the data.
      (snapshot, dataset) => {
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
      },
    ),
    courseTable,
  ],
  hasBound: false,
  curve: emCurve,
  smallPicture: ({ assignments, clusters }: EmSnapshot, { values, dimension }) => ({
    ...{ latents: values, dimension, assignments },
    clusters: clusters.map((cluster) => ({ ...cluster, removed: false })),
  }),
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};
