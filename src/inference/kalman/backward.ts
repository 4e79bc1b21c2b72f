/**
 * Exact adjoint of filter, smoother, sampler and normaliser, linear in the number of steps. What is
 * called d-something is the gradient of the loss towards that thing.
 *
 * The potentials of a window are one block-tridiagonal precision with diagonal blocks D_t and
 * J12 beside them; P_t = D_t - J12' P_t-1^-1 J12 as the filter goes. Three paths lead back to D_t:
 *
 * Means. mu = Lambda^-1 h, so with b = Lambda^-1 (gradient towards mu), solved with the filter's own
 * factors, h receives b_t, D_t receives -b_t mu_t' and J12 -(b_t mu_t+1' + mu_t b_t+1').
 *
 * Covariances. With C_t the gradient towards Cov(x_t), what later steps owe to it goes forward in
 * time, C_t+1 += G_t' C_t G_t, as Cov(x_t) = P_t^-1 + G_t Cov(x_t+1) G_t'. Then P_t receives
 * -(V + V') with V = P_t^-1 C_t (Cov(x_t) - P_t^-1 / 2), and J12 receives
 * -2 P_t^-1 C_t Cov(x_t, x_t+1).
 *
 * Samples. x = mu + y, where y_t = L_t'^-1 noise_t - G_t y_t+1 hears of P_t alone. With g_t the
 * gradient towards y_t, u = L_t^-1 g_t and a = P_t^-1 g_t, J12 receives -a y_t+1' and P_t receives
 * L_t'^-1 W and its transpose, 2 W = u (G_t y_t+1)' - diag(noise) Q L_t^-1. Row i of Q is u up to
 * i - 1, half of u_i at i, and zero after.
 *
 * Gradients towards P_t go back in time, P_t += G_t P_t+1 G_t', and are those towards D_t.
 */

import { addOuter, multiplyVector, multiplyVectorTransposed } from '../../math/smallMatrix.ts';
import type { LdsInput } from './forward.ts';
import type { KalmanWorkspace, LdsWorkspace } from './workspace.ts';

/** Gradients of the loss that come in; null where the loss does not depend on them. */
export interface LdsLossGradients {
  /** Draws of `kalmanSampler`, the noise behind them and the gradients at them; B x d each. */
  readonly atSamples: {
    readonly samples: Float64Array;
    readonly noise: Float64Array;
    readonly dSamples: Float64Array;
  } | null;
  readonly atMoments: {
    /** B x d */
    readonly dMeans: Float64Array;
    /** B x d x d, towards Cov(x_t) and Cov(x_t, x_t+1); entries independent of each other. */
    readonly dCovariances: Float64Array;
    readonly dCrossCovariances: Float64Array;
  } | null;
  /** Weight of the summed log-normalisers, and of the local KL, in the loss. */
  readonly dLogZ: number;
  readonly dLocalKl: number;
}

/** Gradients that go out, into the caller's arrays. */
export interface LdsInputGradients {
  /** B x d each. */
  readonly dPrecision: Float64Array;
  readonly dLinear: Float64Array;
  /** P, total derivative; entries of a symmetric matrix are independent of each other. */
  readonly dExpected: Float64Array;
}

/**
 * Gradients with respect to node potentials and expected globals of a linear dynamical system. Needs the workspace as filter,
 * smoother and `collectStatistics` left it, and the same potentials.
 */
export function linearDynamicsBackward(
  ws: LdsWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  out: LdsInputGradients,
): void {
  kalmanBackward(ws, input, loss, out);
  globalGradient(ws, loss, out.dExpected);
}

/**
 * The same with respect to node potentials alone, for any chain. What the loss says of the potentials
 * between latents, but for its direct dependence on log Z and the local KL, is left in `ws.adjoint`.
 */
export function kalmanBackward(
  ws: KalmanWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  out: Pick<LdsInputGradients, 'dPrecision' | 'dLinear'>,
): void {
  const { dDiagonal, dCross, dSums } = ws.adjoint;
  for (const sum of [dDiagonal, dCross, dSums.first, dSums.last, dSums.initialLinear]) sum.fill(0);
  for (let w = 0; w < input.windows; w++) {
    sweepForward(ws, input, loss, w);
    sweepBackward(ws, input, loss, out, w);
  }
}

/**
 * From the sums to E[t(theta)], and what log Z and the local KL add: as the potentials' statistics
 * are the gradient of log Z, they count with dLogZ - dLocalKl.
 */
function globalGradient(
  ws: LdsWorkspace,
  { dLogZ, dLocalKl }: LdsLossGradients,
  dExpected: Float64Array,
): void {
  const { layout, statistics } = ws;
  const { dDiagonal: all, dCross: cross, dSums } = ws.adjoint;
  const { first, last, initialLinear } = dSums;
  const { dimension: d, initialAt, initial, transitionAt, transition } = layout;
  for (let i = 0; i < layout.length; i++) dExpected[i] = (dLogZ - dLocalKl) * statistics[i];
  // log Z knows nothing of what normalises the chain.
  for (const at of [
    initialAt + initial.count,
    initialAt + initial.degrees,
    transitionAt + transition.degrees,
  ])
    dExpected[at] = -dLocalKl * statistics[at];
  for (let i = 0; i < d; i++) {
    dExpected[initialAt + initial.linear + i] += initialLinear[i];
    for (let j = 0; j < d; j++) {
      const [entry, mirrored] = [i * d + j, j * d + i];
      const ofFirst = first[entry] + first[mirrored];
      const ofLast = last[entry] + last[mirrored];
      const ofAll = all[entry] + all[mirrored];
      // E[t] holds -J / 2 of the symmetric potentials and -J12' of the other.
      dExpected[initialAt + initial.quadratic + entry] -= ofFirst;
      dExpected[transitionAt + transition.past + entry] -= ofAll - ofLast;
      dExpected[transitionAt + transition.next + entry] -= ofAll - ofFirst;
      dExpected[transitionAt + transition.cross + mirrored] -= cross[entry];
    }
  }
}

/**
 * Gradients towards covariances, which go forward in time: half of what P_t receives, the other
 * half being its transpose, into `adjoint.dPrecisions`. Gradients towards means and dNoises, with
 * what earlier steps pass on, into `adjoint.dMeans` and `adjoint.dNoises`.
 */
function sweepForward(
  ws: KalmanWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  w: number,
): void {
  const { products, gains, conditionals, covariances, crossCovariances } = ws;
  const { dPrecisions, dCovariance, dCarried, left, right, dCross } = ws.adjoint;
  const { steps } = input;
  const { atMoments } = loss;
  const d = ws.dimension;
  const square = d * d;
  dCarried.fill(0);
  for (let t = 0; t < steps; t++) {
    const row = w * steps + t;
    const matrixAt = row * square;
    gradientTowardsMean(ws, input, loss, row, t);
    gradientTowardsCovariance(ws, input, loss, row);
    for (let i = 0; i < square; i++) {
      dCovariance[i] += dCarried[i];
      right[i] = conditionals[matrixAt + i] / 2 - covariances[matrixAt + i];
    }
    products.multiply(conditionals, matrixAt, dCovariance, 0, left, 0);
    products.multiply(left, 0, right, 0, dPrecisions, t * square);
    if (t === steps - 1) return;

    products.multiply(left, 0, crossCovariances, matrixAt, right, 0);
    const pairAt = ws.chain.stride * matrixAt;
    for (let i = 0; i < square; i++) dCross[pairAt + i] -= 2 * right[i];
    products.multiply(dCovariance, 0, gains, matrixAt, left, 0);
    products.symmetricLeftTransposed(gains, matrixAt, left, 0, dCarried, 0);
    if (atMoments !== null) followCrossCovariance(ws, atMoments.dCrossCovariances, row, t);
  }
}

/** What the loss says of E[x_t] and of the sample, plus what step t - 1 passes on: -G' of its own. */
function gradientTowardsMean(
  ws: KalmanWorkspace,
  input: LdsInput,
  { atSamples, atMoments, dLocalKl }: LdsLossGradients,
  row: number,
  t: number,
): void {
  const { dMeans, dNoises, vector, other } = ws.adjoint;
  const d = ws.dimension;
  const at = row * d;
  const to = t * d;
  if (t === 0) {
    vector.fill(0);
    other.fill(0);
  } else {
    multiplyVectorTransposed(d, ws.gains, at * d - d * d, dMeans, to - d, vector, 0);
    multiplyVectorTransposed(d, ws.gains, at * d - d * d, dNoises, to - d, other, 0);
  }
  for (let i = 0; i < d; i++) {
    const residual = input.linear[at + i] - input.precision[at + i] * ws.means[at + i];
    const sample = atSamples === null ? 0 : atSamples.dSamples[at + i];
    const moment = atMoments === null ? 0 : atMoments.dMeans[at + i];
    dMeans[to + i] = dLocalKl * residual + sample + moment - vector[i];
    dNoises[to + i] = sample - other[i];
  }
}

/** What the loss itself says of Cov(x_t), symmetrised, into `adjoint.dCovariance`. */
function gradientTowardsCovariance(
  ws: KalmanWorkspace,
  input: LdsInput,
  { atMoments, dLocalKl }: LdsLossGradients,
  row: number,
): void {
  const { dCovariance } = ws.adjoint;
  const d = ws.dimension;
  if (atMoments === null) dCovariance.fill(0);
  else {
    const { dCovariances } = atMoments;
    const matrixAt = row * d * d;
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        dCovariance[i * d + j] =
          (dCovariances[matrixAt + i * d + j] + dCovariances[matrixAt + j * d + i]) / 2;
  }
  for (let i = 0; i < d; i++)
    dCovariance[i * d + i] -= (dLocalKl * input.precision[row * d + i]) / 2;
}

/**
 * Cov(x_t, x_t+1) = -G_t Cov(x_t+1): a gradient X towards it asks -G_t' X of Cov(x_t+1) and
 * -X Cov(x_t+1) of G_t = P_t^-1 J12.
 */
function followCrossCovariance(
  ws: KalmanWorkspace,
  dCrossCovariances: Float64Array,
  row: number,
  t: number,
): void {
  const { products, gains, conditionals, covariances } = ws;
  const { dPrecisions, dCarried, left, right, dCross } = ws.adjoint;
  const d = ws.dimension;
  const square = d * d;
  const matrixAt = row * square;
  const pairAt = ws.chain.stride * matrixAt;
  for (let i = 0; i < square; i++) right[i] = dCrossCovariances[matrixAt + i];
  products.multiplyLeftTransposed(gains, matrixAt, right, 0, left, 0);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) dCarried[i * d + j] -= (left[i * d + j] + left[j * d + i]) / 2;
  products.multiply(right, 0, covariances, matrixAt + square, left, 0);
  products.multiply(conditionals, matrixAt, left, 0, right, 0);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) {
      dCross[pairAt + i * d + j] -= right[i * d + j];
      let sum = 0;
      for (let k = 0; k < d; k++) sum += right[i * d + k] * gains[matrixAt + j * d + k];
      dPrecisions[t * square + i * d + j] += sum / 2;
    }
}

/** Collects the gradients towards P_t and hands those towards D_t and h_t out. */
function sweepBackward(
  ws: KalmanWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  out: Pick<LdsInputGradients, 'dPrecision' | 'dLinear'>,
  w: number,
): void {
  const { products, gains, conditionals } = ws;
  const { dPrecisions, dCarried, left, right, solution, vector, other } = ws.adjoint;
  const { steps } = input;
  const d = ws.dimension;
  const square = d * d;
  dCarried.fill(0);
  right.fill(0);
  for (let t = steps - 1; t >= 0; t--) {
    const row = w * steps + t;
    const matrixAt = row * square;
    const to = t * square;
    const isLast = t === steps - 1;
    if (loss.atSamples !== null) followSample(ws, loss.atSamples, row, t, isLast);
    // P_t+1's gradient reaches P_t, and J12, through G_t.
    if (!isLast) {
      products.multiply(gains, matrixAt, dPrecisions, to + square, left, 0);
      products.symmetricRightTransposed(left, 0, gains, matrixAt, dCarried, 0);
    }
    for (let i = 0; i < d; i++)
      for (let j = 0; j <= i; j++) {
        const [lower, upper] = [i * d + j, j * d + i];
        const halves = dPrecisions[to + lower] + dPrecisions[to + upper];
        const gradient = dCarried[lower] + halves + right[lower] + right[upper];
        dPrecisions[to + lower] = gradient;
        dPrecisions[to + upper] = gradient;
      }
    // b_t = P_t^-1 f_t - G_t b_t+1, with b_t+1 in `solution`.
    multiplyVector(d, conditionals, matrixAt, ws.adjoint.dMeans, t * d, vector, 0);
    if (!isLast) {
      multiplyVector(d, gains, matrixAt, solution, 0, other, 0);
      for (let i = 0; i < d; i++) vector[i] -= other[i];
      sumCrossGradient(ws, row);
    }
    sumGradient(ws, row, t, isLast);
    rowGradient(ws, loss.dLogZ, row, t, out);
    for (let i = 0; i < d; i++) solution[i] = vector[i];
  }
}

/**
 * Half of what the sample of step t asks of P_t into `adjoint.right`, the other half being its
 * transpose, and what it asks of J12 into `adjoint.dCross`.
 */
function followSample(
  ws: KalmanWorkspace,
  { samples, noise }: NonNullable<LdsLossGradients['atSamples']>,
  row: number,
  t: number,
  isLast: boolean,
): void {
  const { products, factorInverses, gains, means } = ws;
  const { dNoises, left, right, whitened, vector, other, gained, dCross } = ws.adjoint;
  const d = ws.dimension;
  const at = row * d;
  const matrixAt = at * d;
  multiplyVector(d, factorInverses, matrixAt, dNoises, t * d, whitened, 0);
  if (isLast) gained.fill(0);
  else {
    for (let i = 0; i < d; i++) other[i] = samples[at + d + i] - means[at + d + i];
    multiplyVector(d, gains, matrixAt, other, 0, gained, 0);
    multiplyVectorTransposed(d, factorInverses, matrixAt, whitened, 0, vector, 0);
    addOuter(d, -1, vector, 0, other, 0, dCross, ws.chain.stride * matrixAt);
  }
  // `vector` is the running sum of u_j times row j of L_t^-1, whose row i ends at column i.
  vector.fill(0);
  for (let i = 0; i < d; i++) {
    const from = matrixAt + i * d;
    const u = whitened[i] / 2;
    const drawn = noise[at + i] / 2;
    for (let c = 0; c <= i; c++) {
      const half = u * factorInverses[from + c];
      const before = vector[c] + half;
      left[i * d + c] = u * gained[c] - drawn * before;
      vector[c] = before + half;
    }
    for (let c = i + 1; c < d; c++) left[i * d + c] = u * gained[c];
  }
  products.multiplyLeftTransposed(factorInverses, matrixAt, left, 0, right, 0);
}

/** -2 G_t P_t+1 - b_t mu_t+1' - mu_t b_t+1' into that for J12; G_t P_t+1 is in `adjoint.left`. */
function sumCrossGradient(ws: KalmanWorkspace, row: number): void {
  const { means } = ws;
  const { left, dCross, vector, solution } = ws.adjoint;
  const d = ws.dimension;
  const at = row * d;
  const pairAt = ws.chain.stride * at * d;
  for (let i = 0; i < d * d; i++) dCross[pairAt + i] -= 2 * left[i];
  addOuter(d, -1, vector, 0, means, at + d, dCross, pairAt);
  addOuter(d, -1, means, at, solution, 0, dCross, pairAt);
}

/**
 * P_t's gradient - b_t mu_t', not symmetrised, into that for the diagonal block, and into the dSums
 * of first and last steps.
 */
function sumGradient(ws: KalmanWorkspace, row: number, t: number, isLast: boolean): void {
  const { vector, dSums, dDiagonal } = ws.adjoint;
  addGradient(ws, row, t, dDiagonal, ws.chain.stride * row * vector.length ** 2);
  if (isLast) addGradient(ws, row, t, dSums.last, 0);
  if (t > 0) return;
  addGradient(ws, row, t, dSums.first, 0);
  for (let i = 0; i < vector.length; i++) dSums.initialLinear[i] += vector[i];
}

function addGradient(
  ws: KalmanWorkspace,
  row: number,
  t: number,
  sum: Float64Array,
  sumAt: number,
): void {
  const { dPrecisions, vector } = ws.adjoint;
  const d = ws.dimension;
  const from = t * d * d;
  for (let i = 0; i < d * d; i++) sum[sumAt + i] += dPrecisions[from + i];
  addOuter(d, -1, vector, 0, ws.means, row * d, sum, sumAt);
}

function rowGradient(
  ws: KalmanWorkspace,
  dLogZ: number,
  row: number,
  t: number,
  out: Pick<LdsInputGradients, 'dPrecision' | 'dLinear'>,
): void {
  const { means, covariances } = ws;
  const { dPrecisions, vector } = ws.adjoint;
  const d = ws.dimension;
  for (let i = 0; i < d; i++) {
    const at = row * d + i;
    const second = covariances[at * d + i] + means[at] * means[at];
    const throughChain = dPrecisions[(t * d + i) * d + i] - vector[i] * means[at];
    out.dPrecision[at] = throughChain - (dLogZ * second) / 2;
    out.dLinear[at] = vector[i] + dLogZ * means[at];
  }
}
