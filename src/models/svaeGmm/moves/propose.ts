import type { Proposal } from '../../../svae/graphicalModel.ts';
import type { MixtureGlobals } from '../globals.ts';
import { ConjugateBound } from './conjugateBound.ts';
import type { LatentView } from './latentView.ts';
import { mergeProposals } from './merges.ts';
import { splitProposals } from './splits.ts';

/**
 * Merges and splits of the clusters in use, the most promising first. Halving a cluster that is
 * one costs no more than the price of a cluster, often less than a merge that is worth a trial, so
 * splits are proposed only where they pay at once.
 */
export function proposeMoves(globals: MixtureGlobals, view: LatentView): Proposal[] {
  const bound = new ConjugateBound(globals, view);
  const proposals = [
    ...mergeProposals(globals, bound, view),
    ...splitProposals(globals, bound, view).filter(({ promise }) => promise > 0),
  ];
  return proposals.sort((a, b) => b.promise - a.promise);
}
