import Papa from 'papaparse';
import type { Dataset } from '../models/engine.ts';

/** One column of a table to export, all of the same length. */
export interface ExportColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** What a model says about each of N rows; whatever it does not say is left out. */
export interface ExportedPoints {
  readonly dataset: Dataset;
  /** d */
  readonly latentDimension?: number;
  /** N x d */
  readonly latents?: ArrayLike<number>;
  /** N clusters, counted from 0; exported from 1, as the page shows them. */
  readonly assignments?: ArrayLike<number>;
  /** N */
  readonly confidence?: ArrayLike<number>;
  /** N x D in model units. */
  readonly reconstructions?: ArrayLike<number>;
}

/** Columns as CSV text: a header, then a row per entry; "\r\n" line ends as RFC 4180 has them. */
export function columnsCsv(columns: readonly ExportColumn[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const data = Array.from({ length: rows }, (_, row) =>
    columns.map(({ values }) => readable(values[row])),
  );
  // A spreadsheet must not run a column's name as a formula.
  return Papa.unparse(
    { fields: columns.map(({ name }) => name), data },
    { escapeFormulae: true, newline: '\r\n' },
  );
}

/** The data set in the user's units, with labels, clusters, latents and reconstructions beside it. */
export function pointsCsv(points: ExportedPoints): string {
  const { dataset, latentDimension = 0, latents, assignments, confidence } = points;
  const { dimension, frame, rows } = dataset;
  const inUserUnits = (values: ArrayLike<number>, prefix: string) =>
    dataset.columns.map((name, column) => ({
      name: `${prefix}${name}`,
      values: every(values, dimension, column, rows).map(
        (value) => frame.offset[column] + frame.scale * value,
      ),
    }));
  const fromOne = (name: string, values: ArrayLike<number>) => ({
    name,
    values: Array.from(values, (value) => value + 1),
  });
  return columnsCsv([
    ...inUserUnits(dataset.values, ''),
    ...(dataset.labels ? [fromOne('label', dataset.labels)] : []),
    ...(assignments ? [fromOne('cluster', assignments)] : []),
    ...(confidence ? [{ name: 'responsibility', values: confidence }] : []),
    ...Array.from({ length: latents ? latentDimension : 0 }, (_, column) => ({
      name: `latent ${column + 1}`,
      values: every(latents ?? [], latentDimension, column, rows),
    })),
    ...(points.reconstructions ? inUserUnits(points.reconstructions, 'reconstructed ') : []),
  ]);
}

/** One column of a row-major matrix. */
function every(values: ArrayLike<number>, width: number, column: number, rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => values[row * width + column]);
}

/** Nine digits give a Float32 back exactly, without the noise of its digits as a double. */
function readable(value: number): number {
  return Number(value.toPrecision(9));
}
