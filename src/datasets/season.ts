import { measurePeriod } from '../math/period.ts';
import { aroundLines } from '../math/straightLine.ts';

/** Shorter ones turn by more than half a round a step. */
const LEAST_SEASON = 2;

/**
 * The period of a series, in steps, measured around a straight line; null where there is none.
 *
 * @param values rows x D, NaN where a value is missing
 */
export function measuredSeason(values: ArrayLike<number>, rows: number, D: number): number | null {
  // A missing value says nothing.
  const rest = aroundLines(values, D).map((value) => (Number.isNaN(value) ? 0 : value));
  const period = measurePeriod(rest, rows, D);
  return period !== null && period >= LEAST_SEASON ? period : null;
}
