/**
 * The two coordinate updates of mean field in a mixture of Gaussians, for one row. The batched
 * forward pass and the teaching trace both run on these.
 *
 * With q(x) in packed form, component k sends x the message E_k = (E[S_k^-1 mu_k], E[S_k^-1]):
 *
 *   q(x): natural parameters  = potential + sum_k r_k E_k                       (thesis A.21)
 *   q(z): r = softmax_k(offset_k + <E_k, expected statistics of q(x)>)          (thesis A.20)
 *
 * The second is the corrected label factor: E[log pi] plus the expected log-likelihood under
 * q(x), with no node potential in it. The constant -d/2 log 2 pi cancels in the softmax.
 */
import {
  gaussianExpectedStatistics,
  gaussianFromPacked,
  gaussianLogNormaliser,
} from '../../distributions/gaussian.ts';
import { blockAt } from '../../distributions/mixture.ts';
import { POSITIVE_DEFINITE } from '../../math/cholesky.ts';
import { expDown } from '../../math/expDown.ts';
import { OK } from '../../math/status.ts';
import { addMessagesInPlane, PLANE, scoresInPlane } from './plane.ts';
import type { MeanFieldWorkspace } from './workspace.ts';

/**
 * Brings the expected global statistics (length P) into the form the updates need. Components
 * with E[log pi_k] = -Infinity are switched off and their blocks never read.
 *
 * @returns false if that leaves no component; `report.status` then says so
 */
export function loadGlobals(ws: MeanFieldWorkspace, expected: Float64Array): boolean {
  const { layout, packed, active, offsets, messages, report } = ws;
  const { components, dimension: d, niw } = layout;
  let count = 0;
  for (let k = 0; k < components; k++) {
    const logWeight = expected[k];
    offsets[k] = logWeight;
    if (logWeight === -Infinity) continue;
    active[count++] = k;
    const block = blockAt(layout, k);
    offsets[k] += expected[block + niw.count] + expected[block + niw.degrees];
    let next = k * packed;
    for (let i = 0; i < d; i++) messages[next++] = expected[block + niw.linear + i];
    const quadratic = block + niw.quadratic;
    for (let i = 0; i < d; i++)
      for (let j = i; j < d; j++)
        messages[next++] = -expected[quadratic + i * d + j] - expected[quadratic + j * d + i];
  }
  report.activeComponents = count;
  report.status = count > 0 ? OK : { ok: false, what: 'number of components in use', value: 0 };
  return count > 0;
}

/** Takes up the node potential at d-vector `row` of the batch. */
export function loadPotential(
  ws: MeanFieldWorkspace,
  row: number,
  precision: Float64Array,
  linear: Float64Array,
): void {
  const { potential } = ws.row;
  const d = ws.layout.dimension;
  let next = d;
  for (let i = 0; i < d; i++) {
    potential[i] = linear[row * d + i];
    potential[next++] = precision[row * d + i];
    for (let j = i + 1; j < d; j++) potential[next++] = 0;
  }
}

/** Equal responsibilities for all active components. */
export function startUniform(ws: MeanFieldWorkspace, row: number): void {
  const { responsibilities, active } = ws;
  const K = ws.layout.components;
  const count = ws.report.activeComponents;
  responsibilities.fill(0, row * K, (row + 1) * K);
  for (let a = 0; a < count; a++) responsibilities[row * K + active[a]] = 1 / count;
}

/**
 * Starts from remembered responsibilities at `from`, renormalised over the active components. A
 * memory that is empty (all zeros) or broken means a uniform start.
 */
export function startFrom(
  ws: MeanFieldWorkspace,
  row: number,
  memory: Float64Array,
  from: number,
): void {
  const { responsibilities, active } = ws;
  const K = ws.layout.components;
  const at = row * K;
  const count = ws.report.activeComponents;
  let sum = 0;
  for (let a = 0; a < count; a++) sum += memory[from + active[a]];
  const isEmpty = !(sum > 0 && sum < Infinity);
  if (isEmpty || count < K) startUniform(ws, row);
  if (isEmpty) return;
  for (let a = 0; a < count; a++) {
    const k = active[a];
    responsibilities[at + k] = memory[from + k] / sum;
  }
}

/**
 * q(x) given the responsibilities.
 *
 * @returns false if its precision is not positive definite; `report.status` then says so
 */
export function updateLatent(ws: MeanFieldWorkspace, row: number): boolean {
  const { means, covariances, factors, report } = ws;
  const { natural, expected } = ws.row;
  const d = ws.layout.dimension;
  if (ws.packed === PLANE) addMessagesInPlane(ws, row);
  else addMessages(ws, row);
  const matrixAt = row * d * d;
  const pivot = gaussianFromPacked(natural, d, means, row * d, covariances, factors, matrixAt);
  if (pivot !== POSITIVE_DEFINITE) {
    const value = factors[matrixAt + pivot * d + pivot];
    report.status = { ok: false, what: 'posterior precision of a latent', value, index: row };
    return false;
  }
  gaussianExpectedStatistics(d, means, row * d, covariances, matrixAt, expected);
  return true;
}

/** The node potential plus sum_k r_k E_k, into `row.natural`. */
function addMessages(ws: MeanFieldWorkspace, row: number): void {
  const { packed, active, messages, responsibilities, report } = ws;
  const { potential, natural } = ws.row;
  const at = row * ws.layout.components;
  for (let c = 0; c < packed; c++) natural[c] = potential[c];
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const r = responsibilities[at + k];
    for (let c = 0; c < packed; c++) natural[c] += r * messages[k * packed + c];
  }
}

/** offset_k + <E_k, expected statistics of q(x)>, into `row.scores`. Returns the largest. */
function scoresOf(ws: MeanFieldWorkspace): number {
  const { packed, active, offsets, messages, report } = ws;
  const { expected, scores } = ws.row;
  let largest = -Infinity;
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    let score = offsets[k];
    for (let c = 0; c < packed; c++) score += messages[k * packed + c] * expected[c];
    scores[a] = score;
    if (score > largest) largest = score;
  }
  return largest;
}

/** A share of exp(-40), 4e-18, is less than the last digit of one that sums to 1. */
const LEAST_SCORE = -40;

/**
 * q(z) given q(x). Returns the largest change of a responsibility.
 *
 * @param isQuick shares exact to 1e-15, those below 4e-18 zero: enough to look at, in three quarters of
 *   the time where most components are far away. Training keeps its numbers to the bit.
 */
export function updateLabels(ws: MeanFieldWorkspace, row: number, isQuick = false): number {
  const { active, responsibilities } = ws;
  const { scores } = ws.row;
  const count = ws.report.activeComponents;
  const at = row * ws.layout.components;
  const largest = ws.packed === PLANE ? scoresInPlane(ws) : scoresOf(ws);
  let sum = 0;
  for (let a = 0; a < count; a++) {
    const below = scores[a] - largest;
    const weight = isQuick ? quickExponential(below) : Math.exp(below);
    scores[a] = weight;
    sum += weight;
  }
  let change = 0;
  for (let a = 0; a < count; a++) {
    const r = scores[a] / sum;
    const moved = Math.abs(r - responsibilities[at + active[a]]);
    if (moved > change) change = moved;
    responsibilities[at + active[a]] = r;
  }
  return change;
}

const quickExponential = (x: number): number => (x > LEAST_SCORE ? expDown(x) : 0);

/** <node potential, expected statistics of q(x)>: what the encoder's evidence is worth, in nats. */
export function expectedLogPotential(ws: MeanFieldWorkspace): number {
  const { potential, expected } = ws.row;
  let sum = 0;
  for (let c = 0; c < ws.packed; c++) sum += potential[c] * expected[c];
  return sum;
}

/**
 * KL(q(z) q(x) || p(z, x | theta)) expected under q(theta), in nats, right after `updateLatent`.
 *
 * Since q(x) is then optimal for r, the messages' share of E[log q(x)] = <natural, expected> -
 * log Z cancels against the expected log-likelihood and leaves the potential's share.
 */
export function localKlOf(ws: MeanFieldWorkspace, row: number): number {
  const { active, offsets, responsibilities, means, factors, report } = ws;
  const { components, dimension: d } = ws.layout;
  const { natural } = ws.row;
  let kl =
    expectedLogPotential(ws) -
    gaussianLogNormaliser(natural, d, means, row * d, factors, row * d * d) +
    (d / 2) * Math.log(2 * Math.PI);
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const r = responsibilities[row * components + k];
    if (r > 0) kl += r * (Math.log(r) - offsets[k]);
  }
  return kl;
}
