/** A linear dynamical system after its last evidence: each state follows from the one before alone. */
import { multiplyVector } from '../../math/smallMatrix.ts';

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
 * Goes on from row `from` - 1 to the end. A state longer than `LONGEST_STATE` is held at that
 * length, in its direction.
 *
 * @param states T x d; rows up to `from` - 1 are given, the others are filled
 * @param noise T x d standard normals, of which the same rows are read; null for means
 * @param from at least 1
 * @returns the first row that was held; null where none was
 */
export function goAhead(
  dimension: number,
  { transition, noiseFactor }: LdsStep,
  states: Float64Array,
  noise: Float64Array | null,
  from: number,
): number | null {
  const d = dimension;
  const shake = new Float64Array(d);
  let heldFrom: number | null = null;
  for (let at = from * d; at < states.length; at += d) {
    multiplyVector(d, transition, 0, states, at - d, states, at);
    if (noise) {
      multiplyVector(d, noiseFactor, 0, noise, at, shake, 0);
      for (let i = 0; i < d; i++) states[at + i] += shake[i];
    }
    if (hold(states, at, d)) heldFrom ??= at / d;
  }
  return heldFrom;
}

/** Shortens a state that is too long; true when it was. */
function hold(states: Float64Array, at: number, d: number): boolean {
  let squares = 0;
  for (let i = at; i < at + d; i++) squares += states[i] * states[i];
  if (squares <= LONGEST_STATE ** 2) return false;
  const scale = LONGEST_STATE / Math.sqrt(squares);
  for (let i = at; i < at + d; i++) states[i] *= scale;
  return true;
}
