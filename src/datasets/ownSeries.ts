import { type ColumnUnits, type DistanceUnit, inModelUnits } from './columnUnits.ts';
import type { Sequence } from './dataset.ts';
import { heldOutRows } from './movingDots.ts';
import { InvalidDataset, isScale, type OwnData, ownDataProblem } from './ownData.ts';

/** In ranges of the training rows: farther out a Float32 overflows where errors are squared. */
const FARTHEST = 1e15;

export interface SeriesScaling {
  /** Steps of a window, which has to fit into the rows for training. */
  readonly windowSteps: number;
  /** Each column has a scale of its own, so that each varies as much as the others. */
  readonly standardise: boolean;
  /**
   * How far a decoder can go beyond the values it was trained on, below and above, as a fraction of
   * their range. It ends in a sigmoid: what lies outside cannot be predicted at all.
   */
  readonly reach: number;
}

/**
 * An own series in model units, NaN where a value is missing. The rows for training and what is to
 * be reached beyond them take the range 0 to 1 of a decoder that ends in a sigmoid; the rows held
 * out have no say in it. One scale for all columns keeps their proportions. Rows are steps of time.
 *
 * @throws InvalidDataset naming what is wrong
 */
export function ownSeries(own: OwnData, scaling: SeriesScaling): Sequence {
  const problem = ownDataProblem(own, 'series');
  if (problem !== null) throw new InvalidDataset(problem);
  const heldOut = heldOutRows(own.rows);
  const units = unitsOf(own, own.rows - heldOut, scaling);
  const values = inModelUnits(units, own.values);
  const far = values.findIndex((value) => Math.abs(value) > FARTHEST);
  if (far >= 0) {
    const row = Math.floor(far / own.columns.length) + 1;
    throw new InvalidDataset(
      `Row ${row} of the series holds ${own.values[far]}, which is too far from the rows for training. Correct it or leave it out.`,
    );
  }
  return {
    kind: 'sequence',
    name: own.name,
    rows: own.rows,
    dimension: own.columns.length,
    values,
    labels: null,
    columns: own.columns,
    units,
    distance: distanceOf(units, scaling),
    own: own.values,
    clean: null,
    heldOutRows: heldOut,
    truePeriod: null,
    ...(own.calendar && { calendar: own.calendar }),
  };
}

function unitsOf(own: OwnData, training: number, scaling: SeriesScaling): ColumnUnits {
  const { windowSteps, standardise, reach } = scaling;
  if (training < windowSteps)
    throw new InvalidDataset(
      `The series has ${own.rows} rows, ${training} of them for training; a window of ${windowSteps} steps does not fit. Choose shorter windows.`,
    );
  const ends = own.columns.map((_, column) => range(own, column, training));
  const widths = ends.map(({ low, high }) => Math.max(0, high - low));
  const widest = Math.max(...widths);
  if (widest === 0)
    throw new InvalidDataset(
      `All values of the ${training} rows for training are the same; at least one column must vary there.`,
    );
  return ends.map(({ low, high }, column) => {
    const width = standardise && widths[column] > 0 ? widths[column] : widest;
    const scale = width / shareOf(reach);
    // Errors are sums of squares.
    if (!isScale(scale ** 2 * own.values.length))
      throw new InvalidDataset(
        'The own data span too large or too small a range to be scaled; change their units.',
      );
    // Without values to train on there is no place to begin at.
    return { offset: low > high ? 0 : low - reach * width, scale };
  });
}

/** The part of the decoder's range that the rows for training take. */
const shareOf = (reach: number): number => 1 / (1 + 2 * reach);

/** Errors of standardised columns are measured in the ranges of their training values. */
const distanceOf = (units: ColumnUnits, { standardise, reach }: SeriesScaling): DistanceUnit =>
  standardise
    ? { scale: 1 / shareOf(reach), unit: 'column ranges' }
    : { scale: units[0].scale, unit: 'own units' };

/** Lowest and highest value of a column in rows of a series. */
export interface ColumnRange {
  /** Above `high` where there is no value. */
  readonly low: number;
  readonly high: number;
}

/** D: the range of each column in the rows for training, and in all rows. */
export function columnRanges(own: OwnData): {
  readonly training: readonly ColumnRange[];
  readonly all: readonly ColumnRange[];
} {
  const of = (rows: number) => own.columns.map((_, column) => range(own, column, rows));
  return { training: of(own.rows - heldOutRows(own.rows)), all: of(own.rows) };
}

/** Of the first `rows` rows. */
function range({ columns, values }: OwnData, column: number, rows: number): ColumnRange {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = column; at < rows * columns.length; at += columns.length) {
    if (values[at] < low) low = values[at];
    if (values[at] > high) high = values[at];
  }
  return { low, high };
}
