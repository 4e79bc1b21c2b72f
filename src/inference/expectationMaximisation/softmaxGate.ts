/**
 * The gate of a mixture of experts (lecture notes 9.4): a softmax of lines, g_k(x) proportional to
 * exp(a_k + b_k x). Its part of the M-step, the greatest sum_nk q_nk log g_k(x_n), has no closed form.
 *
 * N rows, K experts, P = 2K coefficients. After `createSoftmaxGate` nothing is allocated.
 */
import {
  cholesky,
  POSITIVE_DEFINITE,
  solveLower,
  solveLowerTransposed,
} from '../../math/cholesky.ts';

/** A gate's line: offset and slope. */
export const GATE_COEFFICIENTS = 2;

/**
 * Precision of a normal prior on each coefficient. Between pieces that no row lies in doubt of, the
 * likelihood alone would have the gate sharpen without end.
 */
const PRIOR_PRECISION = 0.01;
const MOST_HALVINGS = 30;

export interface SoftmaxGate {
  /** N: x over the scale of the experts. */
  readonly inputs: Float64Array;
  /** K x 2: offset and slope of each expert's line. */
  readonly coefficients: Float64Array;
  /** N x K: log g_k(x_n). */
  readonly logGate: Float64Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  /** K: g_k of one row. */
  readonly shares: Float64Array;
  readonly candidate: Float64Array;
}

export function createSoftmaxGate(inputs: Float64Array, experts: number): SoftmaxGate {
  const P = experts * GATE_COEFFICIENTS;
  return {
    inputs,
    coefficients: new Float64Array(P),
    logGate: new Float64Array(inputs.length * experts),
    gradient: new Float64Array(P),
    curvature: new Float64Array(P * P),
    shares: new Float64Array(experts),
    candidate: new Float64Array(P),
  };
}

/** log g_k(x_n) of all rows at the gate as it is. */
export function evaluateGate(gate: SoftmaxGate): void {
  fillLogGate(gate, gate.coefficients);
}

/**
 * A Newton step on sum_nk q_nk log g_k(x_n) with the prior, which is concave: its gradient is
 * sum_n (q_nk - g_k(x_n)) (1, x_n), its curvature sum_n g_k (delta_kj - g_j) (1, x_n)(1, x_n)', as in
 * iteratively reweighted least squares. The step is halved until it raises the sum, with the prior
 * and without: so the log-likelihood, which knows no prior, cannot fall.
 *
 * @param q N x K
 * @returns false, with the gate as it was, when no step of a size worth taking raises both
 */
export function improveGate(gate: SoftmaxGate, q: Float64Array): boolean {
  const { coefficients, gradient, curvature, candidate } = gate;
  const P = coefficients.length;
  evaluateGate(gate);
  const before = energyOf(gate, q);
  const priorBefore = logPrior(coefficients);
  fillDerivatives(gate, q);
  if (cholesky(curvature, 0, P) !== POSITIVE_DEFINITE) return false;
  solveLower(curvature, 0, gradient, 0, P);
  solveLowerTransposed(curvature, 0, gradient, 0, P);
  for (let halving = 0, step = 1; halving < MOST_HALVINGS; halving++, step /= 2) {
    for (let i = 0; i < P; i++) candidate[i] = coefficients[i] + step * gradient[i];
    fillLogGate(gate, candidate);
    const gain = energyOf(gate, q) - before;
    if (gain > 0 && gain + logPrior(candidate) - priorBefore > 0) {
      coefficients.set(candidate);
      return true;
    }
  }
  evaluateGate(gate);
  return false;
}

/** Gradient, and curvature with its sign turned, of sum and prior. */
function fillDerivatives(gate: SoftmaxGate, q: Float64Array): void {
  const { inputs, coefficients, logGate, gradient, curvature, shares } = gate;
  const P = coefficients.length;
  const K = shares.length;
  for (let i = 0; i < P; i++) gradient[i] = -PRIOR_PRECISION * coefficients[i];
  curvature.fill(0);
  for (let n = 0, at = 0; n < inputs.length; n++, at += K) {
    const x = inputs[n];
    for (let k = 0; k < K; k++) {
      shares[k] = Math.exp(logGate[at + k]);
      const miss = q[at + k] - shares[k];
      gradient[2 * k] += miss;
      gradient[2 * k + 1] += miss * x;
      // The lower triangle is all that is read of it.
      for (let j = 0; j <= k; j++) {
        const weight = shares[k] * ((j === k ? 1 : 0) - shares[j]);
        const line = 2 * k * P + 2 * j;
        curvature[line] += weight;
        curvature[line + 1] += weight * x;
        curvature[line + P] += weight * x;
        curvature[line + P + 1] += weight * x * x;
      }
    }
  }
  for (let i = 0; i < P; i++) curvature[i * P + i] += PRIOR_PRECISION;
}

function fillLogGate({ inputs, logGate, shares }: SoftmaxGate, coefficients: Float64Array): void {
  const K = shares.length;
  for (let n = 0, at = 0; n < inputs.length; n++, at += K)
    logSoftmaxGate(coefficients, inputs[n], K, logGate, at);
}

/**
 * log g_k of one input.
 *
 * @param x over the scale of the experts
 * @param out K numbers from `at` on
 */
export function logSoftmaxGate(
  coefficients: Float64Array,
  x: number,
  K: number,
  out: Float64Array,
  at: number,
): void {
  let most = -Infinity;
  for (let k = 0; k < K; k++) {
    const value = coefficients[k * GATE_COEFFICIENTS] + coefficients[k * GATE_COEFFICIENTS + 1] * x;
    out[at + k] = value;
    if (value > most) most = value;
  }
  let sum = 0;
  for (let k = 0; k < K; k++) sum += Math.exp(out[at + k] - most);
  const logSum = most + Math.log(sum);
  for (let k = 0; k < K; k++) out[at + k] -= logSum;
}

function energyOf({ logGate }: SoftmaxGate, q: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < q.length; at++) if (q[at] > 0) sum += q[at] * logGate[at];
  return sum;
}

function logPrior(coefficients: Float64Array): number {
  let square = 0;
  for (let i = 0; i < coefficients.length; i++) square += coefficients[i] * coefficients[i];
  return (-PRIOR_PRECISION / 2) * square;
}
