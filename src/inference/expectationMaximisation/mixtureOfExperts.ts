/**
 * Generalised EM for a mixture of experts (lecture notes 9.4): p(y | x) = sum_k g_k(x) N(y | f_k(x),
 * s_k^2). Experts f_k are polynomials, the gate g is a softmax of lines. The E-step and the experts'
 * M-step are exact; the gate's has no closed form and takes some steps of gradient ascent, each of
 * which raises the energy, so that the log-likelihood still never falls.
 *
 * N rows, K experts, F coefficients of an expert. Matrices are row-major; after
 * `createExpertsWorkspace` nothing is allocated.
 */
import {
  cholesky,
  POSITIVE_DEFINITE,
  solveLower,
  solveLowerTransposed,
} from '../../math/cholesky.ts';
import {
  createResponsibilities,
  normaliseRows,
  type Responsibilities,
} from './responsibilities.ts';

/** A gate's line: offset and slope. */
export const GATE_COEFFICIENTS = 2;

export interface ExpertsWorkspace {
  /** F */
  readonly coefficients: number;
  /** N x F: powers of x over `scale`. */
  readonly basis: Float64Array;
  /** N */
  readonly targets: Float64Array;
  /** What x is divided by, so that powers and gradients keep to sizes near 1. */
  readonly scale: number;
  /** K x F */
  readonly experts: Float64Array;
  /** K: s_k^2 */
  readonly variances: Float64Array;
  /** K x 2: offset and slope of each expert's part in the gate, over x / scale. */
  readonly gate: Float64Array;
  /** N x K: log g_k(x_n). */
  readonly logGate: Float64Array;
  readonly responsibilities: Responsibilities;
  /** K: summed responsibilities of the last M-step. */
  readonly counts: Float64Array;
  readonly normal: Float64Array;
  readonly solution: Float64Array;
  readonly gradient: Float64Array;
  readonly candidate: Float64Array;
}

export interface ExpertsOptions {
  /** Steps of gradient ascent on the gate per M-step. */
  readonly gateSteps: number;
  /** Size each begins with, over N; halved until the energy rises. */
  readonly gateRate: number;
  /** Least s_k^2, > 0. */
  readonly varianceFloor: number;
}

/** Below this there is nothing to fit an expert to. */
const LEAST_COUNT = 1e-9;
const MOST_HALVINGS = 30;

/**
 * @param inputs N
 * @param targets N
 * @param degree of the experts' polynomials, at least 1
 * @param scale what x is divided by; the largest |x| unless parameters come from other data
 */
export function createExpertsWorkspace(
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  experts: number,
  degree: number,
  scale = largest(inputs),
): ExpertsWorkspace {
  const rows = inputs.length;
  const F = degree + 1;
  const basis = new Float64Array(rows * F);
  for (let n = 0; n < rows; n++)
    for (let f = 0, power = 1; f < F; f++, power *= inputs[n] / scale) basis[n * F + f] = power;
  return {
    coefficients: F,
    basis,
    targets: Float64Array.from(targets),
    scale,
    experts: new Float64Array(experts * F),
    variances: new Float64Array(experts).fill(1),
    gate: new Float64Array(experts * GATE_COEFFICIENTS),
    logGate: new Float64Array(rows * experts),
    responsibilities: createResponsibilities(rows, experts),
    counts: new Float64Array(experts),
    normal: new Float64Array(F * F),
    solution: new Float64Array(F),
    gradient: new Float64Array(experts * GATE_COEFFICIENTS),
    candidate: new Float64Array(experts * GATE_COEFFICIENTS),
  };
}

/** Largest absolute value; 1 where all are 0. */
function largest(inputs: ArrayLike<number>): number {
  let most = 0;
  for (let n = 0; n < inputs.length; n++) most = Math.max(most, Math.abs(inputs[n]));
  return most || 1;
}

/** Joint densities, posteriors and log p(y | x) of all rows at the parameters as they are. */
export function lookAtExperts(ws: ExpertsWorkspace): void {
  const { coefficients: F, basis, targets, experts, variances, logGate, responsibilities } = ws;
  const { rows, components: K, logJoint } = responsibilities;
  fillLogGate(ws, ws.gate);
  for (let n = 0, at = 0; n < rows; n++) {
    for (let k = 0; k < K; k++, at++) {
      let error = targets[n];
      for (let f = 0; f < F; f++) error -= experts[k * F + f] * basis[n * F + f];
      logJoint[at] =
        logGate[at] - (Math.log(2 * Math.PI * variances[k]) + (error * error) / variances[k]) / 2;
    }
  }
  normaliseRows(responsibilities);
}

/**
 * The M-step: least squares with responsibilities as weights for each expert, then the gate.
 *
 * @returns steps of the gate that raised the energy; fewer than asked for once it is at its best
 */
export function maximiseExperts(ws: ExpertsWorkspace, options: ExpertsOptions): number {
  for (let k = 0; k < ws.variances.length; k++) fitExpert(ws, k, options.varianceFloor);
  let taken = 0;
  while (taken < options.gateSteps && climbGate(ws, options.gateRate)) taken += 1;
  return taken;
}

/** An expert without responsibility, or without enough of it to be determined, keeps its curve. */
function fitExpert(ws: ExpertsWorkspace, k: number, floor: number): void {
  const { coefficients: F, basis, targets, experts, variances, counts, normal, solution } = ws;
  const { rows, components: K, q } = ws.responsibilities;
  normal.fill(0);
  solution.fill(0);
  let count = 0;
  for (let n = 0; n < rows; n++) {
    const share = q[n * K + k];
    if (share === 0) continue;
    count += share;
    for (let f = 0; f < F; f++) {
      const weighted = share * basis[n * F + f];
      solution[f] += weighted * targets[n];
      for (let g = 0; g <= f; g++) normal[f * F + g] += weighted * basis[n * F + g];
    }
  }
  counts[k] = count;
  if (count < LEAST_COUNT) return;
  const before = squaredError(ws, k, experts, k * F);
  let after = before;
  if (cholesky(normal, 0, F) === POSITIVE_DEFINITE) {
    solveLower(normal, 0, solution, 0, F);
    solveLowerTransposed(normal, 0, solution, 0, F);
    after = squaredError(ws, k, solution, 0);
    // Nearly undetermined equations can lose all digits: then the curve there is stays better.
    if (after <= before) experts.set(solution, k * F);
    else after = before;
  }
  variances[k] = Math.max(floor, after / count);
}

/** Weighted squared error of a curve on expert k's share of the rows. */
function squaredError(ws: ExpertsWorkspace, k: number, curve: Float64Array, at: number): number {
  const { coefficients: F, basis, targets } = ws;
  const { rows, components: K, q } = ws.responsibilities;
  let sum = 0;
  for (let n = 0; n < rows; n++) {
    const share = q[n * K + k];
    if (share === 0) continue;
    let error = targets[n];
    for (let f = 0; f < F; f++) error -= curve[at + f] * basis[n * F + f];
    sum += share * error * error;
  }
  return sum;
}

/**
 * One step of gradient ascent on sum_nk q_nk log g_k(x_n), which is concave: its gradient is
 * sum_n (q_nk - g_k(x_n)) (1, x_n). False when no step of a size worth taking raises it.
 */
function climbGate(ws: ExpertsWorkspace, rate: number): boolean {
  const { gate, gradient, candidate, logGate, basis, coefficients: F } = ws;
  const { rows, components: K, q } = ws.responsibilities;
  fillLogGate(ws, gate);
  const before = gateEnergy(ws);
  gradient.fill(0);
  for (let n = 0, at = 0; n < rows; n++) {
    const x = basis[n * F + 1];
    for (let k = 0; k < K; k++, at++) {
      const miss = q[at] - Math.exp(logGate[at]);
      gradient[k * GATE_COEFFICIENTS] += miss;
      gradient[k * GATE_COEFFICIENTS + 1] += miss * x;
    }
  }
  let step = rate / rows;
  for (let halving = 0; halving < MOST_HALVINGS; halving++, step /= 2) {
    for (let i = 0; i < gate.length; i++) candidate[i] = gate[i] + step * gradient[i];
    fillLogGate(ws, candidate);
    if (gateEnergy(ws) > before) {
      gate.set(candidate);
      return true;
    }
  }
  fillLogGate(ws, gate);
  return false;
}

/** log g_k(x_n) of a gate, N x K. */
function fillLogGate(ws: ExpertsWorkspace, gate: Float64Array): void {
  const { logGate, basis, coefficients: F } = ws;
  const { rows, components: K } = ws.responsibilities;
  for (let n = 0, at = 0; n < rows; n++, at += K)
    logSoftmaxGate(gate, basis[n * F + 1], K, logGate, at);
}

/**
 * log g_k of one input.
 *
 * @param x over `scale`
 * @param out K numbers from `at` on
 */
export function logSoftmaxGate(
  gate: Float64Array,
  x: number,
  K: number,
  out: Float64Array,
  at: number,
): void {
  let most = -Infinity;
  for (let k = 0; k < K; k++) {
    const value = gate[k * GATE_COEFFICIENTS] + gate[k * GATE_COEFFICIENTS + 1] * x;
    out[at + k] = value;
    if (value > most) most = value;
  }
  let sum = 0;
  for (let k = 0; k < K; k++) sum += Math.exp(out[at + k] - most);
  const logSum = most + Math.log(sum);
  for (let k = 0; k < K; k++) out[at + k] -= logSum;
}

function gateEnergy({ logGate, responsibilities: { q } }: ExpertsWorkspace): number {
  let sum = 0;
  for (let at = 0; at < q.length; at++) if (q[at] > 0) sum += q[at] * logGate[at];
  return sum;
}
