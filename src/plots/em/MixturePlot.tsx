import { useCallback, useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { ClusterLayer } from '../layers/ClusterLayer.tsx';
import type { PlottedCluster } from '../layers/clusterView.ts';
import { packClusters, unpackClusters } from '../layers/clusterView.ts';
import { PointRing } from '../layers/PointRing.tsx';
import { markRadius, paintDots } from '../layers/painters.ts';
import { paintResponsibilities } from '../layers/responsibilityMarks.ts';
import type { Pen } from '../pen/pen.ts';
import type { Latent } from '../plane/coordinates.ts';
import { cloudOf } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import type { Frame } from '../plane/frame.ts';
import { SquarePlot } from '../plane/SquarePlot.tsx';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';
import { usePointPicking } from '../plane/usePointPicking.ts';
import { useStableDomain } from '../plane/useStableDomain.ts';
import type { Ink } from '../style/ink.ts';
import { useTheme } from '../style/theme.ts';
import type { ManipulationHandlers } from '../useManipulation.ts';
import { useManipulation } from '../useManipulation.ts';

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
  const theme = useTheme();
  const { observations, dimension, clusters, hoveredCluster, motionKey } = props;
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const cloud = useMemo(
    () => cloudOf(observations, dimension, axes),
    [observations, dimension, axes],
  );
  const arrived = useMemo(() => packClusters(clusters, axes), [clusters, axes]);
  const settled = useMemo(() => unpackClusters(clusters, arrived), [clusters, arrived]);
  const packed = useGlide(arrived, motionKey);
  const shares = useGlide(props.responsibilities ?? NOTHING, motionKey);
  const responsibilities = props.responsibilities === null ? null : shares;
  const inPlane = unpackClusters(clusters, packed);
  const manipulation = useManipulation(settled, props);
  const dragging = manipulation.held?.active ?? false;
  const domain = useStableDomain(
    useMemo(() => cloudExtent(cloud), [cloud]),
    `${props.domainKey} ${i} ${j}`,
    dragging,
  );

  const units = usePlaneUnits(props.units, axes);

  const count = clusters.length;
  const paint = useCallback(
    (pen: Pen, frame: Frame<Latent>, ink: Ink) => {
      const radius = markRadius(cloud.count);
      if (responsibilities === null) {
        const dot = { colour: ink.observation, radius: radius * 0.75, opacity: 0.9 };
        paintDots(pen, frame, cloud, dot);
        return;
      }
      paintResponsibilities(pen, frame, theme, {
        cloud,
        responsibilities,
        clusters: count,
        radius,
        halo: ink.surface,
        undecided: ink.observation,
        emphasised: hoveredCluster,
      });
    },
    [cloud, responsibilities, count, hoveredCluster, theme],
  );
  const onPointer = usePointPicking({
    clouds: [cloud],
    onHover: props.onHover,
    onSelect: props.onSelect,
  });

  return (
    <SquarePlot<Latent>
      xLabel={props.columns[i] ?? ''}
      yLabel={props.columns[j] ?? ''}
      domain={domain}
      units={units}
      paint={paint}
      marks={cloud.count}
      placeholder={props.placeholder}
      onPointer={dragging ? undefined : onPointer}
      overlay={(frame, _ink, clip) => (
        <>
          <ClusterLayer
            frame={frame}
            clip={clip}
            clusters={inPlane}
            manipulation={manipulation}
            isLine={false}
            selected={props.selectedCluster}
            hovered={hoveredCluster}
            onSelect={props.onSelectCluster}
            onHover={props.onHoverCluster}
          />
          <g clipPath={clip} pointerEvents="none">
            <PointRing frame={frame} row={props.selected} clouds={[cloud]} selected />
            <PointRing frame={frame} row={props.hovered} clouds={[cloud]} />
          </g>
        </>
      )}
    />
  );
}
