import type { ExportColumn } from '../../../../files/exportCsv.ts';
import type { AnnealingView } from '../../annealingView.ts';
import { SERIES } from './looks.ts';

/** A row for each number of steps that was measured. */
export const annealingColumns = ({ measured, logZ }: AnnealingView): ExportColumn[] => [
  { name: 'steps', values: measured.forward.map(({ steps }) => steps) },
  { name: 'log Z', values: measured.forward.map(() => logZ) },
  ...SERIES.flatMap((series) => [
    { name: `bound, ${series}`, values: measured[series].map(({ bound }) => bound) },
    { name: `standard error, ${series}`, values: measured[series].map((one) => one.boundError) },
    { name: `mean weight / Z, ${series}`, values: measured[series].map(({ ratio }) => ratio) },
    { name: `its error, ${series}`, values: measured[series].map(({ ratioError }) => ratioError) },
    { name: `runs, ${series}`, values: measured[series].map(({ runs }) => runs) },
  ]),
];
