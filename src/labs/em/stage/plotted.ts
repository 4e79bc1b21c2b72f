import type { EmCluster } from '../../../models/em/snapshot.ts';
import type { PlottedCluster } from '../../../plots/clusterView.ts';

/** Clusters as the plots take them: here none is ever removed. */
export const plotted = (clusters: readonly EmCluster[]): readonly PlottedCluster[] =>
  clusters.map((cluster) => ({ ...cluster, removed: false }));
