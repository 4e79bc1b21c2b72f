/**
 * The exact posterior over paths of states, for short windows: given a path, x is Gaussian, and its
 * integral is the Kalman filter's. All K^(T-1) paths are followed, those with a common beginning
 * together.
 */
import { OK, type Status } from '../../math/status.ts';
import { filterStep, type LdsInput, startWindow } from '../kalman/forward.ts';
import { createKalmanWorkspace } from '../kalman/workspace.ts';
import type { SwitchingPotentials, SwitchingWorkspace } from './workspace.ts';

export interface PathPosterior {
  /** K^(T-1): log-weight of each path; the state of the first step is the highest digit of its index. */
  readonly logWeights: Float64Array;
  /** Log-sum of all of them: the log-integral over x and z of all potentials. */
  readonly logEvidence: number;
  /** (T-1) x K: p(z_t | all evidence). */
  readonly marginals: Float64Array;
}

/**
 * Every path of one window, at the potentials of the workspace. Allocates.
 *
 * @param input a single window of at least two steps
 */
export function enumeratePaths(
  { layout, potentials }: Pick<SwitchingWorkspace, 'layout' | 'potentials'>,
  input: LdsInput,
): { readonly status: Status; readonly posterior: PathPosterior | null } {
  const { states: K, dimension: d } = layout;
  const { steps } = input;
  const { logInitial, logTransition, c0, c } = potentials;
  const kalman = createKalmanWorkspace(d, steps, 'own');
  kalman.chain.J0.set(potentials.J0);
  kalman.chain.h0.set(potentials.h0);
  const logWeights = new Float64Array(K ** (steps - 1));
  const square = d * d;
  const predictions = new Float64Array(steps * square);
  const linears = new Float64Array(steps * d);
  const { predicted, linear } = kalman.step;
  let status: Status = OK;

  /** Goes on from step t, of which the filter holds the prediction, along every path. */
  const follow = (t: number, index: number, before: number, logWeight: number): void => {
    predictions.set(predicted, t * square);
    linears.set(linear, t * d);
    for (let k = 0; k < K && status.ok; k++) {
      predicted.set(predictions.subarray(t * square, (t + 1) * square));
      linear.set(linears.subarray(t * d, (t + 1) * d));
      setPair(potentials, k, kalman.chain, t);
      kalman.logZ[0] = 0;
      status = filterStep(kalman, input, 0, t);
      if (!status.ok) return;
      const chain = t === 0 ? logInitial[k] : logTransition[before * K + k];
      const so = logWeight + chain + c[k] + kalman.logZ[0];
      if (t < steps - 2) {
        follow(t + 1, index * K + k, k, so);
        continue;
      }
      kalman.logZ[0] = 0;
      status = filterStep(kalman, input, 0, t + 1);
      logWeights[index * K + k] = so + kalman.logZ[0];
    }
  };
  startWindow(kalman);
  follow(0, 0, 0, c0);
  if (!status.ok) return { status, posterior: null };

  const most = logWeights.reduce((a, b) => Math.max(a, b));
  const sum = logWeights.reduce((total, value) => total + Math.exp(value - most), 0);
  const logEvidence = most + Math.log(sum);
  const marginals = new Float64Array((steps - 1) * K);
  logWeights.forEach((value, index) => {
    const probability = Math.exp(value - logEvidence);
    pathOf(index, K, steps - 1).forEach((k, t) => {
      marginals[t * K + k] += probability;
    });
  });
  return { status: OK, posterior: { logWeights, logEvidence, marginals } };
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

function setPair(
  { J11, J12, J22, h1, h2 }: SwitchingPotentials,
  k: number,
  chain: ReturnType<typeof createKalmanWorkspace>['chain'],
  t: number,
): void {
  const d = chain.h0.length;
  const square = d * d;
  const ofState = (values: Float64Array, size: number) => values.subarray(k * size, (k + 1) * size);
  chain.J11.set(ofState(J11, square), t * square);
  chain.J12.set(ofState(J12, square), t * square);
  chain.J22.set(ofState(J22, square), t * square);
  chain.h1?.set(ofState(h1, d), t * d);
  chain.h2?.set(ofState(h2, d), t * d);
}
