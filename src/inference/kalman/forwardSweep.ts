/** The adjoint's sweep forward in time; `linearDynamicalSystemBackward.ts` has the derivation. */
import {
  multiply,
  multiplyLeftTransposed,
  multiplyVectorTransposed,
  symmetricLeftTransposed,
} from '../../math/smallMatrix.ts';
import type { LdsInput } from './forward.ts';
import type { LdsLossGradients } from './gradients.ts';
import type { LdsWorkspace } from './workspace.ts';

/**
 * Gradients towards covariances, which go forward in time: half of what P_t receives, the other
 * half being its transpose, into `adjoint.precisions`. Gradients towards means and noises, with
 * what earlier steps pass on, into `adjoint.means` and `adjoint.noises`.
 */
export function sweepForward(
  ws: LdsWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  w: number,
): void {
  const { gains, conditionals, covariances, crossCovariances } = ws;
  const { precisions, moment, carried, left, right, sums } = ws.adjoint;
  const { steps } = input;
  const { atMoments } = loss;
  const d = ws.layout.dimension;
  const square = d * d;
  carried.fill(0);
  for (let t = 0; t < steps; t++) {
    const row = w * steps + t;
    const matrixAt = row * square;
    gradientTowardsMean(ws, input, loss, row, t);
    gradientTowardsCovariance(ws, input, loss, row);
    for (let i = 0; i < square; i++) {
      moment[i] += carried[i];
      right[i] = conditionals[matrixAt + i] / 2 - covariances[matrixAt + i];
    }
    multiply(d, conditionals, matrixAt, moment, 0, left, 0);
    multiply(d, left, 0, right, 0, precisions, t * square);
    if (t === steps - 1) return;

    multiply(d, left, 0, crossCovariances, matrixAt, right, 0);
    for (let i = 0; i < square; i++) sums.cross[i] -= 2 * right[i];
    multiply(d, moment, 0, gains, matrixAt, left, 0);
    symmetricLeftTransposed(d, gains, matrixAt, left, 0, carried, 0);
    if (atMoments !== null) followCrossCovariance(ws, atMoments.dCrossCovariances, row, t);
  }
}

/** What the loss says of E[x_t] and of the sample, plus what step t - 1 passes on: -G' of its own. */
function gradientTowardsMean(
  ws: LdsWorkspace,
  input: LdsInput,
  { atSamples, atMoments, dLocalKl }: LdsLossGradients,
  row: number,
  t: number,
): void {
  const { means, noises, vector, other } = ws.adjoint;
  const d = ws.layout.dimension;
  const at = row * d;
  const to = t * d;
  if (t === 0) {
    vector.fill(0);
    other.fill(0);
  } else {
    multiplyVectorTransposed(d, ws.gains, at * d - d * d, means, to - d, vector, 0);
    multiplyVectorTransposed(d, ws.gains, at * d - d * d, noises, to - d, other, 0);
  }
  for (let i = 0; i < d; i++) {
    const residual = input.linear[at + i] - input.precision[at + i] * ws.means[at + i];
    const sample = atSamples === null ? 0 : atSamples.dSamples[at + i];
    const moment = atMoments === null ? 0 : atMoments.dMeans[at + i];
    means[to + i] = dLocalKl * residual + sample + moment - vector[i];
    noises[to + i] = sample - other[i];
  }
}

/** What the loss itself says of Cov(x_t), symmetrised, into `adjoint.moment`. */
function gradientTowardsCovariance(
  ws: LdsWorkspace,
  input: LdsInput,
  { atMoments, dLocalKl }: LdsLossGradients,
  row: number,
): void {
  const { moment } = ws.adjoint;
  const d = ws.layout.dimension;
  if (atMoments === null) moment.fill(0);
  else {
    const { dCovariances } = atMoments;
    const matrixAt = row * d * d;
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        moment[i * d + j] =
          (dCovariances[matrixAt + i * d + j] + dCovariances[matrixAt + j * d + i]) / 2;
  }
  for (let i = 0; i < d; i++) moment[i * d + i] -= (dLocalKl * input.precision[row * d + i]) / 2;
}

/**
 * Cov(x_t, x_t+1) = -G_t Cov(x_t+1): a gradient X towards it asks -G_t' X of Cov(x_t+1) and
 * -X Cov(x_t+1) of G_t = P_t^-1 J12.
 */
function followCrossCovariance(
  ws: LdsWorkspace,
  dCrossCovariances: Float64Array,
  row: number,
  t: number,
): void {
  const { gains, conditionals, covariances } = ws;
  const { precisions, carried, left, right, sums } = ws.adjoint;
  const d = ws.layout.dimension;
  const square = d * d;
  const matrixAt = row * square;
  multiplyLeftTransposed(d, gains, matrixAt, dCrossCovariances, matrixAt, left, 0);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) carried[i * d + j] -= (left[i * d + j] + left[j * d + i]) / 2;
  multiply(d, dCrossCovariances, matrixAt, covariances, matrixAt + square, left, 0);
  multiply(d, conditionals, matrixAt, left, 0, right, 0);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) {
      sums.cross[i * d + j] -= right[i * d + j];
      let sum = 0;
      for (let k = 0; k < d; k++) sum += right[i * d + k] * gains[matrixAt + j * d + k];
      precisions[t * square + i * d + j] += sum / 2;
    }
}
