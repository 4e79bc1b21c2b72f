import { yearOf } from '../../../datasets/calendar.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
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
      (shown, dataset) => {
        const [row, ...others] = seriesColumns(shown, dataset);
        return columnsCsv([row, ...yearsOf(dataset, shown.firstRow, shown.steps), ...others]);
      },
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

/** When the rows begin, where that is known: a month later is a twelfth more. */
function yearsOf(dataset: Dataset, firstRow: number, steps: number) {
  const calendar = dataset.kind === 'sequence' ? dataset.calendar : undefined;
  if (!calendar) return [];
  const values = Array.from({ length: steps }, (_, t) => yearOf(calendar, firstRow + t));
  return [{ name: 'year', values }];
}
