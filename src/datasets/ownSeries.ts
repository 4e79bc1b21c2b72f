import type { Dataset } from './dataset.ts';
import { heldOutRows } from './movingDots.ts';
import { InvalidDataset, type OwnData, ownDataProblem, SERIES_COLUMNS } from './ownData.ts';

/** Values are scaled to this range, inside what a decoder that ends in a sigmoid can reach. */
const [LOWEST, HIGHEST] = [0.1, 0.9];

/** What is wrong with an own series, in words; null when windows of `windowSteps` can be trained on. */
function ownSeriesProblem(own: OwnData, windowSteps: number): string | null {
  const problem = ownDataProblem(own, SERIES_COLUMNS);
  if (problem !== null) return problem;
  const training = own.rows - heldOutRows(own.rows);
  if (training >= windowSteps) return null;
  return `The series has ${own.rows} rows, ${training} of them for training; a window of ${windowSteps} steps does not fit. Choose shorter windows.`;
}

/**
 * An own series in model units: from 0.1 to 0.9, one scale for all columns so that they keep their
 * proportions. Rows are steps of time.
 *
 * @throws InvalidDataset naming what is wrong
 */
export function ownSeries(own: OwnData, windowSteps: number): Dataset {
  const problem = ownSeriesProblem(own, windowSteps);
  if (problem !== null) throw new InvalidDataset(problem);
  const dimension = own.columns.length;
  const lowest = own.columns.map((_, column) => extreme(own, column, Math.min));
  const highest = own.columns.map((_, column) => extreme(own, column, Math.max));
  const range = Math.max(...highest.map((high, column) => high - lowest[column]));
  const scale = range / (HIGHEST - LOWEST);
  const offset = lowest.map((low) => low - LOWEST * scale);
  return {
    name: own.name,
    rows: own.rows,
    dimension,
    values: Float32Array.from(
      own.values,
      (value, index) => (value - offset[index % dimension]) / scale,
    ),
    labels: null,
    columns: own.columns,
    frame: { offset, scale },
    sequence: { clean: null, heldOutRows: heldOutRows(own.rows), truePeriod: null },
  };
}

function extreme(own: OwnData, column: number, pick: (a: number, b: number) => number): number {
  let result = own.values[column];
  for (let at = column; at < own.values.length; at += own.columns.length)
    result = pick(result, own.values[at]);
  return result;
}
