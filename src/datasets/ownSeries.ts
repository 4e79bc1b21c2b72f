import type { Dataset } from './dataset.ts';
import { heldOutRows } from './movingDots.ts';
import { InvalidDataset, type OwnData, ownDataProblem } from './ownData.ts';

/** Training values are scaled to this range, inside what a decoder that ends in a sigmoid can reach. */
const [LOWEST, HIGHEST] = [0.1, 0.9];

/**
 * An own series in model units, NaN where a value is missing. One scale for all columns, so that
 * they keep their proportions, takes the rows for training to 0.1 to 0.9; the rows held out have no
 * say in it. Rows are steps of time.
 *
 * @throws InvalidDataset naming what is wrong
 */
export function ownSeries(own: OwnData, windowSteps: number): Dataset {
  const problem = ownDataProblem(own, 'series');
  if (problem !== null) throw new InvalidDataset(problem);
  const dimension = own.columns.length;
  const heldOut = heldOutRows(own.rows);
  const frame = frameOf(own, own.rows - heldOut, windowSteps);
  return {
    name: own.name,
    rows: own.rows,
    dimension,
    values: Float32Array.from(
      own.values,
      (value, index) => (value - frame.offset[index % dimension]) / frame.scale,
    ),
    labels: null,
    columns: own.columns,
    frame,
    sequence: { clean: null, heldOutRows: heldOut, truePeriod: null },
  };
}

function frameOf(own: OwnData, training: number, windowSteps: number): Dataset['frame'] {
  if (training < windowSteps)
    throw new InvalidDataset(
      `The series has ${own.rows} rows, ${training} of them for training; a window of ${windowSteps} steps does not fit. Choose shorter windows.`,
    );
  const ends = own.columns.map((_, column) => range(own, column, training));
  const widest = Math.max(...ends.map(({ low, high }) => high - low));
  if (widest === 0)
    throw new InvalidDataset(
      `All values of the ${training} rows for training are the same; at least one column must vary there.`,
    );
  const scale = widest / (HIGHEST - LOWEST);
  if (!Number.isFinite(scale) || !Number.isFinite(1 / scale))
    throw new InvalidDataset(
      'The own data span too large or too small a range to be scaled; change their units.',
    );
  return { offset: ends.map(({ low }) => low - LOWEST * scale), scale };
}

/** Lowest and highest value of a column in the first `rows` rows, which have some. */
function range({ columns, values }: OwnData, column: number, rows: number) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = column; at < rows * columns.length; at += columns.length) {
    if (values[at] < low) low = values[at];
    if (values[at] > high) high = values[at];
  }
  return { low, high };
}
