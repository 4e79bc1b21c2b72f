/** Draws of a Gaussian: D independent coordinates with the same mean and standard deviation. */
import { fillNormal, type Random } from '../../math/random.ts';
import type { Draws } from './estimator.ts';
import type { Integrand } from './integrands.ts';

export interface GaussianQ {
  readonly mean: number;
  /** Standard deviation, > 0. */
  readonly sd: number;
}

/** Which of the two the gradient is with respect to. */
export type GaussianParameter = keyof GaussianQ;

export interface GaussianDraws extends Draws {
  /** D */
  readonly dimension: number;
  /** N x D: standard normal, drawn before q is known. */
  readonly noise: Float64Array;
  /** N: the first coordinate. */
  readonly places: Float64Array;
  /** N: derivative of f along the first coordinate. */
  readonly slopes: Float64Array;
  /** N: d x / d parameter for a fixed noise. */
  readonly paths: Float64Array;
  /** N: d f / d parameter for a fixed x; 0 unless f contains -log q. */
  readonly directs: Float64Array;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * @param count N
 * @param dimension D
 */
export function createGaussianDraws(count: number, dimension: number): GaussianDraws {
  const numbers = () => new Float64Array(count);
  return {
    ...{ count, dimension, noise: new Float64Array(count * dimension) },
    ...{ places: numbers(), values: numbers(), scores: numbers() },
    ...{ slopes: numbers(), paths: numbers(), directs: numbers() },
  };
}

/** New noise; `evaluateGaussianDraws` turns it into draws of q. */
export function drawNoise({ noise }: GaussianDraws, random: Random): void {
  fillNormal(random, noise);
}

/** Fills everything but the noise, for this q and this f. */
export function evaluateGaussianDraws(
  draws: GaussianDraws,
  { mean, sd }: GaussianQ,
  f: Integrand,
  parameter: GaussianParameter,
): void {
  const { count, dimension, noise, places, values, scores, slopes, paths, directs } = draws;
  const isMean = parameter === 'mean';
  const { hasEntropy } = f;
  const logScale = Math.log(sd) + HALF_LOG_TWO_PI;
  for (let n = 0; n < count; n++) {
    const own = noise[n * dimension];
    const place = mean + sd * own;
    let value = 0;
    for (let i = 0; i < dimension; i++) {
      const e = noise[n * dimension + i];
      value += f.value(mean + sd * e);
      if (hasEntropy) value += (e * e) / 2 + logScale;
    }
    const score = isMean ? own / sd : (own * own - 1) / sd;
    places[n] = place;
    values[n] = value;
    scores[n] = score;
    slopes[n] = f.slope(place) + (hasEntropy ? own / sd : 0);
    paths[n] = isMean ? 1 : own;
    directs[n] = hasEntropy ? -score : 0;
  }
}
