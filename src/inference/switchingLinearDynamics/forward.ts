/**
 * Structured mean field in a switching linear dynamical system (thesis 4.3): q(x) q(z), each of them
 * exact given the other. z_t, the state of the step from x_t to x_t+1, is a Markov chain; x is
 * Gaussian with a diagonal node potential at each step. T steps have T - 1 states.
 *
 * The x step is a Kalman smoother whose pair potentials are averages over q(z), not those of an
 * averaged transition: E[A]'Q^-1 E[A] is less than E[A'Q^-1 A]. The z step is forward-backward. Their
 * objective, KL(q(x) q(z) || p) - E[log psi], falls at each, and nothing is allocated in either.
 */

import { stateAt } from '../../distributions/switchingDynamics.ts';
import { addOuter } from '../../math/smallMatrix.ts';
import { OK, type Status } from '../../math/status.ts';
import { forwardBackward } from '../hiddenMarkov/forwardBackward.ts';
import { kalmanFilter, kalmanSmoother, type LdsInput } from '../kalman/forward.ts';
import type { SwitchingWorkspace } from './workspace.ts';

export interface SwitchingInput extends LdsInput {
  /**
   * B x K: -Infinity where the state of a pair of rows is known not to be that one, elsewhere 0. null
   * where nothing is known.
   */
  readonly stateEvidence: Float64Array | null;
}

export interface SweepLimits {
  /** Sweeps end when one changes no responsibility by more than this. */
  readonly tolerance: number;
  readonly mostSweeps: number;
}

/**
 * Sweeps until q(z) rests, from the responsibilities in the workspace: an x step, then z step
 * and x step in turn. Ends with an x step, which is what `switchingBackward` and the statistics need.
 *
 * @returns bad where a precision is not positive definite or no path of states has a weight
 */
export function inferStates(
  ws: SwitchingWorkspace,
  input: SwitchingInput,
  { tolerance, mostSweeps }: SweepLimits,
): Status {
  const { responsibilities, lastResponsibilities } = ws;
  let status = xStep(ws, input);
  for (let sweep = 0; sweep < mostSweeps && status.ok; sweep++) {
    lastResponsibilities.set(responsibilities);
    status = zStep(ws, input);
    if (status.ok) status = xStep(ws, input);
    if (largestDifference(responsibilities, lastResponsibilities) <= tolerance) break;
  }
  return status;
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
}

/**
 * q(x) given the responsibilities: fills `kalman` and `logZx`. Then `objective` is that of both
 * factors, where the responsibilities come from a z step.
 */
export function xStep(ws: SwitchingWorkspace, input: LdsInput): Status {
  averagePotentials(ws);
  const { kalman, windows } = ws;
  const status = kalmanFilter(kalman, input);
  if (!status.ok) return status;
  kalmanSmoother(kalman, input);
  for (let w = 0; w < windows; w++) ws.logZx += kalman.logZ[w];
  ws.energy = expectedEnergy(ws);
  return OK;
}

/** Pair potentials under q(z) into `kalman.chain`, and what normalises them into `logZx`. */
function averagePotentials(ws: SwitchingWorkspace): void {
  const { layout, potentials, responsibilities, windows, steps } = ws;
  const { states: K, dimension: d } = layout;
  const { J0, h0, J11, J12, J22, h1, h2 } = ws.kalman.chain;
  if (!h1 || !h2) throw new Error('A switching system has a potential for each pair.');
  const square = d * d;
  J0.set(potentials.J0);
  h0.set(potentials.h0);
  ws.logZx = windows * potentials.c0;
  for (let w = 0; w < windows; w++)
    for (let row = w * steps; row < (w + 1) * steps - 1; row++) {
      const at = row * d;
      const matrixAt = row * square;
      for (let i = 0; i < square; i++) {
        let [past, cross, next] = [0, 0, 0];
        for (let k = 0; k < K; k++) {
          const weight = responsibilities[row * K + k];
          past += weight * potentials.J11[k * square + i];
          cross += weight * potentials.J12[k * square + i];
          next += weight * potentials.J22[k * square + i];
        }
        J11[matrixAt + i] = past;
        J12[matrixAt + i] = cross;
        J22[matrixAt + i] = next;
      }
      for (let i = 0; i < d; i++) {
        let [past, next] = [0, 0];
        for (let k = 0; k < K; k++) {
          const weight = responsibilities[row * K + k];
          past += weight * potentials.h1[k * d + i];
          next += weight * potentials.h2[k * d + i];
        }
        h1[at + i] = past;
        h2[at + i] = next;
      }
      for (let k = 0; k < K; k++) ws.logZx += responsibilities[row * K + k] * potentials.c[k];
    }
}

/**
 * q(z) given q(x): fills energies, responsibilities and the chains' pairs. Then `objective` is that of
 * both factors, where q(x) comes from an x step under the last responsibilities.
 */
export function zStep(
  ws: SwitchingWorkspace,
  { stateEvidence }: Pick<SwitchingInput, 'stateEvidence'>,
): Status {
  fillEnergies(ws);
  const { energies, emissions, chains, chainInputs } = ws;
  for (let at = 0; at < emissions.length; at++)
    emissions[at] = energies[at] + (stateEvidence === null ? 0 : stateEvidence[at]);
  // That of q(x), whose potentials are averages over the last q(z).
  ws.energy = expectedEnergy(ws);
  ws.logZz = 0;
  for (let w = 0; w < ws.windows && ws.steps > 1; w++) {
    const status = forwardBackward(chains[w], chainInputs[w]);
    if (!status.ok) return status;
    ws.logZz += chains[w].logZ;
  }
  return OK;
}

/**
 * KL(q(x) q(z) || p(x, z)) - E_q[log psi(x)] of all windows, in nats: minus the bound of the
 * log-integral of all potentials.
 */
export function objective({ energy, logZz, logZx }: SwitchingWorkspace): number {
  return energy - logZz - logZx;
}

/** l_t(k), the expected log-density of a pair under each state, into `energies`. */
function fillEnergies(ws: SwitchingWorkspace): void {
  const { layout, potentials, pair, energies, windows, steps, kalman } = ws;
  const { states: K, dimension: d } = layout;
  const { J11, J12, J22, h1, h2, c } = potentials;
  const { means } = kalman;
  const square = d * d;
  for (let w = 0; w < windows; w++)
    for (let row = w * steps; row < (w + 1) * steps - 1; row++) {
      const at = row * d;
      pairMoments(ws, row);
      for (let k = 0; k < K; k++) {
        const from = k * square;
        let quadratic = 0;
        let linear = c[k];
        for (let i = 0; i < square; i++)
          quadratic +=
            J11[from + i] * pair.past[i] +
            2 * J12[from + i] * pair.cross[i] +
            J22[from + i] * pair.next[i];
        for (let i = 0; i < d; i++)
          linear += h1[k * d + i] * means[at + i] + h2[k * d + i] * means[at + d + i];
        energies[row * K + k] = linear - quadratic / 2;
      }
    }
}

/** E[x x'], E[x x_next'] and E[x_next x_next'] of rows `row` and `row` + 1 into `pair`. */
function pairMoments({ kalman, layout, pair }: SwitchingWorkspace, row: number): void {
  const { means, covariances, crossCovariances } = kalman;
  const d = layout.dimension;
  const square = d * d;
  const from = row * square;
  for (let i = 0; i < square; i++) {
    pair.past[i] = covariances[from + i];
    pair.cross[i] = crossCovariances[from + i];
    pair.next[i] = covariances[from + square + i];
  }
  addOuter(d, 1, means, row * d, means, row * d, pair.past, 0);
  addOuter(d, 1, means, row * d, means, row * d + d, pair.cross, 0);
  addOuter(d, 1, means, row * d + d, means, row * d + d, pair.next, 0);
}

function expectedEnergy({ responsibilities, energies }: SwitchingWorkspace): number {
  let sum = 0;
  // The last row of a window has energies of 0.
  for (let at = 0; at < energies.length; at++) sum += responsibilities[at] * energies[at];
  return sum;
}

/**
 * E_q(theta) KL(q(x) q(z) || p(x, z | theta)) of all windows in nats, >= 0: node potentials paired with
 * their expectations, plus the objective.
 */
export function switchingLocalKl(ws: SwitchingWorkspace, input: LdsInput): number {
  const { kalman, layout, windows, steps } = ws;
  const { means, covariances } = kalman;
  const { dimension: d } = layout;
  const { precision, linear } = input;
  let sum = objective(ws);
  for (let i = 0; i < windows * steps * d; i++) {
    const row = (i / d) | 0;
    const variance = covariances[i * d + (i - row * d)];
    sum += means[i] * linear[i] - (precision[i] * (variance + means[i] * means[i])) / 2;
  }
  return sum;
}

/**
 * Expected sufficient statistics of all windows into `statistics`: counts of first states and of
 * transitions between states, those of each first latent, and of each pair under its state, x followed
 * by a 1.
 */
export function collectSwitchingStatistics(ws: SwitchingWorkspace): void {
  const { layout, statistics, responsibilities, chains, kalman, windows, steps } = ws;
  const { states: K, dimension: d, chainAt, initialAt, initial } = layout;
  const { means, covariances } = kalman;
  const square = d * d;
  statistics.fill(0);
  statistics[initialAt + initial.count] = windows;
  statistics[initialAt + initial.degrees] = windows;
  for (let w = 0; w < windows; w++) {
    const start = w * steps;
    for (let i = 0; i < d; i++) statistics[initialAt + initial.linear + i] += means[start * d + i];
    const first = initialAt + initial.quadratic;
    for (let i = 0; i < square; i++) statistics[first + i] += covariances[start * square + i];
    addOuter(d, 1, means, start * d, means, start * d, statistics, first);
    if (steps < 2) continue;
    for (let k = 0; k < K; k++) statistics[k] += responsibilities[start * K + k];
    const { pairs } = chains[w];
    for (let at = 0; at < (steps - 2) * K * K; at++)
      statistics[chainAt + (at % (K * K))] += pairs[at];
  }
  addEnergyStatistics(ws, responsibilities, statistics);
}

/**
 * Each pair's statistics under each state, weighted, added to `out`: the gradient of the weighted sum
 * of energies with respect to E[t(theta)].
 *
 * @param weights B x K
 * @param out P
 */
export function addEnergyStatistics(
  ws: SwitchingWorkspace,
  weights: Float64Array,
  out: Float64Array,
): void {
  const { layout, kalman, pair, windows, steps } = ws;
  const { states: K, dimension: d, dynamics } = layout;
  const { means } = kalman;
  const m = d + 1;
  for (let w = 0; w < windows; w++)
    for (let row = w * steps; row < (w + 1) * steps - 1; row++) {
      pairMoments(ws, row);
      for (let k = 0; k < K; k++) {
        const weight = weights[row * K + k];
        if (weight === 0) continue;
        const at = stateAt(layout, k);
        const past = at + dynamics.past;
        const cross = at + dynamics.cross;
        const next = at + dynamics.next;
        for (let i = 0; i < d; i++) {
          const before = weight * means[row * d + i];
          out[past + i * m + d] += before;
          out[past + d * m + i] += before;
          out[cross + i * m + d] += weight * means[(row + 1) * d + i];
          for (let j = 0; j < d; j++) {
            out[past + i * m + j] += weight * pair.past[i * d + j];
            out[cross + i * m + j] += weight * pair.cross[j * d + i];
            out[next + i * d + j] += weight * pair.next[i * d + j];
          }
        }
        out[past + d * m + d] += weight;
        out[at + dynamics.degrees] += weight;
      }
    }
}
