/**
 * Adjoint of inference in a switching linear dynamical system, after `inferStates`.
 *
 * With q(z) held, q(x) is the posterior of a chain whose potentials are constants, and the adjoint is
 * that of the Kalman smoother. What this leaves out is how the potentials move q(z), which moves q(x)
 * in turn. The local KL needs no such part of its own: KL - E[log psi] is stationary in q(z), so its
 * gradient is that of E[log psi] through the moments, as in any chain.
 *
 * Through the fixed point: let a be the gradient towards the responsibilities by q(x) alone, C their
 * derivative by the energies, which is their covariance under q(z), and H that of the energies by the
 * responsibilities, the covariance of the pairs' log-densities under q(x). The total gradient y towards the responsibilities
 * solves (I - H C) y = a. In the inner product of C the operator is symmetric, and positive where the
 * fixed point is a minimum, so conjugate gradients need few rounds, each an adjoint of forward-backward
 * and one of the smoother.
 */
import { stateAt } from '../../distributions/switchingDynamics.ts';
import { forwardBackwardAdjoint } from '../hiddenMarkov/adjoint.ts';
import {
  kalmanBackward,
  type LdsInputGradients,
  type LdsLossGradients,
} from '../kalman/backward.ts';
import type { LdsInput } from '../kalman/forward.ts';
import { addEnergyStatistics } from './forward.ts';
import type { SwitchingWorkspace } from './workspace.ts';

export interface SwitchingLoss extends Omit<LdsLossGradients, 'dLogZ'> {
  /** null holds q(z); otherwise how the system of the fixed point is solved. */
  readonly throughFixedPoint: {
    readonly mostRounds: number;
    /** Of the residual, relative to that of no round. */
    readonly tolerance: number;
  } | null;
}

/**
 * Gradients with respect to node potentials and expected globals (total derivative). Needs the
 * workspace as `inferStates` and `collectSwitchingStatistics` left it, and the same potentials.
 *
 * @returns false where the fixed point was asked for, but conjugate gradients did not arrive: the
 * gradients are then those with q(z) held
 */
export function switchingBackward(
  ws: SwitchingWorkspace,
  input: LdsInput,
  loss: SwitchingLoss,
  out: LdsInputGradients,
): boolean {
  const { atSamples, atMoments, dLocalKl, throughFixedPoint } = loss;
  const ofX = { atSamples, atMoments, dLocalKl, dLogZ: 0 };
  kalmanBackward(ws.kalman, input, ofX, out);
  const { dWeights, dEnergies } = ws.adjoint;
  dEnergies.fill(0);
  let arrived = true;
  if (throughFixedPoint !== null && ws.steps > 1 && ws.layout.states > 1) {
    weightGradient(ws, out.dLinear, dWeights);
    arrived = solveFixedPoint(ws, input, throughFixedPoint);
    if (!arrived) dEnergies.fill(0);
    // The gradient at the energies is one at the moments of x.
    momentGradient(ws, dEnergies, atMoments);
    kalmanBackward(ws.kalman, input, { ...ofX, atMoments: ws.adjoint.dMoments }, out);
  }
  globalGradient(ws, loss, arrived && throughFixedPoint !== null, out);
  return arrived;
}

/**
 * Solves (I - H C) y = a for a in `dWeights`, and leaves C y in `dEnergies`.
 *
 * @returns whether the residual became small enough
 */
function solveFixedPoint(
  ws: SwitchingWorkspace,
  input: LdsInput,
  { mostRounds, tolerance }: NonNullable<SwitchingLoss['throughFixedPoint']>,
): boolean {
  const { dWeights, dEnergies, residual, direction, directionEnergies, image } = ws.adjoint;
  const length = dWeights.length;
  residual.set(dWeights);
  energyGradient(ws, residual, image, null);
  let squares = dot(residual, image);
  const enough = tolerance ** 2 * squares;
  direction.set(residual);
  directionEnergies.set(image);
  for (let round = 0; round < mostRounds && squares > enough; round++) {
    momentGradient(ws, directionEnergies, null);
    applyMoments(ws, input, image);
    for (let i = 0; i < length; i++) image[i] = direction[i] - image[i];
    const curvature = dot(directionEnergies, image);
    // Not a minimum, or not a number.
    if (!(curvature > 0)) return false;
    const step = squares / curvature;
    for (let i = 0; i < length; i++) {
      dEnergies[i] += step * directionEnergies[i];
      residual[i] -= step * image[i];
    }
    energyGradient(ws, residual, image, null);
    const left = dot(residual, image);
    const turn = left / squares;
    squares = left;
    for (let i = 0; i < length; i++) {
      direction[i] = residual[i] + turn * direction[i];
      directionEnergies[i] = image[i] + turn * directionEnergies[i];
    }
  }
  return squares <= enough;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** H: from a gradient at the moments, in `adjoint.dMoments`, to that at the responsibilities. */
function applyMoments(ws: SwitchingWorkspace, input: LdsInput, out: Float64Array): void {
  const { unused, dMoments } = ws.adjoint;
  const loss = { atSamples: null, atMoments: dMoments, dLogZ: 0, dLocalKl: 0 };
  kalmanBackward(ws.kalman, input, loss, unused);
  weightGradient(ws, unused.dLinear, out);
}

/** C: from a gradient at the responsibilities to that at the energies, B x K each. */
function energyGradient(
  ws: SwitchingWorkspace,
  dWeights: Float64Array,
  out: Float64Array,
  dTransition: { readonly into: Float64Array; readonly at: number } | null,
): void {
  const { chains, chainInputs, windows, steps, layout, adjoint } = ws;
  const { states: K } = layout;
  for (let w = 0; w < windows; w++)
    forwardBackwardAdjoint(
      chains[w],
      chainInputs[w],
      dWeights,
      out,
      w * steps * K,
      adjoint,
      dTransition,
    );
}

/**
 * From what `kalmanBackward` left of the pairs' potentials to the responsibilities that average them.
 *
 * @param dLinear B x d: towards the linear terms
 */
function weightGradient(ws: SwitchingWorkspace, dLinear: Float64Array, out: Float64Array): void {
  const { layout, potentials, kalman, windows, steps } = ws;
  const { dDiagonal, dCross } = kalman.adjoint;
  const { states: K, dimension: d } = layout;
  const { J11, J12, J22, h1, h2 } = potentials;
  const square = d * d;
  for (let w = 0; w < windows; w++)
    for (let row = w * steps; row < (w + 1) * steps - 1; row++) {
      const at = row * square;
      for (let k = 0; k < K; k++) {
        let sum = 0;
        for (let i = 0; i < square; i++)
          sum +=
            dDiagonal[at + i] * J11[k * square + i] +
            dCross[at + i] * J12[k * square + i] +
            dDiagonal[at + square + i] * J22[k * square + i];
        for (let i = 0; i < d; i++)
          sum += dLinear[row * d + i] * h1[k * d + i] + dLinear[(row + 1) * d + i] * h2[k * d + i];
        out[row * K + k] = sum;
      }
    }
}

/** From a gradient at the energies (B x K) to the moments of x, added to `others`, into `adjoint.dMoments`. */
function momentGradient(
  ws: SwitchingWorkspace,
  dEnergies: Float64Array,
  others: LdsLossGradients['atMoments'],
): void {
  const { layout, potentials, kalman, windows, steps, pair } = ws;
  const { dMeans, dCovariances, dCrossCovariances } = ws.adjoint.dMoments;
  const { states: K, dimension: d } = layout;
  const { J11, J12, J22, h1, h2 } = potentials;
  const { means } = kalman;
  const square = d * d;
  const start = (into: Float64Array, from: Float64Array | undefined) =>
    from ? into.set(from.subarray(0, into.length)) : into.fill(0);
  start(dMeans, others?.dMeans);
  start(dCovariances, others?.dCovariances);
  start(dCrossCovariances, others?.dCrossCovariances);
  const { past, cross, next } = pair;
  for (let w = 0; w < windows; w++)
    for (let row = w * steps; row < (w + 1) * steps - 1; row++) {
      const at = row * d;
      past.fill(0);
      cross.fill(0);
      next.fill(0);
      for (let k = 0; k < K; k++) {
        const weight = dEnergies[row * K + k];
        if (weight === 0) continue;
        for (let i = 0; i < square; i++) {
          past[i] += weight * J11[k * square + i];
          cross[i] += weight * J12[k * square + i];
          next[i] += weight * J22[k * square + i];
        }
        for (let i = 0; i < d; i++) {
          dMeans[at + i] += weight * h1[k * d + i];
          dMeans[at + d + i] += weight * h2[k * d + i];
        }
      }
      // E[x x'] is the covariance and the product of the means.
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++) {
          const entry = i * d + j;
          dCovariances[row * square + entry] -= past[entry] / 2;
          dCrossCovariances[row * square + entry] -= cross[entry];
          dCovariances[(row + 1) * square + entry] -= next[entry] / 2;
          dMeans[at + i] -= past[entry] * means[at + j] + cross[entry] * means[at + d + j];
          dMeans[at + d + i] -= next[entry] * means[at + d + j];
          dMeans[at + d + j] -= cross[entry] * means[at + i];
        }
    }
}

/**
 * To E[t(theta)]: through q(x), by the pairs' potentials under their responsibilities; through the
 * energies where q(z) moves; and what the local KL itself says, minus the statistics.
 */
function globalGradient(
  ws: SwitchingWorkspace,
  { dLocalKl }: SwitchingLoss,
  qMoves: boolean,
  { dLinear, dExpected }: LdsInputGradients,
): void {
  const { layout, statistics, kalman, responsibilities, windows, steps, adjoint } = ws;
  const { states: K, dimension: d, chainAt, initialAt, initial, dynamics } = layout;
  const { dDiagonal, dCross, dSums } = kalman.adjoint;
  for (let i = 0; i < layout.length; i++) dExpected[i] = -dLocalKl * statistics[i];
  for (let i = 0; i < d; i++) {
    dExpected[initialAt + initial.linear + i] += dSums.initialLinear[i];
    for (let j = 0; j < d; j++)
      dExpected[initialAt + initial.quadratic + i * d + j] -=
        dSums.first[i * d + j] + dSums.first[j * d + i];
  }
  const m = d + 1;
  const square = d * d;
  for (let w = 0; w < windows; w++)
    for (let row = w * steps; row < (w + 1) * steps - 1; row++) {
      const at = row * square;
      for (let k = 0; k < K; k++) {
        const weight = responsibilities[row * K + k];
        if (weight === 0) continue;
        const block = stateAt(layout, k);
        const past = block + dynamics.past;
        const cross = block + dynamics.cross;
        const next = block + dynamics.next;
        for (let i = 0; i < d; i++) {
          const ofOffset = weight * dLinear[row * d + i];
          dExpected[past + i * m + d] += ofOffset;
          dExpected[past + d * m + i] += ofOffset;
          dExpected[cross + i * m + d] += weight * dLinear[(row + 1) * d + i];
          for (let j = 0; j < d; j++) {
            const [entry, mirrored] = [at + i * d + j, at + j * d + i];
            dExpected[past + i * m + j] -= weight * (dDiagonal[entry] + dDiagonal[mirrored]);
            dExpected[next + i * d + j] -=
              weight * (dDiagonal[entry + square] + dDiagonal[mirrored + square]);
            dExpected[cross + j * m + i] -= weight * dCross[entry];
          }
        }
      }
    }
  if (!qMoves || steps < 2) return;
  addEnergyStatistics(ws, adjoint.dEnergies, dExpected);
  // What moves q(z) is the gradient towards the responsibilities, by q(x) and by what follows from it.
  weightGradient(ws, dLinear, adjoint.dWeights);
  energyGradient(ws, adjoint.dWeights, adjoint.image, { into: dExpected, at: chainAt });
  for (let w = 0; w < windows; w++)
    for (let k = 0; k < K; k++) dExpected[k] += adjoint.image[w * steps * K + k];
}
