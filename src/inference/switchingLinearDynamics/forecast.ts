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
  /** At least 1. */
  readonly from: number;
  /** S */
  readonly count: number;
}

/**
 * Goes on to the end, each sequence by a chain of its own. A latent that is too long is held, as in
 * `goAhead`.
 *
 * @param last K: the probabilities of the state of the step to row `from` - 1; null where there is none
 * @returns the first row that was held in any sequence; null where none was
 */
export function goAheadSwitching(
  { dimension: d, states: steps, initial, chain }: SwitchingSteps,
  { draws, states, noise, uniforms, from, count }: SwitchingDraws,
  last: Float64Array | null,
): number | null {
  const K = steps.length;
  const length = states.length / count;
  const shake = new Float64Array(d);
  let heldFrom: number | null = null;
  for (let s = 0; s < count; s++) {
    // The uniform of the last row that was seen says in which state it was reached.
    const before = s * length + from - 1;
    if (last) states[before] = drawState(last, 0, K, uniforms[before]);
    for (let t = from; t < length; t++) {
      const row = s * length + t;
      states[row] =
        t === from && !last
          ? drawState(initial, 0, K, uniforms[row])
          : drawState(chain, states[row - 1] * K, K, uniforms[row]);
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
