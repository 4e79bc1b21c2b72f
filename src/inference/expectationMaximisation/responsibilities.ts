/**
 * The distribution q(Z) of EM and the bound it gives (lecture notes 9.3, thesis 2.1). Every mixture
 * fills in log p(x_n, z_n = k | theta); what follows from it is the same for all of them.
 *
 * N rows, K components. Matrices are row-major, figures in nats and summed over rows.
 */

import { expDown } from '../../math/expDown.ts';

/** Responsibilities below this are none: their logarithms would only bring underflow. */
const LEAST_RESPONSIBILITY = 1e-200;
const LEAST_LOG_SHARE = Math.log(LEAST_RESPONSIBILITY);

const ROUNDING = 1e-3;

/** All memory of an E-step; made once. */
export interface Responsibilities {
  /** N */
  readonly rows: number;
  /** K */
  readonly components: number;
  /** N x K: q(z_n = k); rows sum to 1. */
  readonly q: Float64Array;
  /** N x K: log q; 0 where q is 0. */
  readonly logQ: Float64Array;
  /** N x K: log p(x_n, z_n = k | theta) of the parameters last evaluated. */
  readonly logJoint: Float64Array;
  /** N x K: p(z_n = k | x_n, theta), what a soft E-step makes of q. */
  readonly posterior: Float64Array;
  /** N: log p(x_n | theta). */
  readonly logEvidence: Float64Array;
}

/** The free energy of q at the parameters last evaluated, and what it lacks. */
export interface FreeEnergy {
  /** l(theta) = log p(X | theta). */
  logLikelihood: number;
  /** E_q[log p(X, Z | theta)]. */
  energy: number;
  /** H(q) >= 0. The free energy is energy + entropy; (9.15) of the notes has the sign wrong. */
  entropy: number;
  /** KL(q(Z) || p(Z | X, theta)) = log-likelihood - free energy, >= 0 (thesis 2.5). */
  klGap: number;
}

/** q starts uniform: nothing is known of any row. */
export function createResponsibilities(rows: number, components: number): Responsibilities {
  const size = rows * components;
  return {
    rows,
    components,
    q: new Float64Array(size).fill(1 / components),
    logQ: new Float64Array(size).fill(-Math.log(components)),
    logJoint: new Float64Array(size),
    posterior: new Float64Array(size).fill(1 / components),
    logEvidence: new Float64Array(rows),
  };
}

/**
 * Checks responsibilities that come from a saved state.
 *
 * @throws RangeError that names the first that is none
 */
export function requireShares(q: Float64Array): void {
  // Shipped models hold rounded ones.
  const wrong = q.findIndex((share) => !(share >= 0 && share <= 1 + ROUNDING));
  if (wrong < 0) return;
  throw new RangeError(
    `Responsibility ${wrong + 1} is ${q[wrong]}; expected a number from 0 to 1.`,
  );
}

/** Posterior and log-evidence of each row from `logJoint` (9.16), by log-sum-exp. */
export function normaliseRows(r: Responsibilities): void {
  const { rows, components: K, logJoint, posterior, logEvidence } = r;
  for (let n = 0, at = 0; n < rows; n++, at += K) {
    let most = logJoint[at];
    for (let k = 1; k < K; k++) if (logJoint[at + k] > most) most = logJoint[at + k];
    let sum = 0;
    for (let k = 0; k < K; k++) {
      const behind = logJoint[at + k] - most;
      const share = behind < LEAST_LOG_SHARE ? 0 : expDown(behind);
      posterior[at + k] = share;
      sum += share;
    }
    logEvidence[n] = most + Math.log(sum);
    const scale = 1 / sum;
    for (let k = 0; k < K; k++) posterior[at + k] *= scale;
  }
}

/**
 * The E-step: q becomes the posterior, and the gap closes (thesis 2.7, 2.9).
 *
 * @returns the largest change of a responsibility, 0..1
 */
export function assignSoftly(r: Responsibilities): number {
  const { rows, components: K, q, logQ, logJoint, posterior, logEvidence } = r;
  let shift = 0;
  for (let n = 0, at = 0; n < rows; n++)
    for (let k = 0; k < K; k++, at++) {
      shift = Math.max(shift, Math.abs(posterior[at] - q[at]));
      q[at] = posterior[at];
      logQ[at] = q[at] === 0 ? 0 : logJoint[at] - logEvidence[n];
    }
  return shift;
}

/**
 * The E-step of k-means: each row goes to its likeliest component alone, the first of equals. Among
 * the q that leave no doubt this is the best, so the free energy still rises; the gap stays open.
 *
 * @returns the largest change of a responsibility, 0..1
 */
export function assignHard(r: Responsibilities): number {
  const { rows, components: K, q, logQ, logJoint } = r;
  let shift = 0;
  logQ.fill(0);
  for (let n = 0, at = 0; n < rows; n++, at += K) {
    let most = 0;
    for (let k = 1; k < K; k++) if (logJoint[at + k] > logJoint[at + most]) most = k;
    // What the others lose together, this one gains.
    shift = Math.max(shift, 1 - q[at + most]);
    q.fill(0, at, at + K);
    q[at + most] = 1;
  }
  return shift;
}

/** Writes the free energy and its parts to `out`. */
export function measureFreeEnergy(r: Responsibilities, out: FreeEnergy): FreeEnergy {
  const { rows, components: K, q, logQ, logJoint, logEvidence } = r;
  let logLikelihood = 0;
  let energy = 0;
  let entropy = 0;
  let klGap = 0;
  for (let n = 0, at = 0; n < rows; n++) {
    const evidence = logEvidence[n];
    logLikelihood += evidence;
    for (let k = 0; k < K; k++, at++) {
      const share = q[at];
      if (share === 0) continue;
      energy += share * logJoint[at];
      entropy -= share * logQ[at];
      klGap += share * (logQ[at] - (logJoint[at] - evidence));
    }
  }
  out.logLikelihood = logLikelihood;
  out.energy = energy;
  out.entropy = entropy;
  // No divergence is negative; one of nought can come out so by rounding.
  out.klGap = Math.max(0, klGap);
  return out;
}

/** Most responsible component of each row, the first of equals. */
export function assignments(probabilities: ArrayLike<number>, components: number): Uint16Array {
  return Uint16Array.from({ length: probabilities.length / components }, (_, n) => {
    let most = 0;
    for (let k = 1; k < components; k++) {
      if (probabilities[n * components + k] > probabilities[n * components + most]) most = k;
    }
    return most;
  });
}
