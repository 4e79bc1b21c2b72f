/**
 * Exact adjoint of `meanField` at its fixed point, by implicit differentiation.
 *
 * Take one row. Shift the origin of x to the mean of q(x) and let, packed as in `gaussian.ts`,
 *   omega  gradient of the loss towards the natural parameters of q(x), all paths counted,
 *   omega0 the same with responsibilities held still,
 *   F      covariance of the statistics of x under q(x) (Fisher information),
 *   E      one row per component: its message to x, minus the average under r,
 *   sigma  gradient towards the scores, the logits of the responsibilities.
 * Scores move natural parameters through E, weighted by r; these move the expected statistics by
 * F, which move the scores through E again. Run backwards:
 *   omega = omega0 + F E' sigma,   sigma = diag(r) E omega.
 * With sigma = sqrt(r) tau this is (I - sqrt(r) E F E' sqrt(r)) tau = sqrt(r) E omega0: symmetric,
 * as large as the number of components that share the row, and positive definite exactly where
 * the fixed point is stable. Hence a Cholesky factorisation, which says so if it is not.
 *
 * The local KL enters through a shortcut. KL = <potential, E[t(x)]> minus the row's surrogate
 * bound, and the bound is stationary in both local factors, so its derivatives are explicit ones:
 * the potential acts as a gradient towards E[t(x)], and -statistics as one towards E[t(theta)].
 */
import {
  covarianceSandwich,
  gaussianFisherTimes,
  gaussianSampleBackward,
} from '../../distributions/gaussian.ts';
import { blockAt } from '../../distributions/mixture.ts';
import {
  cholesky,
  POSITIVE_DEFINITE,
  solveLower,
  solveLowerTransposed,
} from '../../math/cholesky.ts';
import { OK, type Status } from '../../math/status.ts';
import type { MeanFieldInput } from './mixture.ts';
import type { MeanFieldWorkspace } from './workspace.ts';

/** Gradients of the loss that come in; null where the loss does not depend on them. */
export interface MeanFieldLossGradients {
  /** B x d */
  readonly dMeans: Float64Array | null;
  /** B x d x d, entries independent of each other. */
  readonly dCovariances: Float64Array | null;
  /** B x d gradients at the samples (B x d) drawn by `sampleLatents`. */
  readonly atSamples: { readonly samples: Float64Array; readonly dSamples: Float64Array } | null;
  /** Weight of the summed local KL in the loss. */
  readonly dLocalKl: number;
}

/** Gradients that go out, into the caller's arrays. */
export interface MeanFieldInputGradients {
  /** B x d each. */
  readonly dPrecision: Float64Array;
  readonly dLinear: Float64Array;
  /** P, total derivative; entries of a symmetric matrix are independent of each other. */
  readonly dExpected: Float64Array;
}

/** Below this pivot the fixed point is about to split and has no derivative worth the name. */
const SINGULAR_PIVOT = 1e-10;

/** A responsibility this small vanishes beside 1 in double precision; so do its gradients. */
const NEGLIGIBLE = 1e-16;

/**
 * Gradients with respect to node potentials and expected globals. Needs the workspace as the
 * forward pass left it and the same potentials. Exact at the fixed point: rows stopped early carry
 * an error in proportion to their last change.
 *
 * @returns bad if a row rests on an unstable fixed point. That row's gradients then leave out the
 *   feedback F E' sigma; everything else is exact.
 */
export function meanFieldBackward(
  ws: MeanFieldWorkspace,
  input: Pick<MeanFieldInput, 'rowCount' | 'precision' | 'linear'>,
  loss: MeanFieldLossGradients,
  out: MeanFieldInputGradients,
): Status {
  let status: Status = OK;
  out.dExpected.fill(0);
  for (let row = 0; row < input.rowCount; row++) {
    directGradient(ws, row, input.precision, input.linear, loss);
    const sharing = centreMessages(ws, row);
    const pivot = followResponsibilities(ws, row, sharing);
    if (!(pivot >= SINGULAR_PIVOT))
      status = { ok: false, what: 'stability of a mean-field solution', value: pivot, index: row };
    potentialGradient(ws, row, out);
    globalGradient(ws, row, sharing, loss.dLocalKl, out.dExpected);
  }
  return status;
}

/**
 * omega0 into `adjoint.dNatural`: from gradients g towards the mean and G towards the covariance V
 * of q(x), V g for the linear part and -V G V for the precision, plus the sampler's own path.
 */
function directGradient(
  ws: MeanFieldWorkspace,
  row: number,
  precision: Float64Array,
  linear: Float64Array,
  loss: MeanFieldLossGradients,
): void {
  const { means, covariances, factors } = ws;
  const { dNatural, matrix, product, vector, solved } = ws.adjoint;
  const d = ws.layout.dimension;
  const at = row * d;
  const matrixAt = row * d * d;
  const { dMeans, dCovariances, atSamples, dLocalKl } = loss;

  for (let i = 0; i < d; i++) {
    const ownPrecision = precision[at + i];
    let g = dLocalKl * (linear[at + i] - ownPrecision * means[at + i]);
    if (dMeans !== null) g += dMeans[at + i];
    if (atSamples !== null) g += atSamples.dSamples[at + i];
    vector[i] = g;
    for (let j = 0; j < d; j++) {
      let bar = i === j ? (-dLocalKl * ownPrecision) / 2 : 0;
      if (dCovariances !== null)
        bar += (dCovariances[matrixAt + i * d + j] + dCovariances[matrixAt + j * d + i]) / 2;
      matrix[i * d + j] = bar;
    }
  }
  for (let i = 0; i < d; i++) {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += covariances[matrixAt + i * d + k] * vector[k];
    dNatural[i] = sum;
  }
  covarianceSandwich(d, covariances, matrixAt, matrix, -1, product, dNatural, d);
  if (atSamples !== null)
    gaussianSampleBackward(
      d,
      means,
      at,
      factors,
      matrixAt,
      atSamples.samples,
      atSamples.dSamples,
      dNatural,
      matrix,
      solved,
    );
}

/**
 * Messages as seen from the mean of q(x), (b_k - A_k m, A_k), minus their average, for the
 * components that share the row. Returns how many do.
 */
function centreMessages(ws: MeanFieldWorkspace, row: number): number {
  const { packed, active, messages, responsibilities, means, report } = ws;
  const { messages: centred, average, sharing, roots } = ws.adjoint;
  const { components, dimension: d } = ws.layout;
  const at = row * d;
  let count = 0;
  for (let c = 0; c < packed; c++) average[c] = 0;
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const r = responsibilities[row * components + k];
    if (r < NEGLIGIBLE) continue;
    const from = k * packed;
    const to = count * packed;
    for (let c = 0; c < packed; c++) centred[to + c] = messages[from + c];
    let next = from + d;
    for (let i = 0; i < d; i++)
      for (let j = i; j < d; j++) {
        const entry = messages[next++];
        centred[to + i] -= entry * means[at + j];
        if (j > i) centred[to + j] -= entry * means[at + i];
      }
    for (let c = 0; c < packed; c++) average[c] += r * centred[to + c];
    roots[count] = Math.sqrt(r);
    sharing[count++] = k;
  }
  for (let a = 0; a < count; a++)
    for (let c = 0; c < packed; c++) centred[a * packed + c] -= average[c];
  return count;
}

/**
 * sigma into `adjoint.dScores` and omega in place of omega0. Returns the smallest pivot of the
 * system, or the one that failed; then sigma is diag(r) E omega0 and omega stays omega0.
 */
function followResponsibilities(ws: MeanFieldWorkspace, row: number, n: number): number {
  const { packed, covariances } = ws;
  const { dNatural, messages, images, system, dScores, roots, matrix, product } = ws.adjoint;
  const d = ws.layout.dimension;
  const matrixAt = row * d * d;

  for (let a = 0; a < n; a++) {
    const at = a * packed;
    gaussianFisherTimes(d, covariances, matrixAt, messages, at, images, matrix, product);
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let c = 0; c < packed; c++) sum += messages[at + c] * images[b * packed + c];
      system[a * n + b] = (a === b ? 1 : 0) - roots[a] * roots[b] * sum;
    }
    let along = 0;
    for (let c = 0; c < packed; c++) along += messages[at + c] * dNatural[c];
    dScores[a] = roots[a] * along;
  }

  const failed = cholesky(system, 0, n);
  let pivot = Infinity;
  if (failed !== POSITIVE_DEFINITE) pivot = system[failed * n + failed];
  else for (let a = 0; a < n; a++) pivot = Math.min(pivot, system[a * n + a] ** 2);

  const stable = pivot >= SINGULAR_PIVOT;
  if (stable) {
    solveLower(system, 0, dScores, 0, n);
    solveLowerTransposed(system, 0, dScores, 0, n);
  }
  for (let a = 0; a < n; a++) {
    dScores[a] *= roots[a];
    if (stable) for (let c = 0; c < packed; c++) dNatural[c] += dScores[a] * images[a * packed + c];
  }
  return pivot;
}

/**
 * Leaves the full, uncentred gradient towards the precision matrix in `adjoint.matrix` and hands
 * its diagonal and the linear part to the potentials. Undoing the shift h - Lambda m of the
 * linear part subtracts omega_h m', symmetrised.
 */
function potentialGradient(
  ws: MeanFieldWorkspace,
  row: number,
  out: MeanFieldInputGradients,
): void {
  const { dNatural, matrix } = ws.adjoint;
  const { means } = ws;
  const d = ws.layout.dimension;
  const at = row * d;
  let next = d;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      const centred = dNatural[next++];
      const shift = (dNatural[i] * means[at + j] + dNatural[j] * means[at + i]) / 2;
      const entry = (i === j ? centred : centred / 2) - shift;
      matrix[i * d + j] = entry;
      matrix[j * d + i] = entry;
    }
  for (let i = 0; i < d; i++) {
    out.dLinear[at + i] = dNatural[i];
    out.dPrecision[at + i] = matrix[i * d + i];
  }
}

/**
 * Adds the row's share of the gradient towards E[t(theta)]: through the scores, whose gradient
 * is sigma_k, through the messages, and explicitly through the local KL.
 */
function globalGradient(
  ws: MeanFieldWorkspace,
  row: number,
  sharing: number,
  dLocalKl: number,
  dExpected: Float64Array,
): void {
  const { layout, responsibilities, means, covariances } = ws;
  const { dNatural, matrix, dScores, sharing: shares } = ws.adjoint;
  const { components, dimension: d, niw } = layout;
  const at = row * d;
  const matrixAt = row * d * d;
  for (let a = 0; a < sharing; a++) {
    const k = shares[a];
    const r = responsibilities[row * components + k];
    const score = dScores[a] - dLocalKl * r;

    const block = blockAt(layout, k);
    dExpected[k] += score;
    dExpected[block + niw.count] += score;
    dExpected[block + niw.degrees] += score;
    for (let i = 0; i < d; i++) {
      const mean = means[at + i];
      dExpected[block + niw.linear + i] += score * mean + r * dNatural[i];
      const to = block + niw.quadratic + i * d;
      for (let j = 0; j < d; j++) {
        const second = covariances[matrixAt + i * d + j] + mean * means[at + j];
        dExpected[to + j] += score * second - 2 * r * matrix[i * d + j];
      }
    }
  }
}
