/** What the lab shows, as CSV text. */
import { columnsCsv, type ExportColumn } from '../../../files/exportCsv.ts';
import type { Dataset } from '../../../models/engine.ts';
import type { SvaeLdsSnapshot } from '../../../models/svaeLds/snapshot.ts';

/** A row for each step shown: its number, observations and prediction in the data's units, latents. */
export function seriesTable(snapshot: unknown, dataset: Dataset): string {
  const { steps, firstRow, data, clean, prediction, latents, latentDimension } =
    // Snapshots come from this lab's engine.
    snapshot as SvaeLdsSnapshot;
  const { columns, dimension, frame } = dataset;
  const inUserUnits = (values: ArrayLike<number>, prefix: string): ExportColumn[] =>
    columns.map((name, column) => ({
      name: `${prefix}${name}`,
      values: every(values, dimension, column, steps).map(
        (value) => frame.offset[column] + frame.scale * value,
      ),
    }));
  const row = Array.from({ length: steps }, (_, step) => firstRow + step + 1);
  const state = Array.from({ length: latentDimension }, (_, column) => ({
    name: `latent ${column + 1}`,
    values: every(latents, latentDimension, column, steps),
  }));
  return columnsCsv([
    { name: 'row', values: row },
    ...inUserUnits(data, ''),
    ...(clean ? inUserUnits(clean, 'clean ') : []),
    ...inUserUnits(prediction, 'predicted '),
    ...state,
  ]);
}

/** The transition matrix with edits: row i, column j is what latent j gives to latent i. */
export function transitionTable(snapshot: unknown): string {
  const { transition, latentDimension } = snapshot as SvaeLdsSnapshot;
  return columnsCsv(
    Array.from({ length: latentDimension }, (_, column) => ({
      name: `from latent ${column + 1}`,
      values: every(transition, latentDimension, column, latentDimension),
    })),
  );
}

/** One column of a row-major matrix. */
function every(values: ArrayLike<number>, width: number, column: number, rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => values[row * width + column]);
}
