import type { SvaeLdsSnapshot } from './snapshot.ts';

/** Steps at the end that are looked at: two round trips of the dot. */
const TAIL = 50;
/** Fewer steps than this after the line say nothing of where the motion goes. */
const LEAST_AHEAD = 80;

/**
 * How much the prediction still moves at the end of the steps shown, against the signal itself:
 * ratio of the standard deviations over time; null where too little is predicted to tell.
 */
export function motionLeft(
  snapshot: Pick<
    SvaeLdsSnapshot,
    'steps' | 'inputEnds' | 'dataDimension' | 'prediction' | 'clean' | 'data'
  >,
): number | null {
  const { steps, inputEnds, dataDimension, prediction, clean, data } = snapshot;
  if (steps - inputEnds < LEAST_AHEAD) return null;
  const moved = (values: Float32Array) => deviation(values, dataDimension, steps - TAIL, steps);
  const signal = moved(clean ?? data);
  return signal > 0 ? moved(prediction) / signal : null;
}

/** Root mean square of T x D values around the mean of each column, rows from..to-1; NaN are missing. */
function deviation(values: Float32Array, columns: number, from: number, to: number): number {
  let squares = 0;
  let known = 0;
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    let count = 0;
    for (let row = from; row < to; row++) {
      const value = values[row * columns + column];
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    for (let row = from; row < to; row++) {
      const value = values[row * columns + column];
      if (!Number.isNaN(value)) squares += (value - sum / count) ** 2;
    }
    known += count;
  }
  return known > 0 ? Math.sqrt(squares / known) : 0;
}
