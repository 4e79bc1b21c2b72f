import { columnsCsv, numbered } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { seriesColumns } from '../../shared/keeping/seriesColumns.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';

export const exports: LabExports = {
  pictures: [
    { value: 'observations', label: 'Observations' },
    { value: 'prediction', label: 'Prediction' },
    { value: 'latents', label: 'Latent trajectories' },
    { value: 'transition', label: 'Transition matrix' },
    { value: 'eigenvalues', label: 'Eigenvalues' },
    { value: 'bound', label: 'ELBO' },
  ],
  tables: [
    table<SvaeLdsSnapshot>(
      'Series',
      'The steps shown: observations, prediction and latents as CSV',
      (shown, dataset) => columnsCsv(seriesColumns(shown, dataset)),
    ),
    // Row i, column j is what latent j gives to latent i.
    table<SvaeLdsSnapshot>(
      'Matrix',
      'Transition matrix with edits as CSV',
      ({ transition, latentDimension }) =>
        columnsCsv(numbered('from latent', transition, latentDimension)),
    ),
  ],
  python: { notebook: async () => (await import('./notebook.ts')).notebook },
};
