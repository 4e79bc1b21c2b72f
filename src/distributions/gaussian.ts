/**
 * Multivariate Gaussians in packed information form.
 *
 * A packed vector of length D = d + d (d + 1) / 2 holds h and then the upper triangle of the
 * precision Lambda, row by row. An off-diagonal entry stands for Lambda_ij and Lambda_ji together,
 * so it is paired with -x_i x_j, a diagonal one with -x_i^2 / 2, and the plain dot product with
 * the packed expected statistics is E[h' x - x' Lambda x / 2].
 */
import {
  cholesky,
  choleskyBackward,
  choleskyInverse,
  choleskyLogDet,
  POSITIVE_DEFINITE,
  solveLower,
  solveLowerTransposed,
} from '../math/cholesky.ts';

/** D = d + d (d + 1) / 2. */
export function packedLength(d: number): number {
  return d + (d * (d + 1)) / 2;
}

/**
 * Mean Lambda^-1 h (d), covariance Lambda^-1 (d x d) and Cholesky factor L of Lambda = L L'
 * (d x d, lower triangle) of a packed Gaussian.
 *
 * @returns `POSITIVE_DEFINITE`, or the index of the failed pivot as `cholesky` reports it
 */
export function gaussianFromPacked(
  packed: Float64Array,
  d: number,
  mean: Float64Array,
  meanAt: number,
  covariance: Float64Array,
  factor: Float64Array,
  matrixAt: number,
): number {
  let next = d;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) factor[matrixAt + j * d + i] = packed[next++];
  const pivot = cholesky(factor, matrixAt, d);
  if (pivot !== POSITIVE_DEFINITE) return pivot;
  choleskyInverse(factor, matrixAt, covariance, matrixAt, d);
  for (let i = 0; i < d; i++) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += covariance[matrixAt + i * d + j] * packed[j];
    mean[meanAt + i] = sum;
  }
  return POSITIVE_DEFINITE;
}

/** E[x], -E[x_i^2] / 2 and -E[x_i x_j] into `out`, packed. */
export function gaussianExpectedStatistics(
  d: number,
  mean: Float64Array,
  meanAt: number,
  covariance: Float64Array,
  matrixAt: number,
  out: Float64Array,
): void {
  let next = d;
  for (let i = 0; i < d; i++) {
    const xi = mean[meanAt + i];
    out[i] = xi;
    out[next++] = -(covariance[matrixAt + i * d + i] + xi * xi) / 2;
    for (let j = i + 1; j < d; j++)
      out[next++] = -(covariance[matrixAt + i * d + j] + xi * mean[meanAt + j]);
  }
}

/** log integral of exp(h' x - x' Lambda x / 2), given what `gaussianFromPacked` computed. */
export function gaussianLogNormaliser(
  packed: Float64Array,
  d: number,
  mean: Float64Array,
  meanAt: number,
  factor: Float64Array,
  matrixAt: number,
): number {
  let sum = d * Math.log(2 * Math.PI) - choleskyLogDet(factor, matrixAt, d);
  for (let i = 0; i < d; i++) sum += packed[i] * mean[meanAt + i];
  return sum / 2;
}

/**
 * Fisher information of a packed Gaussian, centred at its mean, times the packed vector
 * (b, A) at `at`, into `out` at the same place: V b for the linear part and V A V / 2 for the
 * precision. Around the mean, linear and quadratic statistics are uncorrelated.
 *
 * @param matrix d x d scratch
 * @param product d x d scratch
 */
export function gaussianFisherTimes(
  d: number,
  covariance: Float64Array,
  matrixAt: number,
  packed: Float64Array,
  at: number,
  out: Float64Array,
  matrix: Float64Array,
  product: Float64Array,
): void {
  let next = at + d;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      const entry = packed[next++];
      matrix[i * d + j] = entry;
      matrix[j * d + i] = entry;
    }
  for (let i = 0; i < d; i++) {
    const row = matrixAt + i * d;
    let sum = 0;
    for (let k = 0; k < d; k++) sum += covariance[row + k] * packed[at + k];
    out[at + i] = sum;
  }
  covarianceSandwich(d, covariance, matrixAt, matrix, 0.5, product, out, at + d);
}

/**
 * scale * V G V of a symmetric G (d x d) as a packed gradient: its upper triangle row by row, an
 * off-diagonal entry counted for both of its places.
 */
export function covarianceSandwich(
  d: number,
  covariance: Float64Array,
  matrixAt: number,
  g: Float64Array,
  scale: number,
  product: Float64Array,
  out: Float64Array,
  outAt: number,
): void {
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += covariance[matrixAt + i * d + k] * g[k * d + j];
      product[i * d + j] = sum;
    }
  let next = outAt;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += product[i * d + k] * covariance[matrixAt + k * d + j];
      out[next++] = (i === j ? scale : 2 * scale) * sum;
    }
}

/** x = mean + L'^-1 noise, a draw of N(mean, Lambda^-1) from d standard normals at `meanAt`. */
export function gaussianSample(
  d: number,
  mean: Float64Array,
  meanAt: number,
  factor: Float64Array,
  matrixAt: number,
  noise: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < d; i++) out[meanAt + i] = noise[meanAt + i];
  solveLowerTransposed(factor, matrixAt, out, meanAt, d);
  for (let i = 0; i < d; i++) out[meanAt + i] += mean[meanAt + i];
}

/**
 * Adjoint of `gaussianSample` towards Lambda with the mean held fixed (towards the mean it is
 * `dSample` itself): adds to the quadratic part of a packed gradient.
 *
 * @param factorBar d x d scratch
 * @param solved d scratch
 */
export function gaussianSampleBackward(
  d: number,
  mean: Float64Array,
  meanAt: number,
  factor: Float64Array,
  matrixAt: number,
  sample: Float64Array,
  dSample: Float64Array,
  packedBar: Float64Array,
  factorBar: Float64Array,
  solved: Float64Array,
): void {
  // y = L'^-1 noise moves by dy = -L'^-1 dL' y, so the gradient towards L is -y (L^-1 dSample)'.
  for (let i = 0; i < d; i++) solved[i] = dSample[meanAt + i];
  solveLower(factor, matrixAt, solved, 0, d);
  for (let i = 0; i < d; i++) {
    const y = sample[meanAt + i] - mean[meanAt + i];
    for (let j = 0; j <= i; j++) factorBar[i * d + j] = -y * solved[j];
  }
  choleskyBackward(factor, matrixAt, factorBar, 0, d);
  let next = d;
  for (let i = 0; i < d; i++) for (let j = i; j < d; j++) packedBar[next++] += factorBar[j * d + i];
}
