import { useMemo } from 'react';
import { ClusterEllipse } from './layers/ClusterEllipse.tsx';
import type { PlottedCluster } from './layers/clusterView.ts';
import { packClusters, unpackClusters } from './layers/clusterView.ts';
import { axesOf } from './layers/ellipse.ts';
import { latentExtent } from './layers/latentExtent.ts';
import type { Latent } from './plane/coordinates.ts';
import { cloudOf, cloudX, cloudY } from './plane/coordinates.ts';
import { EMPTY_DOMAIN, type Extent, type SquareDomain } from './plane/domain.ts';
import { createFrame } from './plane/frame.ts';
import { colour } from './style/palette.ts';
import { symbolPath } from './style/symbols.ts';
import { useTheme } from './style/theme.ts';
import './style/plots.css';

export interface LatentMiniatureProps {
  /** N x dimension; a few hundred points. */
  readonly latents: ArrayLike<number>;
  readonly dimension: number;
  readonly assignments: ArrayLike<number>;
  readonly clusters: readonly PlottedCluster[];
  /** What the picture shows, for screen readers. */
  readonly label: string;
}

const SIDE = 240;
const MARGIN = { left: 6, right: 6, top: 6, bottom: 6 };
const FIRST_TWO = [0, 1] as const;

/** Without axes, there is nothing to be round for. */
const squareAround = ({ left, right, bottom, top }: Extent): SquareDomain => ({
  x: (left + right) / 2,
  y: (bottom + top) / 2,
  half: Math.max(right - left, top - bottom, 1e-6) / 2,
});

/** A small still picture of a latent space, as wide as its container. */
export function LatentMiniature({
  latents,
  dimension,
  assignments,
  clusters,
  label,
}: LatentMiniatureProps) {
  const theme = useTheme();
  const picture = useMemo(() => {
    const cloud = cloudOf(latents, dimension);
    const used = clusters.filter(({ count, removed }) => count >= 1 && !removed);
    const extent = latentExtent(cloud, used, FIRST_TWO);
    const frame = createFrame<Latent>(
      SIDE,
      SIDE,
      extent === null ? EMPTY_DOMAIN : squareAround(extent),
      MARGIN,
    );
    // One path per cluster: a card should not hold hundreds of elements.
    const marks = new Map<number, string>();
    for (let row = 0; row < cloud.count; row++) {
      const cluster = assignments[row];
      const x = frame.screenX(cloudX(cloud, row)).toFixed(1);
      const y = frame.screenY(cloudY(cloud, row)).toFixed(1);
      marks.set(cluster, `${marks.get(cluster) ?? ''}M${x},${y}h0`);
    }
    return {
      frame,
      marks: [...marks],
      ellipses: unpackClusters(used, packClusters(used, FIRST_TWO)),
    };
  }, [latents, dimension, assignments, clusters]);

  return (
    <svg
      className="plot latent-miniature"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={label}
    >
      {picture.marks.map(([cluster, d]) => (
        <path
          key={cluster}
          d={d}
          stroke={colour(cluster, theme)}
          strokeWidth={4}
          strokeLinecap="round"
          opacity={0.75}
        />
      ))}
      {picture.ellipses.map(({ id, mean, covariance }) => (
        <g key={id}>
          <ClusterEllipse
            frame={picture.frame}
            mean={mean}
            axes={axesOf(covariance)}
            colour={colour(id, theme)}
            strokeOpacity={0.9}
            fillOpacity={0.12}
            strokeWidth={1.5}
          />
          <path
            className="cluster-centre"
            d={symbolPath(id, 5)}
            transform={`translate(${picture.frame.toScreen(mean).join(' ')})`}
            fill={colour(id, theme)}
          />
        </g>
      ))}
    </svg>
  );
}
