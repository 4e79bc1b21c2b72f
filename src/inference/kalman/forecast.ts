/** A linear dynamical system after its last evidence: each state follows from the one before alone. */
import { multiplyVectors, multiplyVectorsLower } from '../../math/smallMatrix.ts';

/** x_t = A x_t-1 + L noise_t. Matrices d x d row-major. */
export interface LdsStep {
  /** A */
  readonly transition: Float64Array;
  /** L, lower triangular with zeros above its diagonal; Q = L L'. */
  readonly noiseFactor: Float64Array;
}

/** No decoder tells longer states apart, and a system that runs away would soon leave all numbers. */
export const LONGEST_STATE = 1e6;

/**
 * Goes on from row `from` - 1 to the end, for one sequence of states or for several side by side. A
 * state longer than `LONGEST_STATE` is held at that length, in its direction.
 *
 * @param states S x T x d; rows up to `from` - 1 of each sequence are given, the others are filled
 * @param noise S x T x d standard normals, of which the same rows are read; null for means
 * @param from at least 1
 * @param count S
 * @returns the first row that was held in any of them; null where none was
 */
export function goAhead(
  dimension: number,
  { transition, noiseFactor }: LdsStep,
  states: Float64Array,
  noise: Float64Array | null,
  from: number,
  count = 1,
): number | null {
  const d = dimension;
  const stride = states.length / count;
  const shake = new Float64Array(count * d);
  let heldFrom: number | null = null;
  for (let at = from * d; at < stride; at += d) {
    multiplyVectors(d, transition, 0, count, states, at - d, stride, states, at, stride);
    if (noise) multiplyVectorsLower(d, noiseFactor, 0, count, noise, at, stride, shake, 0, d);
    for (let s = 0; s < count; s++) {
      const to = s * stride + at;
      if (noise) for (let i = 0; i < d; i++) states[to + i] += shake[s * d + i];
      if (holdState(states, to, d)) heldFrom ??= at / d;
    }
  }
  return heldFrom;
}

/** Shortens a state that is too long; true when it was. */
export function holdState(states: Float64Array, at: number, d: number): boolean {
  let squares = 0;
  for (let i = at; i < at + d; i++) squares += states[i] * states[i];
  if (squares <= LONGEST_STATE ** 2) return false;
  const scale = LONGEST_STATE / Math.sqrt(squares);
  for (let i = at; i < at + d; i++) states[i] *= scale;
  return true;
}
