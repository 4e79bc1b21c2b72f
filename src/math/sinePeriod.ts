/** The period of a signal by least squares: of the sine, with one overtone, that explains most of it. */
import { cholesky, POSITIVE_DEFINITE, solveLower } from './cholesky.ts';

/** A constant, and cosine and sine of the period and of half of it. */
const TERMS = 5;
/** How far from a known period it is looked for, as a factor. */
const REACH = 1.3;
/** Tried so many times over the width of a peak, whose share of the period is that of the period in the rows. */
const TRIED = 4;
/** Then so many times as closely around the best. */
const CLOSER = 8;
/** A smaller share of the sum of squares is rounding. */
const LEAST_EXPLAINED = 1e-9;

/**
 * Steps of the period within a factor of 1.3 of `near`; null where there are too few rows, or where none
 * within that range is best. This is harmonic regression (Quinn and Hannan 2001): with Gaussian noise that
 * is independent from row to row, its variance reaches the Cramér–Rao bound in long series.
 *
 * @param values rows x channels, row-major, all finite; rows are steps
 * @param near more than 5.2 steps, or there is none: the overtone of shorter periods is too fast for the rows
 */
export function sinePeriod(
  values: ArrayLike<number>,
  rows: number,
  channels: number,
  near: number,
): number | null {
  if (rows <= 2 * TERMS || !(near > 4 * REACH)) return null;
  const of = (period: number) => explainedBy(period, values, rows, channels);
  const steps = Math.ceil((Math.log(REACH) * TRIED * rows) / near);
  const coarse = highest(of, near, REACH ** (1 / steps), steps);
  if (coarse === null) return null;
  return highest(of, coarse, REACH ** (1 / (CLOSER * steps)), CLOSER / 2);
}

/** The top of the parabola through the best of the periods centre factor^-steps to centre factor^steps; null at an end. */
function highest(
  of: (period: number) => number,
  centre: number,
  factor: number,
  steps: number,
): number | null {
  const values = Array.from({ length: 2 * steps + 1 }, (_, at) =>
    of(centre * factor ** (at - steps)),
  );
  const best = values.indexOf(Math.max(...values));
  if (!(values[best] > LEAST_EXPLAINED) || best === 0 || best === 2 * steps) return null;
  const [before, at, after] = values.slice(best - 1, best + 2);
  const curvature = before - 2 * at + after;
  const shift = curvature < 0 ? (before - after) / (2 * curvature) : 0;
  return centre * factor ** (best - steps + shift);
}

/** Share of the sum of squares around the mean that the terms of a period explain; 0 where there is none. */
function explainedBy(
  period: number,
  values: ArrayLike<number>,
  rows: number,
  channels: number,
): number {
  const products = new Float64Array(TERMS * TERMS);
  const sums = new Float64Array(channels * TERMS);
  const terms = new Float64Array(TERMS);
  let squares = 0;
  for (let t = 0; t < rows; t++) {
    const angle = (2 * Math.PI * t) / period;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [cosTwice, sinTwice] = [cos * cos - sin * sin, 2 * cos * sin];
    terms.set([1, cos, sin, cosTwice, sinTwice]);
    for (let i = 0; i < TERMS; i++)
      for (let j = 0; j < TERMS; j++) products[i * TERMS + j] += terms[i] * terms[j];
    // Written out: this is where the time goes.
    for (let c = 0, at = 0; c < channels; c++, at += TERMS) {
      const value = values[t * channels + c];
      squares += value * value;
      sums[at] += value;
      sums[at + 1] += cos * value;
      sums[at + 2] += sin * value;
      sums[at + 3] += cosTwice * value;
      sums[at + 4] += sinTwice * value;
    }
  }
  if (cholesky(products, 0, TERMS) !== POSITIVE_DEFINITE) return 0;
  let explained = 0;
  for (let at = 0; at < sums.length; at += TERMS) {
    solveLower(products, 0, sums, at, TERMS);
    // The mean, which the constant explains.
    squares -= sums[at] ** 2;
    for (let i = 1; i < TERMS; i++) explained += sums[at + i] ** 2;
  }
  return squares > 0 ? explained / squares : 0;
}
