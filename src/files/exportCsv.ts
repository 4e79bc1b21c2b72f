import Papa from 'papaparse';
import { roundedToOwn } from '../datasets/columnUnits.ts';
import { observations } from '../datasets/dataset.ts';
import type { Dataset } from '../labs/engine.ts';

/** One column of a table to export, all of the same length. */
export interface ExportColumn {
  readonly name: string;
  readonly values: ArrayLike<number | string>;
  /** Significant digits; 9, which give a Float32 back exactly, by default. */
  readonly digits?: number;
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

/** Those of any double. */
const ALL_DIGITS = 17;

/** Without the noise of the last digits of what a double was computed to. */
export const COMPUTED_DIGITS = 15;

/**
 * Columns as CSV text: a header, then a row per entry, empty where a value is missing (NaN);
 * "\r\n" line ends as RFC 4180 has them.
 */
export function columnsCsv(columns: readonly ExportColumn[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const data = Array.from({ length: rows }, (_, row) =>
    columns.map(({ values, digits }) => readable(values[row], digits)),
  );
  // A spreadsheet must not run a column's name as a formula.
  return Papa.unparse(
    { fields: columns.map(({ name }) => name), data },
    { escapeFormulae: true, newline: '\r\n' },
  );
}

/** The data set in its own units, with labels, clusters, latents and reconstructions beside it. */
export function pointsCsv(points: ExportedPoints): string {
  const { dataset, latentDimension = 0, latents, assignments, confidence } = points;
  return columnsCsv([
    ...observed(dataset),
    ...(dataset.labels ? [countedFromOne('label', dataset.labels)] : []),
    ...(assignments ? [countedFromOne('cluster', assignments)] : []),
    ...(confidence ? [{ name: 'responsibility', values: confidence }] : []),
    ...numbered('latent', latents ?? [], latents ? latentDimension : 0),
    ...(points.reconstructions
      ? inOwnUnits(dataset, points.reconstructions, 'reconstructed ')
      : []),
  ]);
}

/**
 * The observations as they were given: to read them again makes the same data set.
 *
 * @param values all of them, or those of some rows, in own units
 */
export const observed = (
  dataset: Dataset,
  values: ArrayLike<number> = observations(dataset),
): ExportColumn[] =>
  asColumns(dataset, values).map((column) => ({
    ...column,
    ...(dataset.own && { digits: ALL_DIGITS }),
  }));

/** N x D values in own units as columns of the names of the data. */
const asColumns = ({ columns, dimension }: Dataset, values: ArrayLike<number>): ExportColumn[] =>
  columns.map((name, column) => ({ name, values: every(values, dimension, column) }));

/** N x D values in model units, such as reconstructions, as columns in own units. */
export const inOwnUnits = (
  dataset: Dataset,
  values: ArrayLike<number>,
  prefix: string,
): ExportColumn[] =>
  asColumns(dataset, values).map(({ name, values: ofColumn }, column) => ({
    name: `${prefix}${name}`,
    values: Array.from(ofColumn as ArrayLike<number>, (value) =>
      roundedToOwn(dataset.units[column], value),
    ),
    digits: ALL_DIGITS,
  }));

/** Numbers of classes or clusters as the page shows them; empty for a point without a class. */
export const countedFromOne = (name: string, values: ArrayLike<number>): ExportColumn => ({
  name,
  values: Array.from(values, (value) => (value < 0 ? Number.NaN : value + 1)),
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

/** Rounded, without the noise of a Float32's digits as a double. */
function readable(value: number | string, digits = 9): number | string {
  if (typeof value === 'string') return value;
  return Number.isNaN(value) ? '' : Number(value.toPrecision(digits));
}
