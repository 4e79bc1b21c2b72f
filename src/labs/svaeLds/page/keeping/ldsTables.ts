/** What the lab shows, as CSV text. */
import { columnsCsv, inOwnUnits, numbered, observed } from '../../../../files/exportCsv.ts';
import type { Dataset } from '../../../engine.ts';
import { plainSvaeLdsSnapshot } from '../../plain.ts';
import type { SvaeLdsSnapshot } from '../../snapshot.ts';

/** A row for each step shown: its number, observations and prediction in the data's units, latents. */
export function seriesTable(snapshot: unknown, dataset: Dataset): string {
  // Snapshots come from this lab's engine.
  const shown = snapshot as SvaeLdsSnapshot;
  const { steps, firstRow, clean, prediction, latents, latentDimension } = shown;
  const { data } = plainSvaeLdsSnapshot(shown, dataset);
  const row = Array.from({ length: steps }, (_, step) => firstRow + step + 1);
  return columnsCsv([
    { name: 'row', values: row },
    ...observed(dataset, data.flat()),
    ...(clean ? inOwnUnits(dataset, clean, 'clean ') : []),
    ...inOwnUnits(dataset, prediction, 'predicted '),
    ...numbered('latent', latents, latentDimension),
  ]);
}

/** The transition matrix with edits: row i, column j is what latent j gives to latent i. */
export function transitionTable(snapshot: unknown): string {
  const { transition, latentDimension } = snapshot as SvaeLdsSnapshot;
  return columnsCsv(numbered('from latent', transition, latentDimension));
}
