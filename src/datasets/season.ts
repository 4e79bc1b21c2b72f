import { measurePeriod } from '../math/period.ts';
import { shortestSinePeriod } from '../math/sinePeriod.ts';
import { aroundLines } from '../math/straightLine.ts';

/** Shorter ones turn by more than half a round a step. */
const LEAST_SEASON = 2;

/**
 * The period of a series, in steps, measured around a straight line; null where there is none.
 *
 * @param values rows x D, NaN where a value is missing
 */
export function measuredSeason(values: ArrayLike<number>, rows: number, D: number): number | null {
  const period = measurePeriod(aroundLinesWithoutGaps(values, D), rows, D);
  return period !== null && period >= LEAST_SEASON ? period : null;
}

/**
 * The same, narrowed down by the sine with one overtone that fits best: the autocorrelation of a swing that
 * fades has its peak too early, and that of a signal in noise may have its highest after two periods.
 */
export function fittedSeason(values: ArrayLike<number>, rows: number, D: number): number | null {
  const season = measuredSeason(values, rows, D);
  return (
    season && (shortestSinePeriod(aroundLinesWithoutGaps(values, D), rows, D, season) ?? season)
  );
}

/** A missing value says nothing. */
const aroundLinesWithoutGaps = (values: ArrayLike<number>, D: number): Float64Array =>
  aroundLines(values, D).map((value) => (Number.isNaN(value) ? 0 : value));
