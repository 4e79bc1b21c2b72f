import { useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { ClusterLayer } from '../layers/ClusterLayer.tsx';
import type { PlottedCluster } from '../layers/clusterView.ts';
import { Points } from '../layers/Points.ts';
import { Rings } from '../layers/Rings.tsx';
import { SharedPoints } from '../layers/SharedPoints.ts';
import type { Latent } from '../plane/coordinates.ts';
import { cloudOf } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import { Plane } from '../plane/Plane.tsx';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';
import { marks } from '../style/marks.ts';
import type { ManipulationHandlers } from '../useManipulation.ts';

export interface MixturePlotProps extends Pick<ManipulationHandlers, 'onMove'> {
  /** N x dimension, row-major. */
  readonly observations: Float32Array;
  readonly dimension: number;
  /** Names of the columns, `dimension` of them. */
  readonly columns: readonly string[];
  /** How the numbers of each column are read; as they are unless told. */
  readonly units?: ColumnUnits | undefined;
  /** The two columns shown. */
  readonly axes: readonly [number, number];
  /** N x K; null draws the points as plain dots. */
  readonly responsibilities: ArrayLike<number> | null;
  /** Their covariances are drawn as ellipses at two standard deviations. */
  readonly clusters: readonly PlottedCluster[];
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover: (row: number | null) => void;
  readonly onSelect: (row: number | null) => void;
  readonly hoveredCluster: number | null;
  readonly selectedCluster: number | null;
  readonly onHoverCluster: (id: number | null) => void;
  readonly onSelectCluster: (id: number | null) => void;
  /** Clusters glide to their new places, points to their new colours, when this changes. */
  readonly motionKey: string | number;
  /** The plot fits its domain again when this changes. */
  readonly domainKey: string | number;
  readonly placeholder?: Placeholder | null | undefined;
}

const NOTHING: ArrayLike<number> = [];

/**
 * Observations in the colours of the clusters that share them, and the clusters, whose means can be
 * grabbed. A mixture in data space has one plane for both.
 */
export function MixturePlot(props: MixturePlotProps) {
  const { observations, dimension, clusters, hoveredCluster, motionKey } = props;
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const cloud = cloudOf(observations, dimension, axes);
  const shares = useGlide(props.responsibilities ?? NOTHING, motionKey);
  return (
    <Plane<Latent>
      of={{
        xLabel: props.columns[i] ?? '',
        yLabel: props.columns[j] ?? '',
        units: usePlaneUnits(props.units, axes),
        extent: cloudExtent(cloud),
        domainKey: `${props.domainKey} ${i} ${j}`,
      }}
      picking={{ clouds: [cloud], ...props }}
      placeholder={props.placeholder}
    >
      {props.responsibilities === null ? (
        <Points cloud={cloud} style={marks.observationAlone} />
      ) : (
        <SharedPoints
          cloud={cloud}
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
