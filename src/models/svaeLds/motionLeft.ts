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

/** Root mean square of T x D values around the mean of each column, rows from..to-1. */
function deviation(values: Float32Array, columns: number, from: number, to: number): number {
  let squares = 0;
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let row = from; row < to; row++) sum += values[row * columns + column];
    const mean = sum / (to - from);
    for (let row = from; row < to; row++) squares += (values[row * columns + column] - mean) ** 2;
  }
  return Math.sqrt(squares / (columns * (to - from)));
}
