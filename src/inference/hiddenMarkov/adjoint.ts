/** Exact adjoint of forward-backward, linear in the number of steps. */
import type { ChainInput, ChainWorkspace } from './forwardBackward.ts';

/** T x K each. */
export interface ChainAdjointScratch {
  readonly towardsPast: Float64Array;
  readonly towardsFuture: Float64Array;
}

/**
 * Gradients of a loss that depends on the responsibilities. With G the sum over steps of the gradient
 * at the state of each, the gradient with respect to a log-emission is the covariance of G with that
 * state: w_t(k) (E[G | z_t = k] - E[G]). The conditional expectations follow the posterior chain, one
 * pass each way.
 *
 * @param ws as `forwardBackward` left it
 * @param dResponsibilities T x K, from index `at` on
 * @param dEmissions T x K, from `at` on; its first row is also the gradient with respect to `logInitial`
 * @param dTransition K x K from its `at` on: the gradient with respect to `logTransition` is added;
 * null: not wanted
 */
export function forwardBackwardAdjoint(
  ws: ChainWorkspace,
  { steps }: Pick<ChainInput, 'steps'>,
  dResponsibilities: Float64Array,
  dEmissions: Float64Array,
  at: number,
  { towardsPast, towardsFuture }: ChainAdjointScratch,
  dTransition: { readonly into: Float64Array; readonly at: number } | null,
): void {
  const { states: K, responsibilities, pairs } = ws;
  const square = K * K;
  const length = steps * K;
  towardsPast.fill(0, 0, length);
  towardsFuture.fill(0, 0, length);
  for (let t = 1; t < steps; t++)
    for (let k = 0; k < K; k++) {
      const weight = responsibilities[t * K + k];
      if (weight === 0) continue;
      let sum = 0;
      for (let j = 0; j < K; j++) {
        const before = (t - 1) * K + j;
        const own = dResponsibilities[at + before];
        sum += pairs[(t - 1) * square + j * K + k] * (towardsPast[before] + own);
      }
      towardsPast[t * K + k] = sum / weight;
    }
  for (let t = steps - 2; t >= 0; t--)
    for (let j = 0; j < K; j++) {
      const weight = responsibilities[t * K + j];
      if (weight === 0) continue;
      let sum = 0;
      for (let k = 0; k < K; k++) {
        const after = (t + 1) * K + k;
        const own = dResponsibilities[at + after];
        sum += pairs[t * square + j * K + k] * (towardsFuture[after] + own);
      }
      towardsFuture[t * K + j] = sum / weight;
    }
  let expected = 0;
  for (let k = 0; k < K; k++)
    expected += responsibilities[k] * (dResponsibilities[at + k] + towardsFuture[k]);
  for (let i = 0; i < length; i++) {
    const given = towardsPast[i] + dResponsibilities[at + i] + towardsFuture[i];
    dEmissions[at + i] = responsibilities[i] * (given - expected);
  }
  if (dTransition === null) return;
  for (let t = 0; t + 1 < steps; t++)
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++) {
        const [before, after] = [t * K + j, (t + 1) * K + k];
        const given =
          towardsPast[before] +
          dResponsibilities[at + before] +
          dResponsibilities[at + after] +
          towardsFuture[after];
        dTransition.into[dTransition.at + j * K + k] +=
          pairs[t * square + j * K + k] * (given - expected);
      }
}
