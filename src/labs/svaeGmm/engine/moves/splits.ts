/** One cluster becomes two: the cure for two arms in one cluster. */
import { blockAt } from '../../../../distributions/mixture.ts';
import type { MixtureGlobals } from '../globals.ts';
import { ClusterCut } from './clusterCut.ts';
import type { ConjugateBound } from './conjugateBound.ts';
import type { LatentView } from './latentView.ts';
import type { ClusterProposal } from './towardsShapes.ts';

/** A smaller cluster is not worth two. */
const LEAST_MEMBERS = 4;

export interface SplitProposal extends ClusterProposal {
  /** Number of the cluster to be halved. */
  readonly cluster: number;
}

/** The better cut of every cluster, along one of its two longest axes; none without a spare cluster. */
export function splitProposals(
  globals: MixtureGlobals,
  bound: ConjugateBound,
  view: LatentView,
): SplitProposal[] {
  const { spare } = bound;
  if (spare === null) return [];
  return bound.used.flatMap((cluster) => {
    if (bound.counts[cluster] < LEAST_MEMBERS) return [];
    const cut = new ClusterCut(globals, bound, view, cluster, spare);
    const halves = cut.best();
    if (!halves) return [];
    return {
      cluster,
      left: bound.used.length + 1,
      kind: 'split',
      label: `Splitting cluster ${cluster + 1}, with cluster ${spare + 1} taking one half,`,
      key: globals.clusters ** 2 + cluster,
      expectedGain: halves.gain / view.dataRows,
      apply: (natural: Float64Array) => {
        setCluster(globals, natural, cluster, halves.statistics[0]);
        setCluster(globals, natural, spare, halves.statistics[1]);
      },
      moveWarmStarts: () => splitColumn(view, cluster, spare, cut.members, halves.fraction),
    };
  });
}

function setCluster(
  globals: MixtureGlobals,
  natural: Float64Array,
  cluster: number,
  statistics: Float64Array,
): void {
  const { layout, prior } = globals;
  const at = blockAt(layout, cluster);
  natural[cluster] = prior[cluster] + statistics[layout.niw.count];
  for (let i = 0; i < statistics.length; i++) natural[at + i] = prior[at + i] + statistics[i];
}

/** Rows that were not looked at start again from wherever mean field takes them. */
function splitColumn(
  view: LatentView,
  cluster: number,
  spare: number,
  members: Int32Array,
  fraction: Float64Array,
): void {
  const { warmStarts, rows } = view;
  const K = view.local.layout.components;
  for (let m = 0; m < members.length; m++) {
    const row = rows[members[m]] * K;
    const r = warmStarts[row + cluster];
    warmStarts[row + spare] += r * fraction[m];
    warmStarts[row + cluster] = r * (1 - fraction[m]);
  }
}
