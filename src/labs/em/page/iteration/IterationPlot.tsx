import { ClusterEllipse } from '../../../../plots/layers/ClusterEllipse.tsx';
import type { PlottedCluster } from '../../../../plots/layers/clusterView.ts';
import { packClusters, unpackClusters } from '../../../../plots/layers/clusterView.ts';
import { axesOf } from '../../../../plots/layers/ellipse.ts';
import { MeanMark } from '../../../../plots/layers/MeanMark.tsx';
import { Points } from '../../../../plots/layers/Points.ts';
import { Ring } from '../../../../plots/layers/Rings.tsx';
import type { Latent } from '../../../../plots/plane/coordinates.ts';
import { cloudX, cloudY, latent } from '../../../../plots/plane/coordinates.ts';
import { type DataProps, useDataPlane } from '../../../../plots/plane/dataPlane.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { useScene } from '../../../../plots/plane/scene.ts';
import { DIMMED_CLUSTERS, ellipses, marks, tie } from '../../../../plots/style/marks.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';

export interface IterationPlotProps extends DataProps {
  /** As they are before the M-step. */
  readonly clusters: readonly PlottedCluster[];
  /** The point that is shared out, and how much of it each cluster gets; null in an M-step. */
  readonly point: {
    readonly row: number;
    /** K, 0..1: how strongly the line to each mean is drawn. */
    readonly strengths: readonly number[];
  } | null;
  /** The cluster that is moved, its part of each point, and where it goes; null in an E-step. */
  readonly moved: {
    readonly cluster: number;
    /** N */
    readonly shares: ArrayLike<number>;
    /** Null while it has not moved yet. */
    readonly after: PlottedCluster | null;
  } | null;
}

/** One half-step of EM in the plane: a point and its ties to all means, or a cluster and its points. */
export function IterationPlot(props: IterationPlotProps) {
  const { clusters, point, moved } = props;
  const { axes, observed: cloud, of } = useDataPlane(props);
  const plane = { clusters, axes };
  return (
    <Plane of={of}>
      {moved === null ? (
        <Points cloud={cloud} style={marks.waiting} />
      ) : (
        <Points
          cloud={cloud}
          clusters={moved.cluster}
          confidence={moved.shares}
          style={marks.share}
        />
      )}
      <StillClusters {...plane} only={moved?.cluster ?? null} />
      {point && (
        <Ties
          {...plane}
          from={latent(cloudX(cloud, point.row), cloudY(cloud, point.row))}
          strengths={point.strengths}
        />
      )}
      {point && <Ring row={point.row} clouds={[cloud]} selected />}
      {moved?.after && <Move before={clusters[moved.cluster]} after={moved.after} axes={axes} />}
    </Plane>
  );
}

interface PartProps {
  readonly clusters: readonly PlottedCluster[];
  readonly axes: readonly [number, number];
}

const inPlane = (clusters: readonly PlottedCluster[], axes: readonly [number, number]) =>
  unpackClusters(clusters, packClusters(clusters, axes));

interface StillClustersProps extends PartProps {
  /** The one that counts; null for all. */
  readonly only: number | null;
}

function StillClusters({ clusters, axes, only }: StillClustersProps) {
  const { clip } = useScene();
  const { colour } = usePlotStyle();
  return (
    <g clipPath={clip} aria-hidden="true">
      {inPlane(clusters, axes).map(({ id, mean, covariance }) => (
        <g key={id} opacity={only === null || only === id ? 1 : DIMMED_CLUSTERS}>
          <ClusterEllipse
            mean={mean}
            axes={axesOf(covariance)}
            colour={colour(id)}
            {...ellipses.before}
          />
          <MeanMark id={id} at={mean} number={[10, -8]} />
        </g>
      ))}
    </g>
  );
}

interface TiesProps extends PartProps {
  readonly from: Latent;
  readonly strengths: readonly number[];
}

/** From the point to every mean, the stronger the more they have to do with each other. */
function Ties({ from, clusters, axes, strengths }: TiesProps) {
  const { frame, clip } = useScene<Latent>();
  const { colour } = usePlotStyle();
  const [x1, y1] = frame.toScreen(from);
  return (
    <g clipPath={clip} aria-hidden="true">
      {inPlane(clusters, axes).map(({ id, mean }) => {
        const [x2, y2] = frame.toScreen(mean);
        return (
          <line key={id} {...{ x1, y1, x2, y2 }} stroke={colour(id)} {...tie(strengths[id])} />
        );
      })}
    </g>
  );
}

interface MoveProps extends Pick<PartProps, 'axes'> {
  readonly before: PlottedCluster;
  readonly after: PlottedCluster;
}

/** Where the cluster goes: its new ellipse, and the path of its mean. */
function Move({ before, after, axes }: MoveProps) {
  const { frame, clip } = useScene<Latent>();
  const { colour } = usePlotStyle();
  const [was, is] = inPlane([before, after], axes);
  const [x1, y1] = frame.toScreen(was.mean);
  const [x2, y2] = frame.toScreen(is.mean);
  return (
    <g clipPath={clip} aria-hidden="true">
      <ClusterEllipse
        mean={is.mean}
        axes={axesOf(is.covariance)}
        colour={colour(is.id)}
        {...ellipses.after}
      />
      <line className="landscape-path" {...{ x1, y1, x2, y2 }} />
      <circle className="landscape-present" cx={x2} cy={y2} r={6} />
    </g>
  );
}
