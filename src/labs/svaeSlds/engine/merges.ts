/** Merges of two states, as the structural search tries them. */
import { mergeStates } from '../../../distributions/stateMoves.ts';
import { zStep } from '../../../inference/switchingLinearDynamics/forward.ts';
import {
  loadStates,
  type SwitchingWorkspace,
} from '../../../inference/switchingLinearDynamics/workspace.ts';
import type { Proposal } from '../../../svae/graphicalModel.ts';
import type { SldsGlobals } from './globals.ts';

/** A state with fewer steps than this share of the data is not in use: a merge would change nothing. */
const LEAST_SHARE = 0.002;

/** The model that proposes. */
export interface Merging {
  readonly globals: SldsGlobals;
  /** eta of the inference in the workspace, length P. */
  readonly natural: Float64Array;
  /** The steps of a state go to another one. */
  mergeResponsibilities(state: number, into: number): void;
}

/**
 * Every pair of states in use, the highest gain first: the bound of the rows in the workspace if q(x)
 * stays as it is, with q(z) inferred again for the states that are left.
 *
 * @param ws of a batch as inference left it
 * @param dataRows N
 */
export function proposeMerges(
  model: Merging,
  ws: SwitchingWorkspace,
  dataRows: number,
): readonly Proposal[] {
  const { globals, natural } = model;
  const { states: K } = globals;
  const counts = globals.stepCounts(natural);
  const used = counts.flatMap((count, k) => (count > LEAST_SHARE * dataRows ? [k] : []));
  const input = { stateEvidence: null };
  const expected = new Float64Array(globals.length);
  const rows = ws.windows * ws.steps;
  /** Per datum, but for what depends on q(x) alone. */
  const bound = (eta: Float64Array): number => {
    if (!globals.expectedStatistics(eta, expected).ok) return Number.NEGATIVE_INFINITY;
    loadStates(ws, expected);
    if (!zStep(ws, input).ok) return Number.NEGATIVE_INFINITY;
    return ws.logZz / rows - globals.kl(eta) / dataRows;
  };
  const now = bound(natural);
  const proposals: Proposal[] = [];
  for (const state of used)
    for (const into of used) {
      // The smaller joins the larger.
      if (state === into || counts[state] > counts[into]) continue;
      if (counts[state] === counts[into] && state < into) continue;
      const merged = natural.slice();
      mergeStates(globals, merged, state, into);
      proposals.push({
        kind: 'merge',
        label: `Merging state ${state + 1} into state ${into + 1}`,
        key: state * K + into,
        expectedGain: bound(merged) - now,
        apply: (eta) => mergeStates(globals, eta, state, into),
        moveWarmStarts: () => model.mergeResponsibilities(state, into),
      });
    }
  return proposals.sort((a, b) => b.expectedGain - a.expectedGain);
}
