import type { Dataset } from './dataset.ts';

/** Points the user drew or loaded: N x D in the user's units. */
export interface OwnData {
  readonly name: string;
  /** N */
  readonly rows: number;
  /** Name of each of the D columns. */
  readonly columns: readonly string[];
  /** N x D, row-major. */
  readonly values: Float64Array;
  /** N class numbers from 0, where known. */
  readonly labels: Int32Array | null;
}

/** Root-mean-square distance from the centre, in model units, that own points are scaled to. */
export const MODEL_RADIUS = 10;

/** Own points that no model can be trained on; the message names the bad value. */
export class InvalidDataset extends Error {
  override readonly name = 'InvalidDataset';
}

/** Points of a plane need two columns; a series in time is content with one. */
export const POINT_COLUMNS = 2;
export const SERIES_COLUMNS = 1;

/** What is wrong with own points, in words; null when a model can be trained on them. */
export function ownDataProblem(own: OwnData, minColumns = POINT_COLUMNS): string | null {
  const dimension = own.columns.length;
  if (dimension < minColumns) {
    const columns = minColumns === 1 ? 'column' : 'columns';
    return `Own data need at least ${minColumns} ${columns} of numbers; there are ${dimension}.`;
  }
  if (own.rows < 2) return `Own data need at least 2 rows; there are ${own.rows}.`;
  if (own.values.length !== own.rows * dimension) {
    return `Own data hold ${own.values.length} numbers; ${own.rows} rows of ${dimension} columns need ${own.rows * dimension}.`;
  }
  if (own.labels !== null && own.labels.length !== own.rows) {
    return `Own data hold ${own.labels.length} labels for ${own.rows} rows.`;
  }
  const bad = own.values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const row = Math.floor(bad / dimension) + 1;
    return `Own data hold ${own.values[bad]} in row ${row}, column "${own.columns[bad % dimension]}"; expected a finite number.`;
  }
  if (own.columns.every((_, column) => isConstant(own, column))) {
    return 'All points of the own data are the same; at least one column must vary.';
  }
  const { scale } = frameOf(own);
  if (!Number.isFinite(scale) || scale <= 0) {
    return 'The own data span too large or too small a range to be scaled; change their units.';
  }
  return null;
}

/** Whether a column has the same value in every row. */
export function isConstant(own: OwnData, column: number): boolean {
  const dimension = own.columns.length;
  const first = own.values[column];
  for (let row = 1; row < own.rows; row++) {
    if (own.values[row * dimension + column] !== first) return false;
  }
  return true;
}

/**
 * Own points in model units: centred, and divided by one scale for all columns so that their
 * root-mean-square radius is `MODEL_RADIUS`. One scale keeps the shape the user drew.
 *
 * @throws InvalidDataset with the message of `ownDataProblem`.
 */
export function ownDataset(own: OwnData): Dataset {
  const problem = ownDataProblem(own);
  if (problem !== null) throw new InvalidDataset(problem);
  const dimension = own.columns.length;
  const frame = frameOf(own);
  return {
    name: own.name,
    rows: own.rows,
    dimension,
    values: Float32Array.from(
      own.values,
      (value, index) => (value - frame.offset[index % dimension]) / frame.scale,
    ),
    labels: own.labels,
    columns: own.columns,
    frame,
  };
}

function frameOf(own: OwnData): Dataset['frame'] {
  const dimension = own.columns.length;
  const offset = columnMeans(own.values, own.rows, dimension);
  let squares = 0;
  for (let index = 0; index < own.values.length; index++) {
    squares += (own.values[index] - offset[index % dimension]) ** 2;
  }
  return { offset, scale: Math.sqrt(squares / own.rows) / MODEL_RADIUS };
}

/** Mean of each column of an N x D row-major matrix. */
export function columnMeans(
  values: ArrayLike<number>,
  rows: number,
  dimension: number,
): readonly number[] {
  const means = new Array<number>(dimension).fill(0);
  for (let index = 0; index < rows * dimension; index++) {
    // Divided before it is added, so that large values do not overflow.
    means[index % dimension] += values[index] / rows;
  }
  return means;
}
