/**
 * Generalised EM for a mixture of experts (lecture notes 9.4): p(y | x) = sum_k g_k(x) N(y | f_k(x),
 * s_k^2). Experts f_k are polynomials, the gate g is a softmax of lines. The E-step and the experts'
 * M-step are exact; the gate's has no closed form and takes some steps of Newton's, each of which
 * raises the energy, so that the log-likelihood still never falls.
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
import { createSoftmaxGate, evaluateGate, improveGate, type SoftmaxGate } from './softmaxGate.ts';

export interface ExpertsWorkspace {
  /** F */
  readonly coefficients: number;
  /** N x F: powers of x over `scale`. */
  readonly basis: Float64Array;
  /** N */
  readonly targets: Float64Array;
  /** Taken off log-densities of y, so that they are over its own units. */
  readonly logVolume: number;
  /** What x is divided by, so that powers and gradients keep to sizes near 1. */
  readonly scale: number;
  /** K x F */
  readonly experts: Float64Array;
  /** K: s_k^2 */
  readonly variances: Float64Array;
  /** Over x / scale. */
  readonly gate: SoftmaxGate;
  readonly responsibilities: Responsibilities;
  /** K: summed responsibilities of the last M-step. */
  readonly counts: Float64Array;
  readonly normal: Float64Array;
  readonly solution: Float64Array;
}

export interface ExpertsOptions {
  /** Newton steps of the gate per M-step. */
  readonly gateSteps: number;
  /** Least s_k^2, > 0. */
  readonly varianceFloor: number;
}

/** N_k below which there is nothing to fit an expert to. */
const NO_FIT_BELOW = 1e-9;

/**
 * @param inputs N
 * @param targets N
 * @param degree of the experts' polynomials, at least 1
 * @param logVolume taken off log-densities of y
 * @param scale what x is divided by; the largest |x| unless parameters come from other data
 */
export function createExpertsWorkspace(
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  experts: number,
  degree: number,
  logVolume = 0,
  scale = largest(inputs),
): ExpertsWorkspace {
  const rows = inputs.length;
  const F = degree + 1;
  const basis = new Float64Array(rows * F);
  for (let n = 0; n < rows; n++)
    for (let f = 0, power = 1; f < F; f++, power *= inputs[n] / scale) basis[n * F + f] = power;
  const scaled = Float64Array.from({ length: rows }, (_, n) => basis[n * F + 1]);
  return {
    coefficients: F,
    basis,
    targets: Float64Array.from(targets),
    logVolume,
    scale,
    experts: new Float64Array(experts * F),
    variances: new Float64Array(experts).fill(1),
    gate: createSoftmaxGate(scaled, experts),
    responsibilities: createResponsibilities(rows, experts),
    counts: new Float64Array(experts),
    normal: new Float64Array(F * F),
    solution: new Float64Array(F),
  };
}

/** Largest absolute value; 1 where all are 0. */
function largest(inputs: ArrayLike<number>): number {
  let most = 0;
  for (let n = 0; n < inputs.length; n++) most = Math.max(most, Math.abs(inputs[n]));
  return most || 1;
}

/** Joint densities, posteriors and log p(y | x) of all rows at the parameters as they are. */
export function evaluateExperts(ws: ExpertsWorkspace): void {
  const { coefficients: F, basis, targets, experts, variances, gate, logVolume } = ws;
  const { responsibilities } = ws;
  const { rows, components: K, logJoint } = responsibilities;
  evaluateGate(gate);
  for (let n = 0, at = 0; n < rows; n++) {
    for (let k = 0; k < K; k++, at++) {
      let error = targets[n];
      for (let f = 0; f < F; f++) error -= experts[k * F + f] * basis[n * F + f];
      logJoint[at] =
        gate.logGate[at] -
        (Math.log(2 * Math.PI * variances[k]) + (error * error) / variances[k]) / 2 -
        logVolume;
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
  while (taken < options.gateSteps && improveGate(ws.gate, ws.responsibilities.q)) taken += 1;
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
  if (count < NO_FIT_BELOW) return;
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
