import { useMemo } from 'react';
import { useGlide } from '../../../../plots/host/useGlide.ts';
import { ClusterLayer } from '../../../../plots/layers/ClusterLayer.tsx';
import type { PlottedCluster } from '../../../../plots/layers/clusterView.ts';
import { Lattice, straightLattice } from '../../../../plots/layers/Lattice.ts';
import { latentExtent } from '../../../../plots/layers/latentExtent.ts';
import { Points } from '../../../../plots/layers/Points.ts';
import { Rings } from '../../../../plots/layers/Rings.tsx';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import { cloudOf } from '../../../../plots/plane/coordinates.ts';
import type { LinkedClusters, RowsProps } from '../../../../plots/plane/dataPlane.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { marks } from '../../../../plots/style/marks.ts';
import type { ManipulationHandlers } from '../../../../plots/useManipulation.ts';

export interface LatentSpacePlotProps extends RowsProps, LinkedClusters, ManipulationHandlers {
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
  readonly onRemove: (id: number) => void;
  readonly onRestore: (id: number) => void;
}

const FIRST_TWO = [0, 1] as const;

/** Encoded points and the clusters they belong to, which can be moved, reshaped and removed. */
export function LatentSpacePlot(props: LatentSpacePlotProps) {
  const { dimension, clusters, grid, samples, motionKey, hoveredCluster, isLine = false } = props;
  const [i, j] = props.axes ?? FIRST_TWO;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const points = cloudOf(useGlide(props.latents, motionKey), dimension, axes);
  const lattice = useMemo(() => grid && straightLattice(grid), [grid]);
  return (
    <Plane<Latent>
      of={{
        xLabel: `latent dimension ${i + 1}`,
        yLabel: isLine ? 'one row for each cluster' : `latent dimension ${j + 1}`,
        hasY: !isLine,
        extent: latentExtent(cloudOf(props.latents, dimension, axes), clusters, axes),
        domainKey: `${props.domainKey ?? ''} ${i} ${j}`,
      }}
      picking={{ clouds: [points], ...props }}
      placeholder={props.placeholder}
    >
      {lattice && <Lattice {...lattice} />}
      {samples && (
        <Points
          cloud={cloudOf(samples.latents, dimension, axes)}
          clusters={samples.clusters}
          among={points.count}
          emphasised={hoveredCluster}
          style={marks.sample}
        />
      )}
      <Points
        cloud={points}
        clusters={props.assignments}
        confidence={props.confidence}
        emphasised={hoveredCluster}
      />
      <ClusterLayer
        {...props}
        axes={axes}
        selected={props.selectedCluster}
        hovered={hoveredCluster}
        onSelect={props.onSelectCluster}
        onHover={props.onHoverCluster}
      />
      <Rings />
    </Plane>
  );
}
