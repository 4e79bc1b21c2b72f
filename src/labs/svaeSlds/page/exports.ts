import { columnsCsv, countedFromOne, numbered } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { seriesColumns } from '../../shared/keeping/seriesColumns.ts';
import type { SvaeSldsSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Observations' },
    { value: 'states', label: 'States' },
    { value: 'prediction', label: 'Prediction' },
    { value: 'eigenvalues', label: 'Eigenvalues' },
    { value: 'chain', label: 'Transitions' },
    { value: 'fan', label: 'Forecasts' },
    { value: 'bound', label: 'ELBO' },
  ],
  tables: [
    table<SvaeSldsSnapshot>(
      'Series',
      'The steps shown: observations, prediction, latents and states as CSV; states count from 1',
      (shown, dataset) =>
        columnsCsv([
          ...seriesColumns(shown, dataset),
          countedFromOne('state', shown.assignments),
          ...numbered('probability of state', shown.responsibilities, shown.stateCount),
          ...(shown.truth ? [countedFromOne('true state', shown.truth)] : []),
        ]),
    ),
    table<SvaeSldsSnapshot>(
      'Transitions',
      'Probabilities from the state of a row to that of a column, with edits, as CSV',
      ({ chain, stateCount }) => columnsCsv(numbered('to state', chain, stateCount)),
    ),
  ],
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};
