/** Half-sweeps of inference in slow motion, with everything in between written out. Allocates. */
import { kalmanFilter } from '../kalman/forward.ts';
import { objective, type SwitchingInput } from './forward.ts';
import type { SwitchingWorkspace } from './workspace.ts';

/** One half of a sweep over T steps. */
export interface HalfSweep {
  /** Which factor was brought up to date. */
  readonly updated: 'x' | 'z';
  /** KL(q(z) q(x) || p(z, x)) - E[log psi]: falls at every half-sweep; in nats. */
  readonly objective: number;
  /** (T-1) x K: q(z). */
  readonly responsibilities: Float32Array;
  /**
   * (T-1) x K each, rows scaled to sum to 1: what each step says of its state before the chain is asked,
   * the exponential of its energies, and the messages of the chain forward and backward.
   */
  readonly alone: Float32Array;
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** T x d and T x d x d: q(x). */
  readonly means: Float32Array;
  readonly covariances: Float32Array;
  /** T x d: means as the filter has them, of what was seen up to each step. */
  readonly filtered: Float32Array;
}

/** A single window as the last half-sweep left it. */
export function traceHalfSweep(
  ws: SwitchingWorkspace,
  input: SwitchingInput,
  updated: HalfSweep['updated'],
): HalfSweep {
  const { kalman, energies, responsibilities, chains, steps, layout } = ws;
  const { states: K, dimension: d } = layout;
  const length = (steps - 1) * K;
  return {
    updated,
    objective: objective(ws),
    responsibilities: Float32Array.from(responsibilities.subarray(0, length)),
    alone: normalised(energies.subarray(0, length), K),
    forward: normalised(chains[0].logForward, K),
    backward: normalised(chains[0].logBackward, K),
    means: Float32Array.from(kalman.means),
    covariances: Float32Array.from(kalman.covariances),
    filtered: filteredMeans(ws, input, d),
  };
}

/** What the filter has of each step before it looks ahead: the same filter on the steps up to there. */
function filteredMeans(ws: SwitchingWorkspace, input: SwitchingInput, d: number): Float32Array {
  const { kalman, steps } = ws;
  const out = new Float32Array(steps * d);
  for (let t = 0; t < steps; t++) {
    kalmanFilter(kalman, { ...input, steps: t + 1 });
    out.set(kalman.filtered.subarray(t * d, (t + 1) * d), t * d);
  }
  return out;
}

/** Rows of exp(values), scaled to sum to 1. */
function normalised(values: Float64Array, K: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += K) {
    const most = values.subarray(at, at + K).reduce((a, b) => Math.max(a, b));
    let sum = 0;
    for (let k = 0; k < K; k++) sum += Math.exp(values[at + k] - most);
    for (let k = 0; k < K; k++) out[at + k] = Math.exp(values[at + k] - most) / sum;
  }
  return out;
}
