import { type SwitchingDynamicsLayout, stateAt } from '../../distributions/switchingDynamics.ts';
import {
  type ChainInput,
  type ChainWorkspace,
  createChainWorkspace,
} from '../hiddenMarkov/forwardBackward.ts';
import { createKalmanWorkspace, type KalmanWorkspace } from '../kalman/workspace.ts';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * What the globals say of a sequence, averaged over them: log-potentials of x_1, of each state's step
 * from x to x_next, as in `kalman/workspace.ts`, and of the chain of states. Row-major.
 */
export interface SwitchingPotentials {
  /** d x d, d, and what normalises them. */
  readonly J0: Float64Array;
  readonly h0: Float64Array;
  c0: number;
  /** K x d x d: E[A'Q^-1 A], -E[A'Q^-1], E[Q^-1]. */
  readonly J11: Float64Array;
  readonly J12: Float64Array;
  readonly J22: Float64Array;
  /** K x d: -E[A'Q^-1 b], E[Q^-1 b]. */
  readonly h1: Float64Array;
  readonly h2: Float64Array;
  /** K: -(E[b'Q^-1 b] + E[log det Q] + d log 2 pi) / 2. */
  readonly c: Float64Array;
  /** K, and K x K: E[log pi], E[log P]; the rows of exp(E[log P]) sum to less than 1. */
  readonly logInitial: Float64Array;
  readonly logTransition: Float64Array;
}

/**
 * All memory of inference in a switching linear dynamical system, made once for W windows of T steps,
 * one after the other: row w * T + t is step t of window w. What belongs to the pair of rows r and
 * r + 1, the state of that step among it, stands at r; the last row of a window has none.
 */
export interface SwitchingWorkspace {
  readonly layout: SwitchingDynamicsLayout;
  readonly windows: number;
  readonly steps: number;
  readonly potentials: SwitchingPotentials;
  /** q(x) */
  readonly kalman: KalmanWorkspace;
  /** q(z), one for each window; their arrays are parts of those below. */
  readonly chains: readonly ChainWorkspace[];
  readonly chainInputs: readonly ChainInput[];
  /** B x K: expected log-density of each pair under each state; with the evidence of states. */
  readonly energies: Float64Array;
  readonly emissions: Float64Array;
  /** B x K: q(z) of each pair. */
  readonly responsibilities: Float64Array;
  /** Those before the last sweep. */
  readonly lastResponsibilities: Float64Array;
  /** E_q(z)[energies], log-sum over all paths of states, log-integral of all potentials of x; summed. */
  energy: number;
  logZz: number;
  logZx: number;
  /** P: expected sufficient statistics, summed over all windows. */
  readonly statistics: Float64Array;
  /** Scratch of one pair: E[x x'], E[x x_next'], E[x_next x_next']; d x d each. */
  readonly pair: {
    readonly past: Float64Array;
    readonly cross: Float64Array;
    readonly next: Float64Array;
  };
  /** Scratch of the backward pass; see there. */
  readonly adjoint: SwitchingAdjoint;
}

export interface SwitchingAdjoint {
  /** B x K each. */
  readonly dWeights: Float64Array;
  readonly dEnergies: Float64Array;
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly directionEnergies: Float64Array;
  readonly image: Float64Array;
  /** B x d, B x d x d twice. */
  readonly dMoments: {
    readonly dMeans: Float64Array;
    readonly dCovariances: Float64Array;
    readonly dCrossCovariances: Float64Array;
  };
  /** B x d each, for gradients along the way that are not asked for. */
  readonly unused: { readonly dPrecision: Float64Array; readonly dLinear: Float64Array };
  /** T x K each. */
  readonly towardsPast: Float64Array;
  readonly towardsFuture: Float64Array;
}

export function createSwitchingWorkspace(
  layout: SwitchingDynamicsLayout,
  windows: number,
  steps: number,
): SwitchingWorkspace {
  const { states: K, dimension: d, length } = layout;
  const rows = windows * steps;
  const square = d * d;
  const zeros = (size: number) => new Float64Array(size);
  const potentials: SwitchingPotentials = {
    J0: zeros(square),
    h0: zeros(d),
    c0: 0,
    J11: zeros(K * square),
    J12: zeros(K * square),
    J22: zeros(K * square),
    h1: zeros(K * d),
    h2: zeros(K * d),
    c: zeros(K),
    logInitial: zeros(K),
    logTransition: zeros(K * K),
  };
  const emissions = zeros(rows * K);
  const responsibilities = zeros(rows * K);
  const pairs = Math.max(0, steps - 1);
  const ofWindow = (values: Float64Array, w: number) =>
    values.subarray(w * steps * K, (w * steps + pairs) * K);
  const each = <Made>(make: (w: number) => Made) =>
    Array.from({ length: windows }, (_, w) => make(w));
  return {
    layout,
    windows,
    steps,
    potentials,
    kalman: createKalmanWorkspace(d, rows, 'own'),
    chains: each((w) => ({
      ...createChainWorkspace(K, pairs),
      responsibilities: ofWindow(responsibilities, w),
    })),
    chainInputs: each((w) => ({
      steps: pairs,
      logInitial: potentials.logInitial,
      logTransition: potentials.logTransition,
      logEmissions: ofWindow(emissions, w),
    })),
    energies: zeros(rows * K),
    emissions,
    responsibilities,
    lastResponsibilities: zeros(rows * K),
    energy: 0,
    logZz: 0,
    logZx: 0,
    statistics: zeros(length),
    pair: { past: zeros(square), cross: zeros(square), next: zeros(square) },
    adjoint: {
      dWeights: zeros(rows * K),
      dEnergies: zeros(rows * K),
      residual: zeros(rows * K),
      direction: zeros(rows * K),
      directionEnergies: zeros(rows * K),
      image: zeros(rows * K),
      dMoments: {
        dMeans: zeros(rows * d),
        dCovariances: zeros(rows * square),
        dCrossCovariances: zeros(rows * square),
      },
      unused: { dPrecision: zeros(rows * d), dLinear: zeros(rows * d) },
      towardsPast: zeros(pairs * K),
      towardsFuture: zeros(pairs * K),
    },
  };
}

/** Latents apart from each other and from the states: each is standard normal. */
export function loadStandardNormal({ layout, potentials }: SwitchingWorkspace): void {
  const { states: K, dimension: d } = layout;
  const { J0, h0, J11, J12, J22, h1, h2, c } = potentials;
  for (const values of [J0, h0, J11, J12, J22, h1, h2]) values.fill(0);
  for (let i = 0; i < d; i++) {
    J0[i * d + i] = 1;
    for (let k = 0; k < K; k++) J22[(k * d + i) * d + i] = 1;
  }
  potentials.c0 = (-d * LOG_TWO_PI) / 2;
  c.fill(potentials.c0);
}

/** Takes all potentials from mu = E[t(theta)] (length P). */
export function loadStates(ws: SwitchingWorkspace, expected: Float64Array): void {
  const { layout, potentials } = ws;
  const { states: K, dimension: d, chainAt, initialAt, initial, dynamics } = layout;
  const { J0, h0, J11, J12, J22, h1, h2, c, logInitial, logTransition } = potentials;
  const square = d * d;
  for (let k = 0; k < K; k++) logInitial[k] = expected[k];
  for (let i = 0; i < K * K; i++) logTransition[i] = expected[chainAt + i];
  for (let i = 0; i < d; i++) h0[i] = expected[initialAt + initial.linear + i];
  for (let i = 0; i < square; i++) J0[i] = -2 * expected[initialAt + initial.quadratic + i];
  const ofInitial = expected[initialAt + initial.count] + expected[initialAt + initial.degrees];
  potentials.c0 = ofInitial - (d * LOG_TWO_PI) / 2;
  const m = d + 1;
  for (let k = 0; k < K; k++) {
    const at = stateAt(layout, k);
    const past = at + dynamics.past;
    const cross = at + dynamics.cross;
    for (let i = 0; i < d; i++) {
      h1[k * d + i] = expected[past + i * m + d] + expected[past + d * m + i];
      h2[k * d + i] = expected[cross + i * m + d];
      for (let j = 0; j < d; j++) {
        const entry = k * square + i * d + j;
        J11[entry] = -2 * expected[past + i * m + j];
        J12[entry] = -expected[cross + j * m + i];
        J22[entry] = -2 * expected[at + dynamics.next + i * d + j];
      }
    }
    c[k] = expected[past + d * m + d] + expected[at + dynamics.degrees] - (d * LOG_TWO_PI) / 2;
  }
}
