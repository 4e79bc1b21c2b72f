import { columnsCsv, inOwnUnits, numbered, observed } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { plainSvaeSldsSnapshot } from '../plain.ts';
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
      (shown, dataset) => {
        const { steps, firstRow, clean, prediction, latents, latentDimension, truth } = shown;
        const { data } = plainSvaeSldsSnapshot(shown, dataset);
        return columnsCsv([
          { name: 'row', values: Array.from({ length: steps }, (_, t) => firstRow + t + 1) },
          ...observed(dataset, data.flat()),
          ...(clean ? inOwnUnits(dataset, clean, 'clean ') : []),
          ...inOwnUnits(dataset, prediction, 'predicted '),
          ...numbered('latent', latents, latentDimension),
          { name: 'state', values: Array.from(shown.assignments, (state) => state + 1) },
          ...numbered('probability of state', shown.responsibilities, shown.stateCount),
          ...(truth
            ? [{ name: 'true state', values: Array.from(truth, (state) => state + 1) }]
            : []),
        ]);
      },
    ),
    table<SvaeSldsSnapshot>(
      'Transitions',
      'Probabilities from the state of a row to that of a column, with edits, as CSV',
      ({ chain, stateCount }) => columnsCsv(numbered('to state', chain, stateCount)),
    ),
  ],
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};
