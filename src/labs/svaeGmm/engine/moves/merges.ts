/** Two clusters become one: the cure for an arm in pieces. */
import { blockAt } from '../../../../distributions/mixture.ts';
import type { MixtureGlobals } from '../globals.ts';
import type { ConjugateBound } from './conjugateBound.ts';
import { entropyTerm, type LatentView } from './latentView.ts';
import type { ClusterProposal } from './towardsShapes.ts';

export interface MergeProposal extends ClusterProposal {
  /** Numbers of the two clusters. */
  readonly pair: readonly [number, number];
}

/** Every pair of clusters in use, with what the bound would change by, in nats per datum. */
export function mergeProposals(
  globals: MixtureGlobals,
  bound: ConjugateBound,
  view: LatentView,
): MergeProposal[] {
  const { used } = bound;
  return used.flatMap((first, index) =>
    used.slice(index + 1).map((second) => {
      // The larger cluster keeps its number, and with it its colour on the page.
      const firstIsLarger = bound.counts[first] >= bound.counts[second];
      const [into, from] = firstIsLarger ? [first, second] : [second, first];
      return {
        pair: [first, second] as const,
        left: used.length - 1,
        kind: 'merge',
        label: `Merging cluster ${from + 1} into cluster ${into + 1}`,
        key: first * globals.clusters + second,
        expectedGain: mergeGain(bound, view, into, from) / view.dataRows,
        apply: (natural: Float64Array) => mergeGlobals(globals, natural, into, from),
        moveWarmStarts: () => mergeColumns(view.warmStarts, globals.clusters, into, from),
      };
    }),
  );
}

function mergeGain(bound: ConjugateBound, view: LatentView, into: number, from: number): number {
  const { counts } = bound;
  const other = bound.clusterStatistics(from);
  const joint = bound.clusterStatistics(into).map((value, i) => value + other[i]);
  return (
    bound.ofStatistics(joint) -
    bound.ofCluster(into) -
    bound.ofCluster(from) +
    bound.ofWeights(into, counts[into] + counts[from], from, 0) +
    entropyChange(view, into, from)
  );
}

/** What the labels lose in entropy when two responsibilities become one; <= 0. */
function entropyChange(view: LatentView, into: number, from: number): number {
  const { local, rowCount, dataRows } = view;
  const { responsibilities, layout } = local;
  const K = layout.components;
  let change = 0;
  for (let n = 0; n < rowCount; n++) {
    const a = responsibilities[n * K + into];
    const b = responsibilities[n * K + from];
    if (a > 1e-6 && b > 1e-6) change += entropyTerm(a + b) - entropyTerm(a) - entropyTerm(b);
  }
  return (change * dataRows) / rowCount;
}

/** eta of the two added up, the prior counted once; the other cluster is back at its prior. */
export function mergeGlobals(
  globals: MixtureGlobals,
  natural: Float64Array,
  into: number,
  from: number,
): void {
  const { layout, prior } = globals;
  natural[into] += natural[from] - prior[from];
  const [to, at] = [blockAt(layout, into), blockAt(layout, from)];
  for (let i = 0; i < layout.niw.length; i++) natural[to + i] += natural[at + i] - prior[at + i];
  globals.resetCluster(natural, from);
}

/** Responsibilities (N x K), in place. */
export function mergeColumns(
  warmStarts: Float64Array,
  K: number,
  into: number,
  from: number,
): void {
  for (let row = 0; row < warmStarts.length; row += K) {
    warmStarts[row + into] += warmStarts[row + from];
    warmStarts[row + from] = 0;
  }
}
