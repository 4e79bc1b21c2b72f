import { useGlide } from '../../../../plots/host/useGlide.ts';
import { ClusterLayer } from '../../../../plots/layers/ClusterLayer.tsx';
import type { PlottedCluster } from '../../../../plots/layers/clusterView.ts';
import { Points } from '../../../../plots/layers/Points.ts';
import { Rings } from '../../../../plots/layers/Rings.tsx';
import { SharedPoints } from '../../../../plots/layers/SharedPoints.ts';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import {
  type DataProps,
  type LinkedClusters,
  type RowsProps,
  useDataPlane,
} from '../../../../plots/plane/dataPlane.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { marks } from '../../../../plots/style/marks.ts';
import type { ManipulationHandlers } from '../../../../plots/useManipulation.ts';

export interface MixturePlotProps
  extends RowsProps,
    LinkedClusters,
    DataProps,
    Pick<ManipulationHandlers, 'onMove'> {
  /** N x K; null draws the points as plain dots. */
  readonly responsibilities: ArrayLike<number> | null;
  /** Their covariances are drawn as ellipses at two standard deviations. */
  readonly clusters: readonly PlottedCluster[];
}

const NOTHING: ArrayLike<number> = [];

/**
 * Observations in the colours of the clusters that share them, and the clusters, whose means can be
 * grabbed. A mixture in data space has one plane for both.
 */
export function MixturePlot(props: MixturePlotProps) {
  const { clusters, hoveredCluster, motionKey } = props;
  const { axes, observed, of } = useDataPlane(props, props.domainKey);
  const shares = useGlide(props.responsibilities ?? NOTHING, motionKey);
  return (
    <Plane<Latent>
      of={of}
      picking={{ clouds: [observed], ...props }}
      placeholder={props.placeholder}
    >
      {props.responsibilities === null ? (
        <Points cloud={observed} style={marks.observationAlone} />
      ) : (
        <SharedPoints
          cloud={observed}
          responsibilities={shares}
          clusters={clusters.length}
          emphasised={hoveredCluster}
        />
      )}
      <ClusterLayer
        clusters={clusters}
        axes={axes}
        motionKey={motionKey}
        selected={props.selectedCluster}
        hovered={hoveredCluster}
        onSelect={props.onSelectCluster}
        onHover={props.onHoverCluster}
        onMove={props.onMove}
      />
      <Rings />
    </Plane>
  );
}
