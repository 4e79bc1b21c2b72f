import type { SwitchingDynamicsLayout } from '../../distributions/switchingDynamics.ts';

/** What statistics of windows count for, beyond N rows over B. */
export interface EdgeWeights {
  readonly start: number;
  readonly chain: number;
  readonly pairs: number;
}

/**
 * Of T rows, T - 1 are the second of a pair and T - 2 the second of a transition between states, but of
 * a window's L rows L - 1 and L - 2: pairs that windows cut are made up for. There is one true start:
 * a window's first row counts as one of all that could be.
 */
export function edgeWeights(rows: number, steps: number): EdgeWeights {
  const [T, L] = [rows, steps];
  return {
    start: L / T,
    chain: L > 2 ? ((T - 2) * L) / (T * (L - 2)) : 1,
    pairs: L > 1 ? ((T - 1) * L) / (T * (L - 1)) : 1,
  };
}

export function weighEdges(
  { initialAt, chainAt, dynamicsAt, length }: SwitchingDynamicsLayout,
  { start, chain, pairs }: EdgeWeights,
  values: Float64Array,
): void {
  for (let i = 0; i < chainAt; i++) values[i] *= start;
  for (let i = chainAt; i < initialAt; i++) values[i] *= chain;
  for (let i = initialAt; i < dynamicsAt; i++) values[i] *= start;
  for (let i = dynamicsAt; i < length; i++) values[i] *= pairs;
}
