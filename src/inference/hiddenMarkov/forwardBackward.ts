/**
 * Exact inference in a chain of discrete states: the forward-backward algorithm (Rabiner 1989,
 * equations 18 to 37), in logarithms, so that no evidence is too sharp for it.
 *
 * T steps, K states. Potentials need not be normalised: with expected log-probabilities in their
 * place this is the local step of variational inference, and `logZ` the log-sum over all K^T paths.
 * Cost is T K^2, and after `createChainWorkspace` nothing is allocated.
 */
import { OK, type Status } from '../../math/status.ts';

/** Log-potentials of one chain. */
export interface ChainInput {
  /** T, at least 1 */
  readonly steps: number;
  /** K */
  readonly logInitial: Float64Array;
  /** K x K row-major, from the state of a row to that of a column. */
  readonly logTransition: Float64Array;
  /** T x K; a row of zeros where nothing was observed. */
  readonly logEmissions: Float64Array;
}

/** What the passes find, in memory made once for the longest chain. */
export interface ChainWorkspace {
  /** K */
  readonly states: number;
  readonly maxSteps: number;
  /** T x K: log of the sum over all paths that end in a state, of the potentials up to this step. */
  readonly logForward: Float64Array;
  /** T x K: log of the sum over all continuations, of the potentials after this step. */
  readonly logBackward: Float64Array;
  /** T x K: p(z_t | all evidence); rows sum to 1. */
  readonly responsibilities: Float64Array;
  /** (T - 1) x K x K: p(z_t, z_t+1 | all evidence); each K x K sums to 1. */
  readonly pairs: Float64Array;
  /** Log-sum of the potentials over all paths. */
  logZ: number;
}

export function createChainWorkspace(states: number, maxSteps: number): ChainWorkspace {
  const rows = () => new Float64Array(maxSteps * states);
  return {
    states,
    maxSteps,
    logForward: rows(),
    logBackward: rows(),
    responsibilities: rows(),
    pairs: new Float64Array(Math.max(0, maxSteps - 1) * states * states),
    logZ: 0,
  };
}

/**
 * Fills the workspace for one chain.
 *
 * @returns bad, with the step, where no path has a positive and finite weight
 * @throws RangeError when the chain is longer than the workspace
 */
export function forwardBackward(ws: ChainWorkspace, input: ChainInput): Status {
  if (input.steps > ws.maxSteps)
    throw new RangeError(`${input.steps} steps in space for ${ws.maxSteps}`);
  const status = forwardPass(ws, input);
  if (!status.ok) return status;
  backwardPass(ws, input);
  fillPosteriors(ws, input);
  return OK;
}

/**
 * a_1 = log pi + e_1, a_t+1 = e_t+1 + logsum_k (a_t,k + log A_k,.). Fills `logForward` and `logZ`.
 *
 * @returns as `forwardBackward`
 */
export function forwardPass(ws: ChainWorkspace, input: ChainInput): Status {
  const { states: K, logForward } = ws;
  const { steps, logInitial, logTransition, logEmissions } = input;
  for (let k = 0; k < K; k++) logForward[k] = logInitial[k] + logEmissions[k];
  for (let t = 1; t < steps; t++) {
    const at = t * K;
    for (let k = 0; k < K; k++)
      logForward[at + k] =
        logEmissions[at + k] + logSumAlong(K, logForward, at - K, logTransition, k, K);
    const reached = logSum(K, logForward, at);
    if (!Number.isFinite(reached))
      return { ok: false, what: 'log-weight of all paths', value: reached, index: t };
  }
  ws.logZ = logSum(K, logForward, (steps - 1) * K);
  if (Number.isFinite(ws.logZ)) return OK;
  return { ok: false, what: 'log-weight of all paths', value: ws.logZ, index: steps - 1 };
}

/** b_T = 0, b_t = logsum_k (log A_.,k + e_t+1,k + b_t+1,k). Fills `logBackward`. */
function backwardPass(ws: ChainWorkspace, input: ChainInput): void {
  const { states: K, logBackward } = ws;
  const { steps, logTransition, logEmissions } = input;
  logBackward.fill(0, (steps - 1) * K, steps * K);
  for (let t = steps - 2; t >= 0; t--) {
    const next = (t + 1) * K;
    for (let k = 0; k < K; k++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let l = 0; l < K; l++)
        most = Math.max(most, worth(logTransition[k * K + l], logEmissions, logBackward, next + l));
      let sum = 0;
      if (most > Number.NEGATIVE_INFINITY)
        for (let l = 0; l < K; l++)
          sum += Math.exp(
            worth(logTransition[k * K + l], logEmissions, logBackward, next + l) - most,
          );
      logBackward[t * K + k] = sum > 0 ? most + Math.log(sum) : Number.NEGATIVE_INFINITY;
    }
  }
}

const worth = (step: number, logEmissions: Float64Array, logBackward: Float64Array, at: number) =>
  step + logEmissions[at] + logBackward[at];

/** Responsibilities and pairs from both passes; each is normalised by its own sum, which is Z. */
function fillPosteriors(ws: ChainWorkspace, input: ChainInput): void {
  const { states: K, logForward, logBackward, responsibilities, pairs, logZ } = ws;
  const { steps, logTransition, logEmissions } = input;
  for (let at = 0; at < steps * K; at++)
    responsibilities[at] = Math.exp(logForward[at] + logBackward[at] - logZ);
  for (let t = 0; t < steps; t++) normalise(responsibilities, t * K, K);
  for (let t = 0; t + 1 < steps; t++) {
    const next = (t + 1) * K;
    const pairAt = t * K * K;
    for (let k = 0; k < K; k++)
      for (let l = 0; l < K; l++)
        pairs[pairAt + k * K + l] = Math.exp(
          logForward[t * K + k] +
            worth(logTransition[k * K + l], logEmissions, logBackward, next + l) -
            logZ,
        );
    normalise(pairs, pairAt, K * K);
  }
}

/** Over thousands of steps logZ loses digits; each table has a sum of its own to go by. */
function normalise(values: Float64Array, at: number, length: number): void {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += values[i];
  for (let i = at; i < at + length; i++) values[i] /= sum;
}

/** log sum_k exp(values[at + k]) */
function logSum(K: number, values: Float64Array, at: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < K; k++) most = Math.max(most, values[at + k]);
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (let k = 0; k < K; k++) sum += Math.exp(values[at + k] - most);
  return most + Math.log(sum);
}

/** log sum_k exp(values[at + k] + matrix[column + k * stride]) */
function logSumAlong(
  K: number,
  values: Float64Array,
  at: number,
  matrix: Float64Array,
  column: number,
  stride: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < K; k++) most = Math.max(most, values[at + k] + matrix[column + k * stride]);
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (let k = 0; k < K; k++) sum += Math.exp(values[at + k] + matrix[column + k * stride] - most);
  return most + Math.log(sum);
}
