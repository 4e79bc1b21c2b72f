/**
 * One datum with a known log p(x): z ~ N(mean, 1), x | z ~ N(z, 1), and a Gaussian q(z). The
 * weight of a draw is p(x, z) / q(z). Bounds are exact for any number of samples.
 */
import { gaussianKl } from '../divergences/divergences.ts';

export interface LinearGaussianDatum {
  readonly x: number;
  /** Of the prior; the decoder's parameter. */
  readonly priorMean: number;
  readonly q: { readonly mean: number; readonly sd: number };
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
const POSTERIOR_SD = Math.SQRT1_2;

const logNormal = (x: number, mean: number, sd: number) =>
  -(((x - mean) / sd) ** 2) / 2 - Math.log(sd) - HALF_LOG_TWO_PI;

/** p(z | x) */
export const posteriorOf = ({ x, priorMean }: LinearGaussianDatum) => ({
  mean: (x + priorMean) / 2,
  sd: POSTERIOR_SD,
});

/** log p(x) */
export const logEvidence = ({ x, priorMean }: LinearGaussianDatum): number =>
  logNormal(x, priorMean, Math.SQRT2);

/** log p(x) - KL(q || p(z | x)) */
export function elboOf(datum: LinearGaussianDatum): number {
  const { mean, sd } = posteriorOf(datum);
  return logEvidence(datum) - gaussianKl(datum.q.mean, datum.q.sd, mean, sd);
}

/** log p(x, z) - log q(z) */
export const logWeightAt = ({ x, priorMean, q }: LinearGaussianDatum, z: number): number =>
  logNormal(z, priorMean, 1) + logNormal(x, z, 1) - logNormal(z, q.mean, q.sd);

/** d log weight / d z */
export const weightSlopeAt = ({ x, priorMean, q }: LinearGaussianDatum, z: number): number =>
  priorMean - z + (x - z) + (z - q.mean) / (q.sd * q.sd);

/**
 * E_q[w^2] / p(x)^2 = the integral of p(z | x)^2 / q(z). Infinity where q is so narrow that 2 sd(q)^2
 * is not above the variance of the posterior: then the mean of any number of weights has an infinite
 * variance.
 */
export function secondMomentOfWeights(datum: LinearGaussianDatum): number {
  const { mean, sd } = posteriorOf(datum);
  const variance = datum.q.sd ** 2;
  const left = 2 * variance - sd * sd;
  if (!(left > 0)) return Infinity;
  return (variance / (sd * Math.sqrt(left))) * Math.exp((mean - datum.q.mean) ** 2 / left);
}

/** Limit of K (log p(x) - L_K) for large K: half the variance of w / p(x), perhaps infinite. */
export const limitOfScaledGap = (datum: LinearGaussianDatum): number =>
  (secondMomentOfWeights(datum) - 1) / 2;
