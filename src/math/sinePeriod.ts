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
/** A period may be so many times too long. */
const MOST_TIMES = 5;
/** What a term explains counts from so many times on what it would explain of noise. */
const LEAST_RATIO = 8;
/** How well a signal agrees with itself after the shorter period, as a fraction of how well after the longer. */
const LEAST_AGREEMENT = 0.5;
/** Sines are looked for up to so many cycles in the shorter period. */
const HIGHEST = 4;

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

/**
 * The same, also where `near` is a multiple of the period: noise can make a signal agree with itself better
 * after two periods than after one. A shorter period is taken where it explains as much, where no sine that
 * only the longer one has explains more beside it than it would of noise, and where the signal does agree with
 * itself after it: pulses have many overtones and agree with themselves after whole periods alone.
 */
export function shortestSinePeriod(
  values: ArrayLike<number>,
  rows: number,
  channels: number,
  near: number,
): number | null {
  const whole = sinePeriod(values, rows, channels, near);
  const explained = (period: number) => explainedBy(period, values, rows, channels);
  const agreement = (period: number) => agreementAfter(Math.round(period), values, rows, channels);
  const leastAgreement = LEAST_AGREEMENT * agreement(near);
  const ofNoise = (terms: number, share: number) => (LEAST_RATIO * terms * (1 - share)) / rows;
  let [best, most] = [whole, whole === null ? 0 : explained(whole)];
  for (let times = 2; times <= MOST_TIMES; times++) {
    if (agreement(near / times) < leastAgreement) continue;
    const period = sinePeriod(values, rows, channels, near / times);
    if (period === null) continue;
    const share = explained(period);
    const isThere = share > ofNoise(TERMS - 1, share);
    if (!isThere || !(share > most - ofNoise(2, share))) continue;
    // Last, as it costs most: dozens of fits.
    const isEnough = between(times).every(
      (cycles) => explainedWith(cycles, period, values, rows, channels) - share < ofNoise(2, share),
    );
    if (isEnough) [best, most] = [period, share];
  }
  return best;
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
  return shareOf(products, sums, squares, TERMS);
}

/** Sum of the products of values `lag` rows apart, around the means of their channels, as a fraction of their squares. */
function agreementAfter(
  lag: number,
  values: ArrayLike<number>,
  rows: number,
  channels: number,
): number {
  let [products, squares] = [0, 0];
  for (let c = 0; c < channels; c++) {
    let mean = 0;
    for (let t = 0; t < rows; t++) mean += values[t * channels + c] / rows;
    for (let t = 0; t + lag < rows; t++) {
      const value = values[t * channels + c] - mean;
      const later = values[(t + lag) * channels + c] - mean;
      products += value * later;
      squares += (value * value + later * later) / 2;
    }
  }
  return squares > 0 ? products / squares : 0;
}

/** Overtones of a period, up to its fourth, that a part of it does not have: in cycles of that part. */
const between = (times: number): readonly number[] =>
  Array.from({ length: HIGHEST * times }, (_, at) => at + 1)
    .filter((at) => at % times !== 0)
    .map((at) => at / times);

/** The same with one more sine, of so many cycles in a period. */
function explainedWith(
  more: number,
  period: number,
  values: ArrayLike<number>,
  rows: number,
  channels: number,
): number {
  const cycles = [1, 2, more];
  const count = 1 + 2 * cycles.length;
  const products = new Float64Array(count * count);
  const sums = new Float64Array(channels * count);
  let squares = 0;
  const terms = new Float64Array(count).fill(1);
  for (let t = 0; t < rows; t++) {
    for (let at = 0; at < cycles.length; at++) {
      const angle = (2 * Math.PI * cycles[at] * t) / period;
      terms[2 * at + 1] = Math.cos(angle);
      terms[2 * at + 2] = Math.sin(angle);
    }
    for (let i = 0; i < count; i++)
      for (let j = 0; j <= i; j++) products[i * count + j] += terms[i] * terms[j];
    for (let c = 0; c < channels; c++) {
      const value = values[t * channels + c];
      squares += value * value;
      for (let i = 0; i < count; i++) sums[c * count + i] += terms[i] * value;
    }
  }
  return shareOf(products, sums, squares, count);
}

/**
 * @param products of terms with each other, count x count, of which the lower half is read
 * @param sums of terms with values, channels x count
 * @param squares sum of the squares of all values
 */
function shareOf(
  products: Float64Array,
  sums: Float64Array,
  squares: number,
  count: number,
): number {
  if (cholesky(products, 0, count) !== POSITIVE_DEFINITE) return 0;
  let [left, explained] = [squares, 0];
  for (let at = 0; at < sums.length; at += count) {
    solveLower(products, 0, sums, at, count);
    // The mean, which the constant explains.
    left -= sums[at] ** 2;
    for (let i = 1; i < count; i++) explained += sums[at + i] ** 2;
  }
  return left > 0 ? explained / left : 0;
}
