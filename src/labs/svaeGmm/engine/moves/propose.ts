import type { Proposal } from '../../../../svae/graphicalModel.ts';
import { likeliest } from '../../../shared/data/likeliest.ts';
import type { MixtureGlobals } from '../globals.ts';
import { ConjugateBound } from './conjugateBound.ts';
import { heldApart } from './densityDips.ts';
import { joinProposal } from './joins.ts';
import type { LatentView } from './latentView.ts';
import { type MergeProposal, mergeProposals } from './merges.ts';
import { type SplitProposal, splitProposals } from './splits.ts';
import { type ClusterProposal, towardsShapes } from './towardsShapes.ts';

/** A cluster this much heavier than most points' cluster may hold what belongs to two. */
const HEAVY = 1.3;

/**
 * Merges and splits of the clusters in use, the highest expected gain first. Halving a cluster that is
 * one costs no more than the price of a cluster, often less than a merge that is worth a trial, so
 * splits are proposed only where they pay at once or where a cluster is suspiciously heavy. Joining all
 * neighbours comes after what pays at once, and before what has to be tried.
 */
export function proposeMoves(globals: MixtureGlobals, view: LatentView): readonly Proposal[] {
  const bound = new ConjugateBound(globals, view);
  const { shapes } = view;
  const used = bound.used.length;
  const merges = mergesOfNeighbours(globals, bound, view);
  const splits = splitProposals(globals, bound, view).filter(
    ({ cluster, expectedGain }) =>
      expectedGain > 0 || bound.counts[cluster] > HEAVY * typicalCount(bound),
  );
  const isAtShapes = view.byCount && used === shapes;
  const proposals: ClusterProposal[] = [
    ...merges,
    ...splits,
    ...(isAtShapes ? exchanges(globals.clusters, merges, splits) : []),
  ];
  proposals.sort((a, b) => b.expectedGain - a.expectedGain);
  const join = view.neighbours && joinProposal(globals, bound, view, view.neighbours);
  const paysAtOnce = ({ expectedGain }: Proposal) => expectedGain > 0;
  const all = join
    ? [...proposals.filter(paysAtOnce), join, ...proposals.filter((p) => !paysAtOnce(p))]
    : proposals;
  return view.byCount && shapes !== null ? towardsShapes(all, used, shapes) : all;
}

/** Two clusters become one and a third becomes two: the cure for a shape in pieces where two others share a cluster. */
function exchanges(
  K: number,
  merges: readonly MergeProposal[],
  splits: readonly SplitProposal[],
): readonly ClusterProposal[] {
  return merges.flatMap((merge) =>
    splits
      .filter(({ cluster }) => !merge.pair.includes(cluster))
      .map((split) => ({
        kind: 'split',
        label: `${merge.label} and ${split.label[0].toLowerCase()}${split.label.slice(1)}`,
        key: K * (K + 1 + merge.key + 1) + split.cluster,
        expectedGain: merge.expectedGain + split.expectedGain,
        left: split.left - 1,
        apply: (natural) => {
          merge.apply(natural);
          split.apply(natural);
        },
        moveWarmStarts: () => {
          merge.moveWarmStarts();
          split.moveWarmStarts();
        },
      })),
  );
}

/** Merges; with `byDensity`, without those of clusters that the density of the data holds apart. */
function mergesOfNeighbours(
  globals: MixtureGlobals,
  bound: ConjugateBound,
  view: LatentView,
): readonly MergeProposal[] {
  const merges = mergeProposals(globals, bound, view);
  const { neighbours, byDensity, local } = view;
  if (!neighbours || !byDensity) return merges;
  const K = globals.clusters;
  const areApart = heldApart(neighbours, likeliest(local.responsibilities, K), K);
  return merges.filter(({ key }) => !areApart(Math.floor(key / K), key % K));
}

/** Size of the cluster of a random point: small clusters at the hub do not pull it down. */
function typicalCount({ counts }: ConjugateBound): number {
  let sum = 0;
  let squares = 0;
  for (const count of counts) {
    sum += count;
    squares += count * count;
  }
  return squares / sum;
}
