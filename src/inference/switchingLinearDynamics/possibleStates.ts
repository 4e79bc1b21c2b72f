/** What is known of states before inference: some are left out, some steps are in a state that is given. */
import type { SwitchingWorkspace } from './workspace.ts';

/** q(z) in which all states that are not removed have the same share. */
export function evenShares(
  { responsibilities, layout, steps }: SwitchingWorkspace,
  removed: readonly number[],
): void {
  const { states: K } = layout;
  const share = 1 / (K - removed.length);
  for (let at = 0; at < (steps - 1) * K; at++)
    responsibilities[at] = removed.includes(at % K) ? 0 : share;
}

/** T x K of the steps from each row to the next; null where nothing is known. */
export function stateEvidence(
  known: Int32Array,
  removed: readonly number[],
  K: number,
  seen: number,
): Float64Array | null {
  const evidence = new Float64Array(seen * K);
  let isAny = removed.length > 0;
  for (let t = 0; t + 1 < seen; t++) {
    const state = known[t + 1];
    const isHere = state >= 0 && state < K && !removed.includes(state);
    isAny ||= isHere;
    for (let k = 0; k < K; k++)
      if (isHere ? k !== state : removed.includes(k))
        evidence[t * K + k] = Number.NEGATIVE_INFINITY;
  }
  return isAny ? evidence : null;
}
