/**
 * EM for a hidden Markov model whose states are linear dynamics of a path that is seen: state z_t+1
 * says x_t+1 ~ N(X_k [x_t; 1], Q_k). T steps in n dimensions make T - 1 transitions; K states. The
 * E-step is `forwardBackward` over the transitions; the M-step maximises the posterior density of
 * the parameters exactly, so that log-likelihood plus log-prior never falls (Linderman and others
 * 2017, appendix; Baum and others 1970).
 */
import {
  cholesky,
  choleskyInverse,
  choleskyLogDet,
  POSITIVE_DEFINITE,
  solveLower,
} from '../../math/cholesky.ts';
import type { ChainInput, ChainWorkspace } from '../hiddenMarkov/forwardBackward.ts';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** theta, m = n + 1 columns: those of A, then b. */
export interface AutoregressiveHmm {
  readonly dimension: number;
  readonly states: number;
  /** K x n x m row-major: X_k = [A_k | b_k]. */
  readonly dynamics: Float64Array;
  /** K x n x n: Q_k. */
  readonly noises: Float64Array;
  /** K, sum to 1: of the first transition's state. */
  readonly initial: Float64Array;
  /** K x K row-major, rows sum to 1. */
  readonly chain: Float64Array;
}

/**
 * X_k | Q_k ~ MN(mean, Q_k, I / precision), Q_k ~ IW(scale, degrees), and counts that each row of the
 * chain begins with.
 */
export interface AutoregressivePrior {
  /** n x m */
  readonly mean: Float64Array;
  readonly precision: number;
  /** n x n */
  readonly scale: Float64Array;
  readonly degrees: number;
  /** Times that a state is taken to have followed itself, and to have been left, both > 0. */
  readonly stays: number;
  readonly leaves: number;
}

/** Memory of the M-step and the densities, made once. */
export interface AutoregressiveScratch {
  /** K x m x m, K x n x m, K x n x n, K: weighted sums of u u', x u', x x' and 1. */
  readonly past: Float64Array;
  readonly cross: Float64Array;
  readonly next: Float64Array;
  readonly weights: Float64Array;
  /** K x n x n, lower: Cholesky factors of Q_k; K: log det Q_k. */
  readonly factors: Float64Array;
  readonly logDets: Float64Array;
  readonly square: Float64Array;
  readonly residual: Float64Array;
}

export function createAutoregressiveHmm(dimension: number, states: number): AutoregressiveHmm {
  return {
    dimension,
    states,
    dynamics: new Float64Array(states * dimension * (dimension + 1)),
    noises: new Float64Array(states * dimension * dimension),
    initial: new Float64Array(states).fill(1 / states),
    chain: new Float64Array(states * states).fill(1 / states),
  };
}

export function createAutoregressiveScratch(
  dimension: number,
  states: number,
): AutoregressiveScratch {
  const m = dimension + 1;
  return {
    past: new Float64Array(states * m * m),
    cross: new Float64Array(states * dimension * m),
    next: new Float64Array(states * dimension * dimension),
    weights: new Float64Array(states),
    factors: new Float64Array(states * dimension * dimension),
    logDets: new Float64Array(states),
    square: new Float64Array(2 * m * m),
    residual: new Float64Array(m),
  };
}

/** Whether transition t, from row t to t + 1 of the path, is seen: no coordinate of it is missing. */
export function isSeen(path: Float64Array, dimension: number, t: number): boolean {
  for (let at = t * dimension; at < (t + 2) * dimension; at++)
    if (Number.isNaN(path[at])) return false;
  return true;
}

/**
 * Log-potentials of the chain of T - 1 transitions at theta into arrays of the caller.
 *
 * @param path T x n, NaN where nothing is known
 * @returns false where a noise is not positive definite
 */
export function fillAutoregressivePotentials(
  path: Float64Array,
  theta: AutoregressiveHmm,
  scratch: AutoregressiveScratch,
  out: ChainInput,
): boolean {
  const { dimension: n, states: K, dynamics, noises } = theta;
  const { factors, logDets, residual } = scratch;
  const m = n + 1;
  factors.set(noises);
  for (let k = 0; k < K; k++) {
    if (cholesky(factors, k * n * n, n) !== POSITIVE_DEFINITE) return false;
    logDets[k] = choleskyLogDet(factors, k * n * n, n);
    out.logInitial[k] = Math.log(theta.initial[k]);
  }
  for (let i = 0; i < K * K; i++) out.logTransition[i] = Math.log(theta.chain[i]);
  for (let t = 0; t < out.steps; t++) {
    if (!isSeen(path, n, t)) {
      out.logEmissions.fill(0, t * K, (t + 1) * K);
      continue;
    }
    const at = t * n;
    for (let k = 0; k < K; k++) {
      for (let i = 0; i < n; i++) {
        const row = (k * n + i) * m;
        let value = path[at + n + i] - dynamics[row + n];
        for (let j = 0; j < n; j++) value -= dynamics[row + j] * path[at + j];
        residual[i] = value;
      }
      solveLower(factors, k * n * n, residual, 0, n);
      let energy = n * LOG_TWO_PI + logDets[k];
      for (let i = 0; i < n; i++) energy += residual[i] * residual[i];
      out.logEmissions[t * K + k] = -energy / 2;
    }
  }
  return true;
}

/**
 * M-step: theta from the responsibilities and pairs of the last E-step, in place.
 *
 * @param path T x n
 * @param steps T - 1
 */
export function maximiseAutoregressiveHmm(
  { responsibilities, pairs }: Pick<ChainWorkspace, 'responsibilities' | 'pairs'>,
  steps: number,
  path: Float64Array,
  prior: AutoregressivePrior,
  scratch: AutoregressiveScratch,
  theta: AutoregressiveHmm,
): void {
  const { states: K, initial, chain } = theta;
  collect(responsibilities, steps, path, theta, scratch);
  for (let k = 0; k < K; k++) {
    solveState(k, prior, scratch, theta);
    // A Dirichlet with one more count than this of each state.
    initial[k] = (responsibilities[k] + 1) / (K + 1);
    let sum = 0;
    for (let l = 0; l < K; l++) {
      let count = k === l ? prior.stays : prior.leaves / Math.max(1, K - 1);
      for (let t = 0; t + 1 < steps; t++) count += pairs[(t * K + k) * K + l];
      chain[k * K + l] = count;
      sum += count;
    }
    for (let l = 0; l < K; l++) chain[k * K + l] /= sum;
  }
}

/** Weighted sums of all transitions that are seen. */
function collect(
  responsibilities: Float64Array,
  steps: number,
  path: Float64Array,
  { dimension: n, states: K }: AutoregressiveHmm,
  { past, cross, next, weights }: AutoregressiveScratch,
): void {
  const m = n + 1;
  for (const sums of [past, cross, next, weights]) sums.fill(0);
  for (let t = 0; t < steps; t++) {
    if (!isSeen(path, n, t)) continue;
    const at = t * n;
    for (let k = 0; k < K; k++) {
      const w = responsibilities[t * K + k];
      weights[k] += w;
      for (let i = 0; i < m; i++) {
        const scaled = i < n ? w * path[at + i] : w;
        for (let j = 0; j < n; j++) {
          past[(k * m + i) * m + j] += scaled * path[at + j];
          cross[(k * n + j) * m + i] += scaled * path[at + n + j];
        }
        past[(k * m + i) * m + n] += scaled;
      }
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          next[(k * n + i) * n + j] += w * path[at + n + i] * path[at + n + j];
    }
  }
}

/**
 * X_k = (cross + precision mean) (past + precision I)^-1, and Q_k the mode of its inverse-Wishart
 * given X_k: (scale + next + precision mean mean' - X_k (cross + precision mean)') / (weight +
 * degrees + n + 1 + m).
 */
function solveState(
  k: number,
  { mean, precision, scale, degrees }: AutoregressivePrior,
  { past, cross, next, weights, square }: AutoregressiveScratch,
  { dimension: n, dynamics, noises }: AutoregressiveHmm,
): void {
  const m = n + 1;
  const inverseAt = m * m;
  for (let i = 0; i < m; i++) past[(k * m + i) * m + i] += precision;
  for (let i = 0; i < n * m; i++) cross[k * n * m + i] += precision * mean[i];
  for (let i = 0; i < m * m; i++) square[i] = past[k * m * m + i];
  cholesky(square, 0, m);
  choleskyInverse(square, 0, square, inverseAt, m);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let l = 0; l < m; l++) sum += cross[(k * n + i) * m + l] * square[inverseAt + l * m + j];
      dynamics[(k * n + i) * m + j] = sum;
    }
  const total = weights[k] + degrees + n + 1 + m;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = scale[i * n + j] + next[(k * n + i) * n + j];
      for (let l = 0; l < m; l++)
        sum +=
          precision * mean[i * m + l] * mean[j * m + l] -
          dynamics[(k * n + i) * m + l] * cross[(k * n + j) * m + l];
      noises[(k * n + i) * n + j] = sum / total;
      noises[(k * n + j) * n + i] = sum / total;
    }
}

/**
 * Log-density of theta under its prior, up to a constant, after `fillAutoregressivePotentials` at
 * this theta: what EM adds to the log-likelihood.
 */
export function autoregressiveLogPrior(
  { dimension: n, states: K, dynamics, initial, chain }: AutoregressiveHmm,
  { mean, precision, scale, degrees, stays, leaves }: AutoregressivePrior,
  { factors, logDets, square }: AutoregressiveScratch,
): number {
  const m = n + 1;
  let sum = 0;
  for (let k = 0; k < K; k++) {
    sum -= ((degrees + n + 1 + m) * logDets[k]) / 2;
    choleskyInverse(factors, k * n * n, square, 0, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let spread = scale[i * n + j];
        for (let l = 0; l < m; l++)
          spread +=
            precision *
            (dynamics[(k * n + i) * m + l] - mean[i * m + l]) *
            (dynamics[(k * n + j) * m + l] - mean[j * m + l]);
        sum -= (square[i * n + j] * spread) / 2;
      }
    sum += Math.log(initial[k]);
    for (let l = 0; l < K; l++)
      sum += (k === l ? stays : leaves / Math.max(1, K - 1)) * Math.log(chain[k * K + l]);
  }
  return sum;
}
