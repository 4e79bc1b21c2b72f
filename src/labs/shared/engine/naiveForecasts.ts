/** Forecasts that need no model, to compare with: the last value goes on, or the last period does. */
import { measuredSeason } from '../../../datasets/season.ts';
import type { TrainingData } from '../../../svae/trainer.ts';

export interface NaiveForecasts {
  /** T x D: before the input ends nothing, then the last value of each column; NaN where there is none. */
  readonly lastValue: Float32Array;
  /** T x D: then what was seen a period before, or several; null without a period. */
  readonly seasonal: Float32Array | null;
}

/**
 * @param values T x D, NaN where a value is missing
 * @param inputEnds rows before it are seen
 * @param season steps of a period, at least 2, with fractions; null for none
 */
export function naiveForecasts(
  values: Float32Array,
  D: number,
  inputEnds: number,
  season: number | null,
): NaiveForecasts {
  const lastValue = new Float32Array(values.length).fill(Number.NaN);
  const seasonal = season === null ? null : lastValue.slice();
  const first = inputEnds * D;
  for (let at = first; at < values.length; at++) {
    const column = at % D;
    if (at < first + D) {
      for (let seen = first - D + column; seen >= 0 && Number.isNaN(lastValue[at]); seen -= D)
        lastValue[at] = values[seen];
    } else lastValue[at] = lastValue[at - D];
    if (seasonal === null || season === null) continue;
    const row = Math.floor(at / D);
    let back = Math.ceil((row - inputEnds + 1) / season) * season;
    for (; Math.round(row - back) >= 0 && Number.isNaN(seasonal[at]); back += season)
      seasonal[at] = values[Math.round(row - back) * D + column];
    // Where no whole period has been seen.
    if (Number.isNaN(seasonal[at])) seasonal[at] = lastValue[at];
  }
  return { lastValue, seasonal };
}

/** Steps of the period that is measured in rows for training; null where nothing repeats. */
export const seasonOfTraining = ({ values, rows, dimension }: TrainingData): number | null =>
  measuredSeason(values, rows, dimension);
