import type { PlottedCluster } from '../../../../plots/layers/clusterView.ts';
import type { EmCluster } from '../../snapshot.ts';

/** Clusters as the plots take them: here none is ever removed. */
export const plotted = (clusters: readonly EmCluster[]): readonly PlottedCluster[] =>
  clusters.map((cluster) => ({ ...cluster, removed: false }));
