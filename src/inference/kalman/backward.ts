/**
 * Exact adjoint of filter, smoother, sampler and normaliser, linear in the number of steps.
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

import { sweepBackward } from './backwardSweep.ts';
import type { LdsInput } from './forward.ts';
import { sweepForward } from './forwardSweep.ts';
import type { LdsInputGradients, LdsLossGradients } from './gradients.ts';
import type { LdsWorkspace } from './workspace.ts';

/**
 * Gradients with respect to node potentials and expected globals. Needs the workspace as filter,
 * smoother and `collectStatistics` left it, and the same potentials.
 */
export function linearDynamicsBackward(
  ws: LdsWorkspace,
  input: LdsInput,
  loss: LdsLossGradients,
  out: LdsInputGradients,
): void {
  const { first, last, all, cross, initialLinear } = ws.adjoint.sums;
  for (const sum of [first, last, all, cross, initialLinear]) sum.fill(0);
  for (let w = 0; w < input.windows; w++) {
    sweepForward(ws, input, loss, w);
    sweepBackward(ws, input, loss, out, w);
  }
  globalGradient(ws, loss, out.dExpected);
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
  const { first, last, all, cross, initialLinear } = ws.adjoint.sums;
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
