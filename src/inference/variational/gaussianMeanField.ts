/**
 * Mean field on a Gaussian: q(x) = prod_i N(m_i, 1 / Lambda_ii), found one coordinate at a time.
 *
 *   m_i <- mu_i - (1 / Lambda_ii) sum_j!=i Lambda_ij (m_j - mu_j)          (Bishop, PRML 10.1.2)
 *
 * The variance of a factor is right for good after its first update.
 */
import {
  cholesky,
  choleskyInverse,
  choleskyLogDet,
  POSITIVE_DEFINITE,
} from '../../math/cholesky.ts';
import { eigenvalues, modulus } from '../../math/eigenvalues.ts';
import type { FailedStatus } from '../../math/status.ts';

/** exp(logScale) N(x; mean, precision^-1): the target, with its log evidence. */
export interface GaussianTarget {
  readonly dimension: number;
  /** d */
  readonly mean: Float64Array;
  /** d x d, row-major. */
  readonly precision: Float64Array;
  /** d x d, its inverse. */
  readonly covariance: Float64Array;
  readonly logDetPrecision: number;
  readonly logEvidence: number;
}

/** @returns the target, or bad with the index of a pivot that is not positive */
export function makeGaussianTarget(
  mean: ArrayLike<number>,
  precision: ArrayLike<number>,
  logEvidence = 0,
): GaussianTarget | FailedStatus {
  const d = mean.length;
  const factor = Float64Array.from({ length: d * d }, (_, i) => precision[i]);
  const pivot = cholesky(factor, 0, d);
  if (pivot !== POSITIVE_DEFINITE)
    return {
      ok: false,
      what: 'pivot of the precision matrix',
      value: factor[pivot * d + pivot],
      index: pivot,
    };
  const covariance = new Float64Array(d * d);
  choleskyInverse(factor, 0, covariance, 0, d);
  return {
    dimension: d,
    mean: Float64Array.from({ length: d }, (_, i) => mean[i]),
    precision: Float64Array.from({ length: d * d }, (_, i) => precision[i]),
    covariance,
    logDetPrecision: choleskyLogDet(factor, 0, d),
    logEvidence,
  };
}

/** q = prod_i N(means_i, variances_i). */
export interface FactorisedGaussian {
  /** d */
  readonly means: Float64Array;
  /** d, > 0 */
  readonly variances: Float64Array;
}

/** Updates factor i in place: the only step of coordinate ascent. */
export function updateGaussianFactor(
  target: GaussianTarget,
  q: FactorisedGaussian,
  i: number,
): void {
  const { dimension: d, mean, precision } = target;
  let pull = 0;
  for (let j = 0; j < d; j++) if (j !== i) pull += precision[i * d + j] * (q.means[j] - mean[j]);
  q.means[i] = mean[i] - pull / precision[i * d + i];
  q.variances[i] = 1 / precision[i * d + i];
}

/** KL(q || p) of any factorised q, in nats; the ELBO is the log evidence minus it. */
export function gaussianMeanFieldKl(target: GaussianTarget, q: FactorisedGaussian): number {
  const { dimension: d, mean, precision, logDetPrecision } = target;
  let twice = -logDetPrecision - d;
  for (let i = 0; i < d; i++) {
    twice += precision[i * d + i] * q.variances[i] - Math.log(q.variances[i]);
    for (let j = 0; j < d; j++)
      twice += (q.means[i] - mean[i]) * precision[i * d + j] * (q.means[j] - mean[j]);
  }
  return twice / 2;
}

/**
 * Factor by which a sweep in the order of the indices shrinks the error of the means, in the long
 * run: the spectral radius of -(D + L)^-1 U, the Gauss-Seidel iteration of Lambda. For a 2-D
 * Gaussian it is the squared correlation, and the lag-1 autocorrelation of Gibbs per sweep as well.
 */
export function contractionPerSweep(target: GaussianTarget): number {
  const { dimension: d, precision } = target;
  const iteration = new Float64Array(d * d);
  // Column j: what a sweep makes of an error of 1 in coordinate j.
  for (let j = 0; j < d; j++)
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let k = 0; k < d; k++) {
        if (k === i) continue;
        const error = k < i ? iteration[k * d + j] : k === j ? 1 : 0;
        sum += precision[i * d + k] * error;
      }
      iteration[i * d + j] = -sum / precision[i * d + i];
    }
  return Math.max(...eigenvalues(iteration, d).map(modulus));
}

/** The best factorised q of a Gaussian in both directions. */
export interface FactorisedFits {
  /** d, variances of the q with the smallest KL(q || p): 1 / Lambda_ii, never above Sigma_ii. */
  readonly reverseVariances: Float64Array;
  /** d, variances of the q with the smallest KL(p || q): Sigma_ii, the true marginals. */
  readonly forwardVariances: Float64Array;
  /** The smallest KL(q || p), the gap of mean field: (sum_i log Lambda_ii - log det Lambda) / 2. */
  readonly reverse: number;
  /** The smallest KL(p || q): (sum_i log Sigma_ii - log det Sigma) / 2; equal to it in 2-D. */
  readonly forward: number;
}

export function factorisedFits(target: GaussianTarget): FactorisedFits {
  const { dimension: d, precision, covariance, logDetPrecision } = target;
  const reverseVariances = new Float64Array(d);
  const forwardVariances = new Float64Array(d);
  let reverse = -logDetPrecision / 2;
  let forward = logDetPrecision / 2;
  for (let i = 0; i < d; i++) {
    reverseVariances[i] = 1 / precision[i * d + i];
    forwardVariances[i] = covariance[i * d + i];
    reverse += Math.log(precision[i * d + i]) / 2;
    forward += Math.log(covariance[i * d + i]) / 2;
  }
  return { reverseVariances, forwardVariances, reverse, forward };
}
