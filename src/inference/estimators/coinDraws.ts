/** Draws of D independent coins, each 1 with probability theta: here no reparameterisation exists. */
import type { Random } from '../../math/random.ts';
import type { Draws } from './estimator.ts';
import type { Integrand } from './integrands.ts';

/** A coin, and the temperature at which its draws are relaxed. */
export interface CoinQ {
  /** Probability of 1, in (0, 1). */
  readonly theta: number;
  /** > 0. As it falls to 0 a relaxed draw becomes a coin. */
  readonly temperature: number;
}

export interface CoinDraws extends Draws {
  /** D */
  readonly dimension: number;
  /** N x D: uniform on (0, 1); a coin is 1 where it lies above 1 - theta. */
  readonly uniforms: Float64Array;
  /** N: derivative of f at the first coin, as if it were a number between 0 and 1. */
  readonly slopes: Float64Array;
  /** N: the first coin, relaxed: between 0 and 1, on the side of the coin. */
  readonly relaxed: Float64Array;
  /** N: derivative of f at the relaxed coin with respect to theta. */
  readonly relaxedGradients: Float64Array;
  /** f(1) - f(0) of one coin. */
  difference: number;
}

export function createCoinDraws(count: number, dimension: number): CoinDraws {
  const numbers = () => new Float64Array(count);
  return {
    ...{ count, dimension, uniforms: new Float64Array(count * dimension) },
    ...{ values: numbers(), scores: numbers(), slopes: numbers() },
    ...{ relaxed: numbers(), relaxedGradients: numbers(), difference: 0 },
  };
}

/** Never exactly 0, whose logit is infinite. */
const LEAST = 2 ** -60;

export function drawUniforms({ uniforms }: CoinDraws, random: Random): void {
  for (let i = 0; i < uniforms.length; i++) uniforms[i] = Math.max(LEAST, random.uniform());
}

const logit = (p: number) => Math.log(p) - Math.log1p(-p);

/** Fills everything but the uniform numbers, for this theta and this f. */
export function evaluateCoinDraws(draws: CoinDraws, q: CoinQ, f: Integrand): void {
  const { count, dimension, uniforms, values, scores, slopes, relaxed, relaxedGradients } = draws;
  const { theta, temperature } = q;
  const [tails, heads] = [f.value(0), f.value(1)];
  const [slopeOfTails, slopeOfHeads] = [f.slope(0), f.slope(1)];
  const atTheta = logit(theta);
  draws.difference = heads - tails;
  for (let n = 0; n < count; n++) {
    const own = uniforms[n * dimension];
    const isHeads = own > 1 - theta;
    let value = 0;
    for (let i = 0; i < dimension; i++)
      value += uniforms[n * dimension + i] > 1 - theta ? heads : tails;
    values[n] = value;
    scores[n] = isHeads ? 1 / theta : -1 / (1 - theta);
    slopes[n] = isHeads ? slopeOfHeads : slopeOfTails;
    const soft = 1 / (1 + Math.exp(-(atTheta + logit(own)) / temperature));
    relaxed[n] = soft;
    relaxedGradients[n] = f.slope(soft) * relaxedPath(soft, q);
  }
}

/** d relaxed coin / d theta for fixed noise. */
export const relaxedPath = (soft: number, { theta, temperature }: CoinQ): number =>
  (soft * (1 - soft)) / (temperature * theta * (1 - theta));
