import { useCallback, useMemo } from 'react';
import type { Placeholder } from './host/PlotPlaceholder.tsx';
import { useGlide } from './host/useGlide.ts';
import { ClusterLayer } from './layers/ClusterLayer.tsx';
import type { PlottedCluster } from './layers/clusterView.ts';
import { packClusters, unpackClusters } from './layers/clusterView.ts';
import { latentExtent } from './layers/latentExtent.ts';
import { PointRing } from './layers/PointRing.tsx';
import { markRadius, paintClusterMarks, paintLattice, straightLattice } from './layers/painters.ts';
import type { Pen } from './pen/pen.ts';
import type { Latent } from './plane/coordinates.ts';
import { cloudOf } from './plane/coordinates.ts';
import type { Frame } from './plane/frame.ts';
import { SquarePlot } from './plane/SquarePlot.tsx';
import { usePointPicking } from './plane/usePointPicking.ts';
import { useStableDomain } from './plane/useStableDomain.ts';
import type { Ink } from './style/ink.ts';
import { useTheme } from './style/theme.ts';
import type { ManipulationHandlers } from './useManipulation.ts';
import { useManipulation } from './useManipulation.ts';

export interface LatentSpacePlotProps extends ManipulationHandlers {
  /** N x dimension, row-major. */
  readonly latents: Float32Array;
  readonly dimension: number;
  /** The two dimensions shown. */
  readonly axes?: readonly [number, number] | undefined;
  /** The plane stands for a line, see line.ts: only x means anything and can be changed. */
  readonly isLine?: boolean | undefined;
  /** N: cluster of each point. */
  readonly assignments: ArrayLike<number>;
  /** N: 0..1, responsibility of that cluster. */
  readonly confidence?: ArrayLike<number> | undefined;
  readonly clusters: readonly PlottedCluster[];
  /** Values both coordinates take on the lines of the latent grid; null hides it. */
  readonly grid?: readonly number[] | null | undefined;
  /** S x dimension draws of the model with their clusters. */
  readonly samples?:
    | { readonly latents: Float32Array; readonly clusters: ArrayLike<number> }
    | null
    | undefined;
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover?: ((row: number | null) => void) | undefined;
  readonly onSelect?: ((row: number | null) => void) | undefined;
  readonly hoveredCluster: number | null;
  readonly selectedCluster: number | null;
  readonly onHoverCluster: (id: number | null) => void;
  readonly onSelectCluster: (id: number | null) => void;
  readonly onRemove: (id: number) => void;
  readonly onRestore: (id: number) => void;
  /** Points and clusters glide to their new places when this changes. */
  readonly motionKey: string | number;
  /** The plot fits its domain again when this changes. */
  readonly domainKey?: string | number | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

const FIRST_TWO = [0, 1] as const;
const GRID_STROKE = { width: 0.75, opacity: 0.22 };

/** Encoded points and the clusters they belong to, which can be moved, reshaped and removed. */
export function LatentSpacePlot(props: LatentSpacePlotProps) {
  const theme = useTheme();
  const {
    dimension,
    assignments,
    confidence,
    clusters,
    grid,
    samples,
    motionKey,
    hoveredCluster,
    isLine = false,
  } = props;
  const [i, j] = props.axes ?? FIRST_TWO;
  const axes = useMemo(() => [i, j] as const, [i, j]);

  const values = useGlide(props.latents, motionKey);
  const arrived = useMemo(() => packClusters(clusters, axes), [clusters, axes]);
  const settled = useMemo(() => unpackClusters(clusters, arrived), [clusters, arrived]);
  const packed = useGlide(arrived, motionKey);
  const planeClusters = unpackClusters(clusters, packed);
  const manipulation = useManipulation(settled, props);

  const extent = useMemo(
    () => latentExtent(cloudOf(props.latents, dimension, axes), clusters, axes),
    [props.latents, dimension, axes, clusters],
  );
  const domain = useStableDomain(
    extent,
    `${props.domainKey ?? ''} ${i} ${j}`,
    manipulation.held?.active ?? false,
  );

  const lattice = useMemo(() => (grid == null ? null : straightLattice(grid)), [grid]);
  const lines = grid?.length ?? 0;
  const cloud = cloudOf(values, dimension, axes);
  const paint = useCallback(
    (pen: Pen, frame: Frame<Latent>, ink: Ink) => {
      if (lattice !== null) {
        paintLattice(
          pen,
          frame,
          lines,
          lattice,
          { ...GRID_STROKE, colour: ink.gridRow },
          { ...GRID_STROKE, colour: ink.gridColumn },
        );
      }
      const points = cloudOf(values, dimension, axes);
      const radius = markRadius(points.count);
      const common = { halo: ink.surface, emphasised: hoveredCluster };
      if (samples != null) {
        paintClusterMarks(pen, frame, theme, {
          ...common,
          cloud: cloudOf(samples.latents, dimension, axes),
          clusters: samples.clusters,
          radius: radius * 0.7,
          opacity: 0.45,
        });
      }
      paintClusterMarks(pen, frame, theme, {
        ...common,
        cloud: points,
        clusters: assignments,
        confidence,
        radius,
        opacity: 0.95,
      });
    },
    [
      values,
      dimension,
      axes,
      assignments,
      confidence,
      samples,
      lattice,
      lines,
      hoveredCluster,
      theme,
    ],
  );

  const onPointer = usePointPicking({
    clouds: [cloud],
    onHover: props.onHover,
    onSelect: props.onSelect,
  });
  const dragging = manipulation.held?.active ?? false;

  return (
    <SquarePlot<Latent>
      xLabel={`latent dimension ${i + 1}`}
      yLabel={isLine ? 'one row for each cluster' : `latent dimension ${j + 1}`}
      hasY={!isLine}
      domain={domain}
      paint={paint}
      marks={cloud.count}
      placeholder={props.placeholder}
      onPointer={dragging ? undefined : onPointer}
      overlay={(frame, _ink, clip) => (
        <>
          <ClusterLayer
            frame={frame}
            clip={clip}
            clusters={planeClusters}
            manipulation={manipulation}
            isLine={isLine}
            selected={props.selectedCluster}
            hovered={hoveredCluster}
            onSelect={props.onSelectCluster}
            onHover={props.onHoverCluster}
            onRemove={props.onRemove}
            onRestore={props.onRestore}
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
