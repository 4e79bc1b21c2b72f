import { useMemo } from 'react';
import { ClusterDots } from '../../plots/layers/ClusterDots.tsx';
import { ClusterEllipse } from '../../plots/layers/ClusterEllipse.tsx';
import type { PlottedCluster } from '../../plots/layers/clusterView.ts';
import { packClusters, unpackClusters } from '../../plots/layers/clusterView.ts';
import { axesOf } from '../../plots/layers/ellipse.ts';
import { latentExtent } from '../../plots/layers/latentExtent.ts';
import { MeanMark } from '../../plots/layers/MeanMark.tsx';
import type { Latent } from '../../plots/plane/coordinates.ts';
import { cloudOf } from '../../plots/plane/coordinates.ts';
import { EMPTY_DOMAIN, type Extent, type SquareDomain } from '../../plots/plane/domain.ts';
import { createFrame } from '../../plots/plane/frame.ts';
import { StillPlane } from '../../plots/plane/StillPlane.tsx';
import { ellipses } from '../../plots/style/marks.ts';
import { usePlotStyle } from '../../plots/style/style.ts';
import '../../plots/style/plots.css';

export interface PlanePicture {
  /** N x dimension; a few hundred points. */
  readonly latents: ArrayLike<number>;
  readonly dimension: number;
  readonly assignments: ArrayLike<number>;
  readonly clusters: readonly PlottedCluster[];
}

export interface LatentMiniatureProps extends PlanePicture {
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
export function LatentMiniature(props: LatentMiniatureProps) {
  const { latents, dimension, clusters } = props;
  const { colour } = usePlotStyle();
  const cloud = useMemo(() => cloudOf(latents, dimension), [latents, dimension]);
  const used = useMemo(
    () => clusters.filter(({ count, removed }) => count >= 1 && !removed),
    [clusters],
  );
  const frame = useMemo(() => {
    const extent = latentExtent(cloud, used, FIRST_TWO);
    const domain = extent === null ? EMPTY_DOMAIN : squareAround(extent);
    return createFrame<Latent>(SIDE, SIDE, domain, MARGIN);
  }, [cloud, used]);
  return (
    <svg className="plot" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={props.label}>
      <StillPlane frame={frame}>
        <ClusterDots cloud={cloud} clusters={props.assignments} width={4} opacity={0.75} />
        {unpackClusters(used, packClusters(used, FIRST_TWO)).map(({ id, mean, covariance }) => (
          <g key={id}>
            <ClusterEllipse
              mean={mean}
              axes={axesOf(covariance)}
              colour={colour(id)}
              {...ellipses.miniature}
            />
            <MeanMark id={id} at={mean} radius={5} />
          </g>
        ))}
      </StillPlane>
    </svg>
  );
}
