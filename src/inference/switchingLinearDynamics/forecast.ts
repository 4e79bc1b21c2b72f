/** A switching linear dynamical system after its last evidence: chains of states, and latents by them. */
import { multiplyVector } from '../../math/smallMatrix.ts';
import { holdState, type LdsStep } from '../kalman/forecast.ts';

/** x_t = A_z x_t-1 + b_z + L_z noise_t. */
export interface SwitchingStep extends LdsStep {
  /** b, d */
  readonly offset: Float64Array;
}

export interface SwitchingSteps {
  readonly dimension: number;
  /** K */
  readonly states: readonly SwitchingStep[];
  /** K: p(z) of the first step. */
  readonly initial: Float64Array;
  /** K x K row-major: p(z_t | z_t-1), rows sum to 1. */
  readonly chain: Float64Array;
}

/** S sequences of T rows side by side, of which the rows before `from` are given. */
export interface SwitchingDraws {
  /** S x T x d */
  readonly draws: Float64Array;
  /** S x T: the state of the step that leads to each row. */
  readonly states: Uint8Array;
  /** S x T x d standard normals and S x T uniforms, of which the rows from `from` on are read. */
  readonly noise: Float64Array;
  readonly uniforms: Float64Array;
  /** T: the state of the step to each row where it is known and possible, elsewhere -1. */
  readonly known: Int32Array;
  /** At least 1. */
  readonly from: number;
  /** S */
  readonly count: number;
}

/**
 * Goes on to the end, each sequence by a chain of its own, given the states that are known. A latent that is too long is held, as in
 * `goAhead`.
 *
 * @param last K: the probabilities of the state of the step to row `from` - 1; null where there is none
 * @returns the first row that was held in any sequence; null where none was
 */
export function goAheadSwitching(
  { dimension: d, states: steps, initial, chain }: SwitchingSteps,
  { draws, states, noise, uniforms, known, from, count }: SwitchingDraws,
  last: Float64Array | null,
): number | null {
  const K = steps.length;
  const length = states.length / count;
  const shake = new Float64Array(d);
  const future = futureOf(chain, known, from, K);
  const weights = new Float64Array(K);
  /** A state of step t, of the probabilities at `at` and what is known from then on. */
  const draw = (of: Float64Array, at: number, t: number, uniform: number): number => {
    const allows = (t - from + 1) * K;
    if (allows >= future.length) return drawState(of, at, K, uniform);
    let sum = 0;
    for (let k = 0; k < K; k++) {
      weights[k] = of[at + k] * future[allows + k];
      sum += weights[k];
    }
    return drawState(weights, 0, K, uniform * sum);
  };
  let heldFrom: number | null = null;
  for (let s = 0; s < count; s++) {
    // The uniform of the last row that was seen says in which state it was reached.
    const before = s * length + from - 1;
    if (last) states[before] = draw(last, 0, from - 1, uniforms[before]);
    for (let t = from; t < length; t++) {
      const row = s * length + t;
      states[row] =
        t === from && !last
          ? draw(initial, 0, t, uniforms[row])
          : draw(chain, states[row - 1] * K, t, uniforms[row]);
      const { transition, offset, noiseFactor } = steps[states[row]];
      const at = row * d;
      multiplyVector(d, transition, 0, draws, at - d, draws, at);
      multiplyVector(d, noiseFactor, 0, noise, at, shake, 0);
      for (let i = 0; i < d; i++) draws[at + i] += offset[i] + shake[i];
      if (holdState(draws, at, d) && (heldFrom === null || t < heldFrom)) heldFrom = t;
    }
  }
  return heldFrom;
}

/**
 * From row `from` - 1 to the last row whose state is known, K each: how probable it is that a chain in
 * that state goes through all the known ones from there on, up to a factor; before `from` none counts.
 */
function futureOf(chain: Float64Array, known: Int32Array, from: number, K: number): Float64Array {
  let end = known.length;
  while (end > from && known[end - 1] < 0) end -= 1;
  if (end === from) return new Float64Array(0);
  const rows = end - from + 1;
  const future = new Float64Array(rows * K).fill(1);
  for (let row = rows - 1; row >= 0; row--) {
    const state = row > 0 ? known[from - 1 + row] : -1;
    let most = 0;
    for (let k = 0; k < K; k++) {
      const at = row * K + k;
      if (row < rows - 1) {
        future[at] = 0;
        for (let l = 0; l < K; l++) future[at] += chain[k * K + l] * future[(row + 1) * K + l];
      }
      if (state >= 0 && k !== state) future[at] = 0;
      most = Math.max(most, future[at]);
    }
    // Over many steps the product would become too small for a number.
    if (most > 0) for (let k = 0; k < K; k++) future[row * K + k] /= most;
  }
  return future;
}

function drawState(weights: Float64Array, at: number, K: number, uniform: number): number {
  let sum = 0;
  let last = 0;
  for (let k = 0; k < K; k++) {
    if (weights[at + k] > 0) last = k;
    sum += weights[at + k];
    if (uniform < sum) return k;
  }
  return last;
}
