import { useCallback, useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import { ClusterEllipse } from '../layers/ClusterEllipse.tsx';
import type { PlottedCluster } from '../layers/clusterView.ts';
import { packClusters, unpackClusters } from '../layers/clusterView.ts';
import { axesOf } from '../layers/ellipse.ts';
import { PointRing } from '../layers/PointRing.tsx';
import { markRadius, paintDots } from '../layers/painters.ts';
import type { Pen } from '../pen/pen.ts';
import type { Latent } from '../plane/coordinates.ts';
import { cloudOf, cloudX, cloudY, latent } from '../plane/coordinates.ts';
import { cloudExtent } from '../plane/extent.ts';
import type { Frame } from '../plane/frame.ts';
import { SquarePlot } from '../plane/SquarePlot.tsx';
import { useStableDomain } from '../plane/useStableDomain.ts';
import type { Ink } from '../style/ink.ts';
import { colour } from '../style/palette.ts';
import { symbolOf, symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';
import './em.css';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';

export interface IterationPlotProps {
  /** N x dimension, row-major. */
  readonly observations: Float32Array;
  readonly dimension: number;
  readonly columns: readonly string[];
  /** How the numbers of each column are read; as they are unless told. */
  readonly units?: ColumnUnits | undefined;
  readonly axes: readonly [number, number];
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

/** The least a point without any part in the cluster is drawn. */
const FAINTEST = 0.12;
const LINE_WIDTH = 3;

/** One half-step of EM in the plane: a point and its ties to all means, or a cluster and its points. */
export function IterationPlot(props: IterationPlotProps) {
  const theme = useTheme();
  const { observations, dimension, clusters, point, moved } = props;
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const cloud = useMemo(
    () => cloudOf(observations, dimension, axes),
    [observations, dimension, axes],
  );
  const domain = useStableDomain(
    useMemo(() => cloudExtent(cloud), [cloud]),
    `${i} ${j}`,
    false,
  );
  const units = usePlaneUnits(props.units, axes);
  const paint = useCallback(
    (pen: Pen, frame: Frame<Latent>, ink: Ink) => {
      const radius = markRadius(cloud.count);
      if (moved === null) {
        paintDots(pen, frame, cloud, { colour: ink.observation, radius, opacity: 0.45 });
        return;
      }
      const stamp = pen.stamp({
        symbol: symbolOf(moved.cluster),
        colour: colour(moved.cluster, theme),
        radius,
        halo: ink.surface,
      });
      for (let row = 0; row < cloud.count; row++) {
        const x = frame.screenX(cloudX(cloud, row));
        const y = frame.screenY(cloudY(cloud, row));
        if (Number.isFinite(x) && Number.isFinite(y))
          stamp.place(x, y, FAINTEST + (1 - FAINTEST) * moved.shares[row]);
      }
    },
    [cloud, moved, theme],
  );
  return (
    <SquarePlot<Latent>
      xLabel={props.columns[i] ?? ''}
      yLabel={props.columns[j] ?? ''}
      domain={domain}
      units={units}
      paint={paint}
      marks={cloud.count}
      overlay={(frame, _ink, clip) => (
        <g clipPath={clip} aria-hidden="true">
          <Clusters frame={frame} clusters={clusters} axes={axes} only={moved?.cluster ?? null} />
          {point && (
            <>
              <Ties
                frame={frame}
                from={latent(cloudX(cloud, point.row), cloudY(cloud, point.row))}
                clusters={clusters}
                axes={axes}
                strengths={point.strengths}
              />
              <PointRing frame={frame} row={point.row} clouds={[cloud]} selected />
            </>
          )}
          {moved?.after && (
            <Move frame={frame} before={clusters[moved.cluster]} after={moved.after} axes={axes} />
          )}
        </g>
      )}
    />
  );
}

interface PartProps {
  readonly frame: Frame<Latent>;
  readonly axes: readonly [number, number];
}

const inPlane = (clusters: readonly PlottedCluster[], axes: readonly [number, number]) =>
  unpackClusters(clusters, packClusters(clusters, axes));

interface ClustersProps extends PartProps {
  readonly clusters: readonly PlottedCluster[];
  /** The one that counts; null for all. */
  readonly only: number | null;
}

function Clusters({ frame, clusters, axes, only }: ClustersProps) {
  const theme = useTheme();
  return inPlane(clusters, axes).map(({ id, mean, covariance }) => (
    <g key={id} opacity={only === null || only === id ? 1 : 0.25}>
      <ClusterEllipse
        frame={frame}
        mean={mean}
        axes={axesOf(covariance)}
        colour={colour(id, theme)}
        strokeOpacity={0.7}
        fillOpacity={0.05}
        strokeWidth={1.25}
      />
      <g transform={`translate(${frame.toScreen(mean).join(' ')})`}>
        <path className="cluster-centre" d={symbolPath(id, 6)} fill={colour(id, theme)} />
        <text className="cluster-number" x={10} y={-8}>
          {id + 1}
        </text>
      </g>
    </g>
  ));
}

interface TiesProps extends PartProps {
  readonly from: Latent;
  readonly clusters: readonly PlottedCluster[];
  readonly strengths: readonly number[];
}

/** From the point to every mean, the stronger the more they have to do with each other. */
function Ties({ frame, from, clusters, axes, strengths }: TiesProps) {
  const theme = useTheme();
  const [x1, y1] = frame.toScreen(from);
  return inPlane(clusters, axes).map(({ id, mean }) => {
    const [x2, y2] = frame.toScreen(mean);
    return (
      <line
        key={id}
        x1={x1}
        y1={y1}
        x2={x2}
        y2={y2}
        stroke={colour(id, theme)}
        strokeWidth={1 + LINE_WIDTH * strengths[id]}
        strokeOpacity={0.2 + 0.8 * strengths[id]}
        strokeDasharray={strengths[id] < 0.01 ? '2 4' : undefined}
      />
    );
  });
}

interface MoveProps extends PartProps {
  readonly before: PlottedCluster;
  readonly after: PlottedCluster;
}

/** Where the cluster goes: its new ellipse, and the way of its mean. */
function Move({ frame, before, after, axes }: MoveProps) {
  const theme = useTheme();
  const [was, is] = inPlane([before, after], axes);
  const [x1, y1] = frame.toScreen(was.mean);
  const [x2, y2] = frame.toScreen(is.mean);
  return (
    <>
      <ClusterEllipse
        frame={frame}
        mean={is.mean}
        axes={axesOf(is.covariance)}
        colour={colour(is.id, theme)}
        strokeOpacity={1}
        fillOpacity={0.08}
        strokeWidth={2}
        dashes="5 3"
      />
      <line className="landscape-path" x1={x1} y1={y1} x2={x2} y2={y2} />
      <circle className="landscape-present" cx={x2} cy={y2} r={6} />
    </>
  );
}
