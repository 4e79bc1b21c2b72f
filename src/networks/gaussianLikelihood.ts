/**
 * The decoder's likelihood: a diagonal Gaussian whose mean and log-variance the network gives.
 * Targets that are NaN are missing: nothing is said about them.
 */
import { expDown, LEAST_EXPONENT } from '../math/expDown.ts';
import type { DecoderMean } from './shape.ts';
import { squash, squashSlope } from './squash.ts';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** Turns the raw mean into the mean, in place; logits of binary values stay logits. */
export function applyMeanLink(link: DecoderMean, mean: Float64Array): void {
  if (link !== 'sigmoid') return;
  for (let k = 0; k < mean.length; k++) mean[k] = 1 / (1 + Math.exp(-mean[k]));
}

/** The same into an array of its own, for pictures of many rows. */
export function behindMeanLink(
  link: DecoderMean,
  before: Float32Array | Float64Array,
): Float32Array {
  const mean = new Float32Array(before);
  if (link === 'sigmoid') for (let k = 0; k < mean.length; k++) mean[k] = sigmoid32(before[k]);
  return mean;
}

/** More than `expDown` and `Math.exp` can differ by in what is made of them below, relative. */
const UNSURE = 2e-15;

/**
 * 1 / (1 + exp(-a)) as a 32-bit number, the same as with `Math.exp`, which is asked only where the
 * faster exponential is not exact enough to say which way to round.
 */
function sigmoid32(a: number): number {
  const size = Math.abs(a);
  if (size <= -LEAST_EXPONENT) {
    const e = expDown(-size);
    const value = (a < 0 ? e : 1) / (1 + e);
    const low = Math.fround(value - UNSURE * value);
    if (low === Math.fround(value + UNSURE * value)) return low;
  }
  return Math.fround(1 / (1 + Math.exp(-a)));
}

/**
 * log p(targets | mean, variance) in nats, summed over everything. All arrays have the length of
 * `mean`; the variance is exp(centre + 5 tanh(raw / 5)).
 */
export function gaussianLogLikelihood(
  mean: Float64Array,
  raw: Float64Array,
  targets: Float32Array,
  centre = 0,
): number {
  let sum = 0;
  for (let k = 0; k < mean.length; k++) {
    if (Number.isNaN(targets[k])) continue;
    const logVariance = centre + squash(raw[k]);
    const error = targets[k] - mean[k];
    sum += LOG_TWO_PI + logVariance + error * error * Math.exp(-logVariance);
  }
  return -0.5 * sum;
}

/**
 * The log-likelihood, and `weight` times its gradient with respect to the mean before the link
 * and the raw log-variance, into `dMean` and `dRaw`.
 *
 * @param ofRows the log-likelihood of each row, filled where it is wanted
 */
export function gaussianLogLikelihoodBackward(
  link: DecoderMean,
  mean: Float64Array,
  raw: Float64Array,
  targets: Float32Array,
  weight: number,
  dMean: Float64Array,
  dRaw: Float64Array,
  ofRows: Float64Array | null = null,
  centre = 0,
): number {
  const width = ofRows ? mean.length / ofRows.length : 0;
  ofRows?.fill(0);
  let sum = 0;
  for (let k = 0; k < mean.length; k++) {
    if (Number.isNaN(targets[k])) {
      dMean[k] = 0;
      dRaw[k] = 0;
      continue;
    }
    const squashed = squash(raw[k]);
    const logVariance = centre + squashed;
    const precision = Math.exp(-logVariance);
    const error = targets[k] - mean[k];
    const distance = error * error * precision;
    const term = LOG_TWO_PI + logVariance + distance;
    sum += term;
    if (ofRows) ofRows[Math.floor(k / width)] -= 0.5 * term;
    const slope = link === 'sigmoid' ? mean[k] * (1 - mean[k]) : 1;
    dMean[k] = weight * error * precision * slope;
    dRaw[k] = weight * 0.5 * (distance - 1) * squashSlope(squashed);
  }
  return -0.5 * sum;
}
