import { useRef } from 'react';

/**
 * The array first seen with these values, for as long as they stay: each picture from the model
 * brings the data anew, which need not be drawn again.
 */
export function useUnchanged(values: Float32Array): Float32Array {
  const kept = useRef(values);
  if (!areSame(kept.current, values)) kept.current = values;
  return kept.current;
}

/** Missing values, NaN, are the same as one another. */
const areSame = (a: Float32Array, b: Float32Array): boolean =>
  a === b || (a.length === b.length && a.every((value, at) => Object.is(value, b[at])));
