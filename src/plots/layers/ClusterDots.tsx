import { type Cloud, cloudX, cloudY } from '../plane/coordinates.ts';
import { useScene } from '../plane/scene.ts';
import { usePlotStyle } from '../style/style.ts';

interface ClusterDotsProps {
  readonly cloud: Cloud;
  /** N; null draws all points in `plain`. */
  readonly clusters: ArrayLike<number> | null;
  readonly plain?: string;
  /** Of a dot, pixels. */
  readonly width: number;
  readonly opacity: number;
}

/** Points as dots, one path for each cluster: a card should not hold hundreds of elements. */
export function ClusterDots({ cloud, clusters, plain, width, opacity }: ClusterDotsProps) {
  const { frame } = useScene();
  const { colour } = usePlotStyle();
  const paths = new Map<number | null, string>();
  for (let row = 0; row < cloud.count; row++) {
    const cluster = clusters === null ? null : clusters[row];
    const x = frame.screenX(cloudX(cloud, row)).toFixed(1);
    const y = frame.screenY(cloudY(cloud, row)).toFixed(1);
    paths.set(cluster, `${paths.get(cluster) ?? ''}M${x},${y}h0`);
  }
  return [...paths].map(([cluster, d]) => (
    <path
      key={cluster}
      d={d}
      stroke={cluster === null ? plain : colour(cluster)}
      strokeWidth={width}
      strokeLinecap="round"
      opacity={opacity}
    />
  ));
}
