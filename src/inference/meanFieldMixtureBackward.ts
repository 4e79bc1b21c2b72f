/**
 * Exact adjoint of `meanField` at its fixed point, by implicit differentiation.
 *
 * Take one row. Shift the origin of x to the mean of q(x) and let, packed as in `gaussian.ts`,
 *   omega  gradient of the loss towards the natural parameters of q(x), all paths counted,
 *   omega0 the same with responsibilities held still,
 *   F      covariance of the statistics of x under q(x) (Fisher information),
 *   C      covariance of the messages E_k under the responsibilities.
 * Natural parameters move the expected statistics by F, these move the scores through E, the
 * softmax turns that into responsibilities, which move the natural parameters through E again:
 * in all C F, whose transpose gives omega = omega0 + F C omega. One D x D system per row; at a
 * stable fixed point the eigenvalues of F C lie in [0, 1), so it has a solution.
 *
 * The local KL enters through a shortcut. KL = <potential, E[t(x)]> minus the row's surrogate
 * bound, and the bound is stationary in both local factors, so its derivatives are explicit ones:
 * the potential acts as a gradient towards E[t(x)], and -statistics as one towards E[t(theta)].
 */
import { gaussianQuadraticFisher, gaussianSampleBackward } from '../distributions/gaussian.ts';
import { blockAt } from '../distributions/mixture.ts';
import { luSolve } from '../math/lu.ts';
import { OK, type Status } from '../math/status.ts';
import type { MeanFieldInput } from './meanFieldMixture.ts';
import type { MeanFieldWorkspace } from './meanFieldWorkspace.ts';

/** Gradients of the loss that come in; null where the loss does not look. */
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

/**
 * Gradients with respect to node potentials and expected globals. Needs the workspace as the
 * forward pass left it and the same potentials. Exact at the fixed point: rows stopped early carry
 * an error in proportion to their last change.
 *
 * @returns bad if a row's fixed point was singular. That row's gradients then leave out the
 *   feedback F C; everything else is exact.
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
    centreMessages(ws, row);
    const pivot = followResponsibilities(ws, row);
    if (pivot < SINGULAR_PIVOT) {
      status = { ok: false, what: 'stability of a mean-field solution', value: pivot, index: row };
      directGradient(ws, row, input.precision, input.linear, loss);
    }
    potentialGradient(ws, row, out);
    globalGradient(ws, row, loss.dLocalKl, out.dExpected);
  }
  return status;
}

/**
 * omega0 into `adjoint.natural`: from gradients g towards the mean and G towards the covariance V
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
  const { natural, matrix, product, vector, solved } = ws.adjoint;
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
  // product = V G; V g.
  for (let i = 0; i < d; i++) {
    const covarianceRow = matrixAt + i * d;
    let sum = 0;
    for (let k = 0; k < d; k++) sum += covariances[covarianceRow + k] * vector[k];
    natural[i] = sum;
    for (let j = 0; j < d; j++) {
      let entry = 0;
      for (let k = 0; k < d; k++) entry += covariances[covarianceRow + k] * matrix[k * d + j];
      product[i * d + j] = entry;
    }
  }
  let next = d;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      let entry = 0;
      for (let k = 0; k < d; k++) entry -= product[i * d + k] * covariances[matrixAt + k * d + j];
      natural[next++] = i === j ? entry : 2 * entry;
    }
  if (atSamples !== null)
    gaussianSampleBackward(
      d,
      means,
      at,
      factors,
      matrixAt,
      atSamples.samples,
      atSamples.dSamples,
      natural,
      matrix,
      solved,
    );
}

/** Messages as seen from the mean of q(x), (b_k - A_k m, A_k), minus their average. */
function centreMessages(ws: MeanFieldWorkspace, row: number): void {
  const { packed, active, messages, responsibilities, means, report } = ws;
  const { messages: centred, average } = ws.adjoint;
  const { components, dimension: d } = ws.layout;
  const at = row * d;
  average.fill(0);
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const from = k * packed;
    for (let c = 0; c < packed; c++) centred[from + c] = messages[from + c];
    let next = from + d;
    for (let i = 0; i < d; i++)
      for (let j = i; j < d; j++) {
        const entry = messages[next++];
        centred[from + i] -= entry * means[at + j];
        if (j > i) centred[from + j] -= entry * means[at + i];
      }
    const r = responsibilities[row * components + k];
    for (let c = 0; c < packed; c++) average[c] += r * centred[from + c];
  }
  for (let a = 0; a < report.activeComponents; a++) {
    const from = active[a] * packed;
    for (let c = 0; c < packed; c++) centred[from + c] -= average[c];
  }
}

/** omega from omega0 by solving (I - F C) omega = omega0. Returns the smallest pivot. */
function followResponsibilities(ws: MeanFieldWorkspace, row: number): number {
  const { packed: D, active, responsibilities, covariances, report } = ws;
  const { natural, messages, messageCovariance: C, system, fisher } = ws.adjoint;
  const { components, dimension: d } = ws.layout;
  const matrixAt = row * d * d;

  C.fill(0);
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const r = responsibilities[row * components + k];
    const from = k * D;
    for (let b = 0; b < D; b++) {
      const weighted = r * messages[from + b];
      for (let c = b; c < D; c++) C[b * D + c] += weighted * messages[from + c];
    }
  }
  for (let b = 1; b < D; b++) for (let c = 0; c < b; c++) C[b * D + c] = C[c * D + b];

  // Around the mean F is block diagonal: V for the linear part, its own block for the quadratic.
  gaussianQuadraticFisher(d, covariances, matrixAt, fisher);
  const n = D - d;
  for (let c = 0; c < D; c++) {
    for (let i = 0; i < d; i++) {
      let sum = i === c ? 1 : 0;
      for (let k = 0; k < d; k++) sum -= covariances[matrixAt + i * d + k] * C[k * D + c];
      system[i * D + c] = sum;
    }
    for (let i = 0; i < n; i++) {
      let sum = d + i === c ? 1 : 0;
      for (let k = 0; k < n; k++) sum -= fisher[i * n + k] * C[(d + k) * D + c];
      system[(d + i) * D + c] = sum;
    }
  }
  return luSolve(system, natural, D);
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
  const { natural, matrix } = ws.adjoint;
  const { means } = ws;
  const d = ws.layout.dimension;
  const at = row * d;
  let next = d;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      const centred = natural[next++];
      const shift = (natural[i] * means[at + j] + natural[j] * means[at + i]) / 2;
      const entry = (i === j ? centred : centred / 2) - shift;
      matrix[i * d + j] = entry;
      matrix[j * d + i] = entry;
    }
  for (let i = 0; i < d; i++) {
    out.dLinear[at + i] = natural[i];
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
  dLocalKl: number,
  dExpected: Float64Array,
): void {
  const { layout, packed, active, responsibilities, means, covariances, report } = ws;
  const { natural, messages, matrix } = ws.adjoint;
  const { components, dimension: d, niw } = layout;
  const at = row * d;
  const matrixAt = row * d * d;
  for (let a = 0; a < report.activeComponents; a++) {
    const k = active[a];
    const r = responsibilities[row * components + k];
    let along = 0;
    for (let c = 0; c < packed; c++) along += messages[k * packed + c] * natural[c];
    const score = r * (along - dLocalKl);

    const block = blockAt(layout, k);
    dExpected[k] += score;
    dExpected[block + niw.count] += score;
    dExpected[block + niw.degrees] += score;
    for (let i = 0; i < d; i++) {
      const mean = means[at + i];
      dExpected[block + niw.linear + i] += score * mean + r * natural[i];
      const to = block + niw.quadratic + i * d;
      for (let j = 0; j < d; j++) {
        const second = covariances[matrixAt + i * d + j] + mean * means[at + j];
        dExpected[to + j] += score * second - 2 * r * matrix[i * d + j];
      }
    }
  }
}
