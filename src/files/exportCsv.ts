import Papa from 'papaparse';
import type { Dataset } from '../models/engine.ts';

/** One column of a table to export, all of the same length. */
export interface ExportColumn {
  readonly name: string;
  readonly values: ArrayLike<number | string>;
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

/**
 * Columns as CSV text: a header, then a row per entry, empty where a value is missing (NaN);
 * "\r\n" line ends as RFC 4180 has them.
 */
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
  return columnsCsv([
    ...inUserUnits(dataset, dataset.values, ''),
    ...(dataset.labels ? [countedFromOne('label', dataset.labels)] : []),
    ...(assignments ? [countedFromOne('cluster', assignments)] : []),
    ...(confidence ? [{ name: 'responsibility', values: confidence }] : []),
    ...numbered('latent', latents ?? [], latents ? latentDimension : 0),
    ...(points.reconstructions
      ? inUserUnits(dataset, points.reconstructions, 'reconstructed ')
      : []),
  ]);
}

/** N x D values in model units, such as the data set's own, as columns in the user's units. */
export function inUserUnits(
  { columns, dimension, frame }: Dataset,
  values: ArrayLike<number>,
  prefix: string,
): ExportColumn[] {
  return columns.map((name, column) => ({
    name: `${prefix}${name}`,
    values: every(values, dimension, column).map(
      (value) => frame.offset[column] + frame.scale * value,
    ),
  }));
}

/** Numbers of classes or clusters as the page shows them. */
export const countedFromOne = (name: string, values: ArrayLike<number>): ExportColumn => ({
  name,
  values: Array.from(values, (value) => value + 1),
});

/** The columns of a row-major matrix: "latent 1", "latent 2" and so on. */
export const numbered = (
  name: string,
  values: ArrayLike<number>,
  columns: number,
): ExportColumn[] =>
  Array.from({ length: columns }, (_, column) => ({
    name: `${name} ${column + 1}`,
    values: every(values, columns, column),
  }));

/** One column of a row-major matrix. */
function every(values: ArrayLike<number>, width: number, column: number): number[] {
  return Array.from({ length: values.length / width }, (_, row) => values[row * width + column]);
}

/** Nine digits give a Float32 back exactly, without the noise of its digits as a double. */
function readable(value: number | string): number | string {
  if (typeof value === 'string') return value;
  return Number.isNaN(value) ? '' : Number(value.toPrecision(9));
}
