/**
 * EM for a hidden Markov model whose states emit numbers on a line from a Gaussian each (Baum and
 * others 1970; Rabiner 1989, section III.C). T steps, K states. The E-step is `forwardBackward`
 * with `fillPotentials`; the M-step maximises the bound exactly, so that it never falls.
 */
import type { ChainInput, ChainWorkspace } from './forwardBackward.ts';

/** theta */
export interface GaussianHmm {
  /** K, sum to 1: p(z_1). */
  readonly initial: Float64Array;
  /** K x K row-major, rows sum to 1: p(z_t+1 | z_t). */
  readonly transition: Float64Array;
  /** K */
  readonly means: Float64Array;
  /** K, > 0 */
  readonly variances: Float64Array;
}

/** The evidence lower bound of a whole series in nats: energy + entropy. */
export interface HmmBound {
  /** E_q[log p(y | z)] */
  reconstruction: number;
  /** E_q[log p(y, z)] */
  energy: number;
  /** H[q(z)], of the paths */
  entropy: number;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * Log-potentials of the chain at theta into arrays of the caller.
 *
 * @param values T, NaN where nothing was observed
 */
export function fillPotentials(values: Float64Array, theta: GaussianHmm, out: ChainInput): void {
  const K = theta.initial.length;
  for (let k = 0; k < K; k++) out.logInitial[k] = Math.log(theta.initial[k]);
  for (let i = 0; i < K * K; i++) out.logTransition[i] = Math.log(theta.transition[i]);
  for (let t = 0; t < out.steps; t++)
    for (let k = 0; k < K; k++) out.logEmissions[t * K + k] = logDensity(values[t], theta, k);
}

/** log N(value | mean_k, variance_k); 0 for a value that is missing. */
function logDensity(value: number, { means, variances }: GaussianHmm, k: number): number {
  if (Number.isNaN(value)) return 0;
  return -(LOG_TWO_PI + Math.log(variances[k]) + (value - means[k]) ** 2 / variances[k]) / 2;
}

/**
 * M-step: theta from the responsibilities and pairs of the last E-step, in place. A state that is
 * responsible for less than `LEAST_WEIGHT` steps keeps its mean and variance, and one that is never
 * left keeps its row of the transition matrix: the bound does not depend on them.
 *
 * @param values T, NaN where nothing was observed
 * @param varianceFloor least variance of a state, > 0; among those not below it the raised one is
 *   the M-step's best, so the bound still never falls
 */
export function maximiseGaussianHmm(
  { states: K, responsibilities, pairs }: ChainWorkspace,
  values: Float64Array,
  theta: GaussianHmm,
  varianceFloor: number,
): void {
  const { initial, transition, means, variances } = theta;
  const T = values.length;
  for (let k = 0; k < K; k++) {
    initial[k] = responsibilities[k];
    let weight = 0;
    let sum = 0;
    for (let t = 0; t < T; t++) {
      if (Number.isNaN(values[t])) continue;
      weight += responsibilities[t * K + k];
      sum += responsibilities[t * K + k] * values[t];
    }
    if (weight > LEAST_WEIGHT) {
      means[k] = sum / weight;
      let squares = 0;
      for (let t = 0; t < T; t++)
        if (!Number.isNaN(values[t]))
          squares += responsibilities[t * K + k] * (values[t] - means[k]) ** 2;
      variances[k] = Math.max(varianceFloor, squares / weight);
    }
    let left = 0;
    for (let t = 0; t + 1 < T; t++) for (let l = 0; l < K; l++) left += pairs[(t * K + k) * K + l];
    if (left <= LEAST_WEIGHT) continue;
    for (let l = 0; l < K; l++) {
      let count = 0;
      for (let t = 0; t + 1 < T; t++) count += pairs[(t * K + k) * K + l];
      transition[k * K + l] = count / left;
    }
  }
}

/** Steps that a state must be responsible for to be learned from. */
const LEAST_WEIGHT = 1e-12;

/**
 * The bound of the last E-step's q at any theta: equal to the log-likelihood where theta is that of
 * the E-step, and below it everywhere else.
 *
 * @param values T, NaN where nothing was observed
 */
export function gaussianHmmBound(
  { states: K, responsibilities, pairs }: ChainWorkspace,
  values: Float64Array,
  theta: GaussianHmm,
): HmmBound {
  const T = values.length;
  let reconstruction = 0;
  for (let t = 0; t < T; t++)
    for (let k = 0; k < K; k++)
      reconstruction += expected(responsibilities[t * K + k], logDensity(values[t], theta, k));
  // q(z) is a chain: its first state, then each next state given the one before.
  let chosen = 0;
  let entropy = 0;
  for (let k = 0; k < K; k++) {
    chosen += expected(responsibilities[k], Math.log(theta.initial[k]));
    entropy -= relative(responsibilities[k], 1);
  }
  for (let t = 0; t + 1 < T; t++)
    for (let k = 0; k < K; k++)
      for (let l = 0; l < K; l++) {
        const pair = pairs[(t * K + k) * K + l];
        chosen += expected(pair, Math.log(theta.transition[k * K + l]));
        entropy -= relative(pair, responsibilities[t * K + k]);
      }
  return { reconstruction, energy: reconstruction + chosen, entropy };
}

/**
 * EM drives the probability of steps that never happen towards the smallest numbers there are. Below this
 * a probability under q counts for nothing in the bound: what it is divided or multiplied by may be 0 already.
 */
const NEGLIGIBLE = 1e-290;

/** weight * value, where what has no weight counts for nothing, however impossible. */
const expected = (weight: number, value: number) => (weight > NEGLIGIBLE ? weight * value : 0);

/** p log(p / of) */
const relative = (p: number, of: number) => (p > NEGLIGIBLE ? p * Math.log(p / of) : 0);
