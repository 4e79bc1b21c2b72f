/**
 * The exact posterior over paths of states, for short windows: given a path, x is Gaussian, and its
 * integral is the Kalman filter's. All K^(T-1) paths are followed, those with a common beginning
 * together.
 */
import { inOnePiece, type Pieces } from '../../math/pieces.ts';
import { OK, type Status } from '../../math/status.ts';
import { filterStep, type LdsInput, startWindow } from '../kalman/forward.ts';
import { createKalmanWorkspace, type KalmanWorkspace } from '../kalman/workspace.ts';
import type { SwitchingPotentials, SwitchingWorkspace } from './workspace.ts';

export interface PathPosterior {
  /** K^(T-1): log-weight of each path; the state of the first step is the highest digit of its index. */
  readonly logWeights: Float64Array;
  /** Log-sum of all of them: the log-integral over x and z of all potentials. */
  readonly logEvidence: number;
  /** (T-1) x K: p(z_t | all evidence). */
  readonly marginals: Float64Array;
}

/** Paths that are followed in one piece: a few milliseconds of work. */
const PATHS_PER_PIECE = 5000;

export interface Enumerated {
  readonly status: Status;
  readonly posterior: PathPosterior | null;
}

/** All pieces of `enumeratePathsInPieces` at once. */
export const enumeratePaths = (
  ws: Pick<SwitchingWorkspace, 'layout' | 'potentials'>,
  input: LdsInput,
): Enumerated => inOnePiece(enumeratePathsInPieces(ws, input));

/**
 * Every path of one window, at the potentials of the workspace; neither these nor the input may change
 * between pieces. Allocates.
 *
 * @param input a single window of at least two steps
 */
export function* enumeratePathsInPieces(
  { layout, potentials }: Pick<SwitchingWorkspace, 'layout' | 'potentials'>,
  input: LdsInput,
): Pieces<Enumerated> {
  const { states: K, dimension: d } = layout;
  const { steps } = input;
  const { logInitial, logTransition, c0, c } = potentials;
  const square = d * d;
  // One filter for each state, whose pairs are all of that state: nothing is loaded on the way.
  const filters = Array.from({ length: K }, (_, k) => filterOf(potentials, k, d, steps));
  const predictions = new Float64Array(steps * square);
  const linears = new Float64Array(steps * d);
  const logWeights = new Float64Array(K ** (steps - 1));
  let status: Status = OK;

  /** Keeps the prediction of step t, which is that of filter `before`, for all paths that go on from it. */
  const keep = (t: number, before: number): void => {
    const { predicted, linear } = filters[before].step;
    for (let i = 0; i < square; i++) predictions[t * square + i] = predicted[i];
    for (let i = 0; i < d; i++) linears[t * d + i] = linear[i];
  };
  /** Takes step t in state k; the log-weight up to there. */
  const take = (t: number, before: number, k: number, logWeight: number): number => {
    const filter = filters[k];
    const { step, logZ } = filter;
    for (let i = 0; i < square; i++) step.predicted[i] = predictions[t * square + i];
    for (let i = 0; i < d; i++) step.linear[i] = linears[t * d + i];
    logZ[0] = logWeight + c[k] + (t === 0 ? logInitial[k] : logTransition[before * K + k]);
    status = filterStep(filter, input, 0, t);
    if (status.ok && t === steps - 2) status = filterStep(filter, input, 0, t + 1);
    return logZ[0];
  };
  /** Goes on from step t along every path. */
  const follow = (t: number, index: number, before: number, logWeight: number): void => {
    keep(t, before);
    for (let k = 0; k < K && status.ok; k++) {
      const next = take(t, before, k, logWeight);
      if (t === steps - 2) logWeights[index * K + k] = next;
      else if (status.ok) follow(t + 1, index * K + k, k, next);
    }
  };
  /** The same, a piece at a time. */
  function* follows(t: number, index: number, before: number, logWeight: number): Pieces<void> {
    if (K ** (steps - 1 - t) <= PATHS_PER_PIECE) {
      follow(t, index, before, logWeight);
      yield;
      return;
    }
    keep(t, before);
    for (let k = 0; k < K && status.ok; k++) {
      const next = take(t, before, k, logWeight);
      if (status.ok) yield* follows(t + 1, index * K + k, k, next);
    }
  }
  startWindow(filters[0]);
  yield* follows(0, 0, 0, c0);
  if (!status.ok) return { status, posterior: null };

  const most = logWeights.reduce((a, b) => Math.max(a, b));
  const sum = logWeights.reduce((total, value) => total + Math.exp(value - most), 0);
  const logEvidence = most + Math.log(sum);
  yield;
  const marginals = new Float64Array((steps - 1) * K);
  // The last digit of an index is the last state; without it, it is the index of a shorter path.
  let shares = logWeights.map((value) => Math.exp(value - logEvidence));
  for (let t = steps - 2; t >= 0; t--) {
    const shorter = new Float64Array(shares.length / K);
    for (let index = 0; index < shares.length; index++) {
      marginals[t * K + (index % K)] += shares[index];
      shorter[(index / K) | 0] += shares[index];
    }
    shares = shorter;
    yield;
  }
  return { status: OK, posterior: { logWeights, logEvidence, marginals } };
}

/** A filter in which state k is that of every pair. */
function filterOf(
  { J0, h0, J11, J12, J22, h1, h2 }: SwitchingPotentials,
  k: number,
  d: number,
  steps: number,
): KalmanWorkspace {
  const filter = createKalmanWorkspace(d, steps, 'own');
  const { chain } = filter;
  chain.J0.set(J0);
  chain.h0.set(h0);
  const repeat = (of: Float64Array, size: number, into: Float64Array | null) => {
    for (let t = 0; t < steps; t++) into?.set(of.subarray(k * size, (k + 1) * size), t * size);
  };
  repeat(J11, d * d, chain.J11);
  repeat(J12, d * d, chain.J12);
  repeat(J22, d * d, chain.J22);
  repeat(h1, d, chain.h1);
  repeat(h2, d, chain.h2);
  return filter;
}

/** The states of the path with this index, `length` of them. */
export function pathOf(index: number, states: number, length: number): number[] {
  const path = new Array<number>(length);
  let rest = index;
  for (let t = length - 1; t >= 0; t--) {
    path[t] = rest % states;
    rest = Math.floor(rest / states);
  }
  return path;
}

/** q(path) of the chain of a window, after a z step. */
export function meanFieldProbability(
  { chains }: SwitchingWorkspace,
  path: readonly number[],
): number {
  const { states: K, responsibilities, pairs } = chains[0];
  let probability = responsibilities[path[0]];
  for (let t = 1; t < path.length && probability > 0; t++) {
    const [from, to] = [path[t - 1], path[t]];
    probability *= pairs[(t - 1) * K * K + from * K + to] / responsibilities[(t - 1) * K + from];
  }
  return probability;
}
