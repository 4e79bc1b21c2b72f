import { shortened } from '../settings/words.ts';
import { type Calendar, calendarFrom } from './calendar.ts';
import { type ColumnUnits, type DistanceUnit, inModelUnits } from './columnUnits.ts';
import type { Points } from './dataset.ts';

/** Points, a series or texts the user drew or loaded: N x D in the user's units. */
export interface OwnData {
  readonly name: string;
  /** N */
  readonly rows: number;
  /** Name of each of the D columns. */
  readonly columns: readonly string[];
  /** N x D, row-major; NaN where a value of a series is missing. */
  readonly values: Float64Array;
  /** N class numbers from 0, `NO_CLASS` for points without one; null where there are no classes. */
  readonly labels: Int32Array | null;
  /** When the steps of a series are, where a column of dates or years says so. */
  readonly calendar?: Calendar;
  /** Of texts: rows are documents, without columns of numbers. */
  readonly documents?: OwnDocuments;
}

/** N documents, and what is known of each. */
export interface OwnDocuments {
  readonly texts: readonly string[];
  readonly titles: readonly string[];
  /** In years, NaN where it is not known; null where there are no dates. */
  readonly dates: Float64Array | null;
  /** Names of the classes in `labels`. */
  readonly groups: readonly string[];
  /**
   * Names of the markers, where documents are individuals: each text is then a genotype for each, such as
   * "A/G 0/1 .", with a dot where it is not known.
   */
  readonly loci?: readonly string[];
}

/** The label of a point whose class is not known. */
export const NO_CLASS = -1;

/** Root-mean-square distance from the centre, in model units, that own points are scaled to. */
export const MODEL_RADIUS = 10;

/** Points of a plane, or a series in time: its rows are steps, and values may be missing. */
export type NumbersForm = 'points' | 'series';

/** What own data are to a lab. */
export type OwnForm = NumbersForm | 'texts';

/** Own data that no model can be trained on; the message names the bad value. */
export class InvalidDataset extends Error {
  override readonly name = 'InvalidDataset';
}

export const LEAST_COLUMNS: Readonly<Record<NumbersForm, number>> = { points: 2, series: 1 };

/** What is wrong with own data, in words; null when a model can be trained on them. */
export function ownDataProblem(own: OwnData, form: NumbersForm = 'points'): string | null {
  const dimension = own.columns.length;
  const least = LEAST_COLUMNS[form];
  if (dimension < least) {
    const columns = least === 1 ? 'column' : 'columns';
    return `Own data need at least ${least} ${columns} of numbers; there are ${dimension}.`;
  }
  if (own.rows < 2) return `Own data need at least 2 rows; there are ${own.rows}.`;
  if (own.values.length !== own.rows * dimension) {
    return `Own data hold ${own.values.length} numbers; ${own.rows} rows of ${dimension} columns need ${own.rows * dimension}.`;
  }
  if (own.labels !== null && own.labels.length !== own.rows) {
    return `Own data hold ${own.labels.length} labels for ${own.rows} rows.`;
  }
  const mayLack = form === 'series';
  const bad = own.values.findIndex(
    (value) => !(Number.isFinite(value) || (mayLack && Number.isNaN(value))),
  );
  if (bad >= 0) {
    const row = Math.floor(bad / dimension) + 1;
    return `Own data hold ${own.values[bad]} in row ${row}, column "${shortened(own.columns[bad % dimension])}"; expected a finite number.`;
  }
  const gaps = mayLack ? gapsProblem(own) : null;
  if (gaps !== null) return gaps;
  if (own.columns.every((_, column) => onlyValue(own, column) !== null)) {
    const what = form === 'series' ? 'rows of the series' : 'points of the own data';
    return `All ${what} are the same; at least one column must vary.`;
  }
  // A series is scaled by its model, to what a decoder can reach.
  if (mayLack) return null;
  if (unitsOf(own, false).some(({ scale }) => !isScale(scale))) {
    return 'The own data span too large or too small a range to be scaled; change their units.';
  }
  return null;
}

/** A model that bridges gaps has to see more than it bridges. */
function gapsProblem(own: OwnData): string | null {
  const empty = own.columns.findIndex((_, column) => Number.isNaN(onlyValue(own, column)));
  if (empty >= 0)
    return `Column "${shortened(own.columns[empty])}" has no value at all; leave it out.`;
  const { rows } = gapsOf(own);
  if (rows.length <= own.rows / 2) return null;
  return `Values are missing in ${rows.length} of ${own.rows} rows; at most half of the rows of a series may have gaps.`;
}

/** A series without its first steps. */
export function withoutFirst(own: OwnData, lost: number): OwnData {
  const { rows, columns, values, labels, calendar } = own;
  return {
    ...own,
    rows: rows - lost,
    values: values.subarray(lost * columns.length),
    labels: labels?.slice(lost) ?? null,
    ...(calendar && { calendar: calendarFrom(calendar, lost) }),
  };
}

/** How many classes there are among labels. */
export function classCount(labels: Int32Array): number {
  const classes = new Set(labels);
  classes.delete(NO_CLASS);
  return classes.size;
}

/** How many values are missing, and the rows, counted from 0, that lack any. */
export function gapsOf({ rows, columns, values }: OwnData): {
  readonly values: number;
  readonly rows: readonly number[];
} {
  const dimension = columns.length;
  let missing = 0;
  const lacking: number[] = [];
  for (let row = 0; row < rows; row++) {
    const before = missing;
    for (let at = row * dimension; at < (row + 1) * dimension; at++)
      if (Number.isNaN(values[at])) missing++;
    if (missing > before) lacking.push(row);
  }
  return { values: missing, rows: lacking };
}

/** The value a column has wherever it has one, NaN where it has none; null where it varies. */
export function onlyValue(own: OwnData, column: number): number | null {
  const dimension = own.columns.length;
  let only = Number.NaN;
  for (let row = 0; row < own.rows; row++) {
    const value = own.values[row * dimension + column];
    if (Number.isNaN(only)) only = value;
    else if (value !== only && !Number.isNaN(value)) return null;
  }
  return only;
}

/**
 * Own points in model units: centred, and with a root-mean-square radius of `MODEL_RADIUS`. One
 * scale for all columns keeps the shape of the data; standardised, every column has one of its own,
 * so that each varies as much as the others.
 *
 * @throws InvalidDataset with the message of `ownDataProblem`.
 */
export function ownDataset(own: OwnData, standardise: boolean): Points {
  const problem = ownDataProblem(own);
  if (problem !== null) throw new InvalidDataset(problem);
  const dimension = own.columns.length;
  const units = unitsOf(own, standardise);
  return {
    kind: 'points',
    name: own.name,
    rows: own.rows,
    dimension,
    values: inModelUnits(units, own.values),
    labels: own.labels,
    columns: own.columns,
    units,
    distance: distanceOf(units, standardise),
    own: own.values,
  };
}

function unitsOf(own: OwnData, standardise: boolean): ColumnUnits {
  const means = columnMeans(own.values, own.rows, own.columns.length);
  const squares = meanSquares(own, means);
  const radius = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  const common = radius / MODEL_RADIUS;
  const perColumn = Math.sqrt(squares.length) / MODEL_RADIUS;
  return means.map((offset, column) => {
    const deviation = Math.sqrt(squares[column]);
    // A constant column has no scale of its own.
    const scale = standardise && isScale(deviation) ? deviation * perColumn : common;
    return { offset, scale };
  });
}

/** Distances of standardised columns are measured in their standard deviations. */
const distanceOf = (units: ColumnUnits, standardise: boolean): DistanceUnit =>
  standardise
    ? { scale: Math.sqrt(units.length) / MODEL_RADIUS, unit: 'standard deviations' }
    : { scale: units[0].scale, unit: 'own units' };

export const isScale = (value: number): boolean =>
  Number.isFinite(value) && value > 0 && Number.isFinite(1 / value);

/** D: standard deviation of each column. */
export const columnDeviations = (own: OwnData): number[] =>
  meanSquares(own, columnMeans(own.values, own.rows, own.columns.length)).map(Math.sqrt);

/** Mean square of each column about `centre`. */
function meanSquares(own: OwnData, centre: readonly number[]): number[] {
  const dimension = own.columns.length;
  const squares = new Array<number>(dimension).fill(0);
  own.values.forEach((value, index) => {
    squares[index % dimension] += (value - centre[index % dimension]) ** 2 / own.rows;
  });
  return squares;
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
