/** The adjoint's sweep back in time; `linearDynamicalSystemBackward.ts` has the derivation. */
import {
  addOuter,
  multiply,
  multiplyLeftTransposed,
  multiplyVector,
  multiplyVectorTransposed,
  symmetricRightTransposed,
} from '../../math/smallMatrix.ts';
import type { LdsInput } from './forward.ts';
import type { LdsInputGradients, LdsLossGradients } from './gradients.ts';
import type { LdsWorkspace } from './workspace.ts';

/** Collects the gradients towards P_t and hands those towards D_t and h_t out. */
export function sweepBackward(
  ws: LdsWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  out: LdsInputGradients,
  w: number,
): void {
  const { gains, conditionals } = ws;
  const { precisions, carried, left, right, solution, vector, other } = ws.adjoint;
  const { steps } = input;
  const d = ws.layout.dimension;
  const square = d * d;
  carried.fill(0);
  right.fill(0);
  for (let t = steps - 1; t >= 0; t--) {
    const row = w * steps + t;
    const matrixAt = row * square;
    const to = t * square;
    const isLast = t === steps - 1;
    if (loss.atSamples !== null) followSample(ws, loss.atSamples, row, t, isLast);
    // P_t+1's gradient reaches P_t, and J12, through G_t.
    if (!isLast) {
      multiply(d, gains, matrixAt, precisions, to + square, left, 0);
      symmetricRightTransposed(d, left, 0, gains, matrixAt, carried, 0);
    }
    for (let i = 0; i < d; i++)
      for (let j = 0; j <= i; j++) {
        const [lower, upper] = [i * d + j, j * d + i];
        const halves = precisions[to + lower] + precisions[to + upper];
        const gradient = carried[lower] + halves + right[lower] + right[upper];
        precisions[to + lower] = gradient;
        precisions[to + upper] = gradient;
      }
    // b_t = P_t^-1 f_t - G_t b_t+1, with b_t+1 in `solution`.
    multiplyVector(d, conditionals, matrixAt, ws.adjoint.means, t * d, vector, 0);
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
 * transpose, and what it asks of J12 into the sums.
 */
function followSample(
  ws: LdsWorkspace,
  { samples, noise }: NonNullable<LdsLossGradients['atSamples']>,
  row: number,
  t: number,
  isLast: boolean,
): void {
  const { factorInverses, gains, means } = ws;
  const { noises, left, right, whitened, vector, other, gained, sums } = ws.adjoint;
  const d = ws.layout.dimension;
  const at = row * d;
  const matrixAt = at * d;
  multiplyVector(d, factorInverses, matrixAt, noises, t * d, whitened, 0);
  if (isLast) gained.fill(0);
  else {
    for (let i = 0; i < d; i++) other[i] = samples[at + d + i] - means[at + d + i];
    multiplyVector(d, gains, matrixAt, other, 0, gained, 0);
    multiplyVectorTransposed(d, factorInverses, matrixAt, whitened, 0, vector, 0);
    addOuter(d, -1, vector, 0, other, 0, sums.cross, 0);
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
  multiplyLeftTransposed(d, factorInverses, matrixAt, left, 0, right, 0);
}

/** -2 G_t P_t+1 - b_t mu_t+1' - mu_t b_t+1' into the sum for J12; G_t P_t+1 is in `adjoint.left`. */
function sumCrossGradient(ws: LdsWorkspace, row: number): void {
  const { means } = ws;
  const { left, sums, vector, solution } = ws.adjoint;
  const d = ws.layout.dimension;
  const at = row * d;
  for (let i = 0; i < d * d; i++) sums.cross[i] -= 2 * left[i];
  addOuter(d, -1, vector, 0, means, at + d, sums.cross, 0);
  addOuter(d, -1, means, at, solution, 0, sums.cross, 0);
}

/** P_t's gradient - b_t mu_t', not symmetrised, into the sums over all, first and last steps. */
function sumGradient(ws: LdsWorkspace, row: number, t: number, isLast: boolean): void {
  const { vector, sums } = ws.adjoint;
  addGradient(ws, row, t, sums.all);
  if (isLast) addGradient(ws, row, t, sums.last);
  if (t > 0) return;
  addGradient(ws, row, t, sums.first);
  for (let i = 0; i < vector.length; i++) sums.initialLinear[i] += vector[i];
}

function addGradient(ws: LdsWorkspace, row: number, t: number, sum: Float64Array): void {
  const { precisions, vector } = ws.adjoint;
  const d = ws.layout.dimension;
  const from = t * d * d;
  for (let i = 0; i < d * d; i++) sum[i] += precisions[from + i];
  addOuter(d, -1, vector, 0, ws.means, row * d, sum, 0);
}

function rowGradient(
  ws: LdsWorkspace,
  dLogZ: number,
  row: number,
  t: number,
  out: LdsInputGradients,
): void {
  const { means, covariances } = ws;
  const { precisions, vector } = ws.adjoint;
  const d = ws.layout.dimension;
  for (let i = 0; i < d; i++) {
    const at = row * d + i;
    const second = covariances[at * d + i] + means[at] * means[at];
    const throughChain = precisions[(t * d + i) * d + i] - vector[i] * means[at];
    out.dPrecision[at] = throughChain - (dLogZ * second) / 2;
    out.dLinear[at] = vector[i] + dLogZ * means[at];
  }
}
