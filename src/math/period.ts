/** The period of a signal of several channels, measured by its autocorrelation. */
import FFT from 'fft.js';

/** A shift counts as a period when the signal agrees with itself nearly as well as at its best. */
const NEARLY_BEST = 0.85;
/** Less agreement than this is no period at all. */
const LEAST_AGREEMENT = 0.3;
/** Shifts longer than this share of the signal overlap too little to be judged. */
const LONGEST_SHARE = 0.6;

/**
 * Steps after which the signal repeats, with fractions; null where it does not. The shift is found
 * as in pitch detection (McLeod and Wyvill 2005): the first peak of the autocorrelation,
 * normalised by the energy of what overlaps, that comes near the highest; then its multiples,
 * as far as they go, narrow it down.
 *
 * @param values rows x channels, row-major; rows are steps
 */
export function measurePeriod(
  values: ArrayLike<number>,
  rows: number,
  channels: number,
): number | null {
  const agreement = normalisedAutocorrelation(values, rows, channels);
  if (!agreement) return null;
  const longest = Math.floor(LONGEST_SHARE * rows);
  const peaks = peaksAfterFirstFall(agreement, longest);
  const best = Math.max(...peaks.map((lag) => height(agreement, lag)));
  if (!(best > LEAST_AGREEMENT)) return null;
  const first = peaks.find((lag) => height(agreement, lag) >= NEARLY_BEST * best);
  if (first === undefined) return null;
  let period = refined(agreement, first);
  for (let times = 2; times * period < longest; times++) {
    const peak = highestNear(agreement, times * period, period / 4, longest);
    if (peak === null || agreement[peak] < LEAST_AGREEMENT) break;
    period = refined(agreement, peak) / times;
  }
  return period;
}

/** 2 sum x_t x_t+lag / sum (x_t^2 + x_t+lag^2) per lag; null for a constant signal. */
function normalisedAutocorrelation(
  values: ArrayLike<number>,
  rows: number,
  channels: number,
): Float64Array | null {
  if (rows < 4) return null;
  const size = 2 ** Math.ceil(Math.log2(2 * rows));
  const fft = new FFT(size);
  const products = new Float64Array(rows);
  const energy = new Float64Array(rows);
  const input = new Array<number>(size);
  const spectrum = fft.createComplexArray();
  const result = fft.createComplexArray();
  for (let c = 0; c < channels; c++) {
    let mean = 0;
    for (let t = 0; t < rows; t++) mean += values[t * channels + c] / rows;
    input.fill(0);
    for (let t = 0; t < rows; t++) {
      input[t] = values[t * channels + c] - mean;
      energy[t] += input[t] ** 2;
    }
    fft.realTransform(spectrum, input);
    fft.completeSpectrum(spectrum);
    for (let k = 0; k < spectrum.length; k += 2) {
      spectrum[k] = spectrum[k] ** 2 + spectrum[k + 1] ** 2;
      spectrum[k + 1] = 0;
    }
    fft.inverseTransform(result, spectrum);
    for (let lag = 0; lag < rows; lag++) products[lag] += result[2 * lag];
  }
  let overlap = 2 * energy.reduce((sum, value) => sum + value, 0);
  if (!(overlap > 1e-9 * rows && overlap < Infinity)) return null;
  return products.map((product, lag) => {
    if (lag > 0) overlap -= energy[lag - 1] + energy[rows - lag];
    return overlap > 0 ? (2 * product) / overlap : 0;
  });
}

/** Local maxima after the autocorrelation has first been below zero. */
function peaksAfterFirstFall(agreement: Float64Array, longest: number): number[] {
  const peaks: number[] = [];
  const fall = agreement.findIndex((value) => value < 0);
  if (fall < 0) return peaks;
  for (let lag = fall + 1; lag < Math.min(longest, agreement.length - 1); lag++) {
    if (agreement[lag] > agreement[lag - 1] && agreement[lag] >= agreement[lag + 1])
      peaks.push(lag);
  }
  return peaks;
}

function highestNear(
  agreement: Float64Array,
  centre: number,
  reach: number,
  longest: number,
): number | null {
  let highest: number | null = null;
  const to = Math.min(longest, agreement.length - 2, Math.floor(centre + reach));
  for (let lag = Math.ceil(centre - reach); lag <= to; lag++)
    if (highest === null || agreement[lag] > agreement[highest]) highest = lag;
  return highest;
}

/** How far the top of the parabola through a peak and its neighbours is from the peak. */
function shift(agreement: Float64Array, lag: number): number {
  const [before, at, after] = [agreement[lag - 1], agreement[lag], agreement[lag + 1]];
  const curvature = before - 2 * at + after;
  return curvature < 0 ? (before - after) / (2 * curvature) : 0;
}

function refined(agreement: Float64Array, lag: number): number {
  return lag + shift(agreement, lag);
}

function height(agreement: Float64Array, lag: number): number {
  return agreement[lag] + (shift(agreement, lag) * (agreement[lag + 1] - agreement[lag - 1])) / 4;
}
