import { useCallback, useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { type PlottedOutline, paintOutline, topOf } from '../layers/outlines.ts';
import { PointRing } from '../layers/PointRing.tsx';
import { markRadius, paintClusterMarks, paintDots } from '../layers/painters.ts';
import type { Pen } from '../pen/pen.ts';
import type { Cloud, Data } from '../plane/coordinates.ts';
import { cloudOf } from '../plane/coordinates.ts';
import { cloudExtent, joinExtents } from '../plane/extent.ts';
import type { Frame } from '../plane/frame.ts';
import { SquarePlot } from '../plane/SquarePlot.tsx';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';
import { usePointPicking } from '../plane/usePointPicking.ts';
import { useStableDomain } from '../plane/useStableDomain.ts';
import type { Ink } from '../style/ink.ts';
import { colour } from '../style/palette.ts';
import { useTheme } from '../style/theme.ts';

export interface ModelPlotProps {
  /** N x dimension, row-major; empty where the plane is not that of the data. */
  readonly observations: Float32Array;
  readonly dimension: number;
  /** What the plot has to show; the observations unless told. */
  readonly shows?: readonly Cloud[] | undefined;
  /** Names of the columns, `dimension` of them. */
  readonly columns: readonly string[];
  /** How the numbers of each column are read; as they are unless told. */
  readonly units?: ColumnUnits | undefined;
  /** False where places along y mean nothing; they do unless told. */
  readonly hasY?: boolean;
  /** The two columns shown. */
  readonly axes: readonly [number, number];
  /** N x dimension: where the model has each observation. */
  readonly points: Float32Array;
  /** N: cluster of each; null where there are none, and all are drawn in one colour. */
  readonly assignments: ArrayLike<number> | null;
  readonly confidence?: ArrayLike<number> | undefined;
  /** That colour; null for the one of observations. */
  readonly oneColour: string | null;
  readonly outlines: readonly PlottedOutline[];
  /** Draws of the model, S x dimension, with their clusters where it has any. */
  readonly samples: {
    readonly data: Float32Array;
    readonly clusters: ArrayLike<number> | null;
  } | null;
  readonly layers: {
    readonly observations: boolean;
    readonly points: boolean;
    readonly outlines: boolean;
    readonly samples: boolean;
  };
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover: (row: number | null) => void;
  readonly onSelect: (row: number | null) => void;
  /** Points glide to their new places when this changes. */
  readonly motionKey: string | number;
  /** The plot fits its domain again when this changes. */
  readonly domainKey: string | number;
  readonly placeholder: Placeholder | null;
}

const OUTLINE_WIDTH = 1.5;
/** Marks are smaller than in a plot that has the stage to itself, so that outlines are seen. */
const MARK_SIZE = 0.72;

/** What a model makes of the data: each point where it has it, its clusters, and draws from it. */
export function ModelPlot(props: ModelPlotProps) {
  const theme = useTheme();
  const { observations, dimension, assignments, confidence, oneColour } = props;
  const { outlines, samples, layers, hovered, selected } = props;
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const points = useGlide(props.points, props.motionKey);
  const observed = useMemo(
    () => cloudOf(observations, dimension, axes),
    [observations, dimension, axes],
  );
  const modelled = useMemo(() => cloudOf(points, dimension, axes), [points, dimension, axes]);
  const { shows } = props;
  const extent = useMemo(
    () => (shows ?? [observed]).map(cloudExtent).reduce(joinExtents, null),
    [shows, observed],
  );
  const units = usePlaneUnits(props.units, axes);
  const domain = useStableDomain(extent, `${props.domainKey} ${i} ${j}`, false);

  const paint = useCallback(
    (pen: Pen, frame: Frame<Data>, ink: Ink) => {
      const plain = oneColour ?? ink.observation;
      const radius = MARK_SIZE * markRadius(observed.count);
      const paintPoints = (
        cloud: Cloud,
        clusters: ArrayLike<number> | null,
        size: number,
        opacity: number,
        sure?: ArrayLike<number>,
      ) => {
        if (clusters === null)
          paintDots(pen, frame, cloud, { colour: plain, radius: size * 0.8, opacity });
        else
          paintClusterMarks(pen, frame, theme, {
            cloud,
            clusters,
            confidence: sure,
            radius: size,
            opacity,
            halo: ink.surface,
            emphasised: null,
          });
      };
      if (layers.observations) {
        const dot = { colour: ink.observation, radius: Math.max(1, radius * 0.55), opacity: 0.6 };
        paintDots(pen, frame, observed, dot);
      }
      if (layers.samples && samples !== null) {
        const drawn = cloudOf(samples.data, dimension, axes);
        paintPoints(drawn, samples.clusters, radius * 0.7, 0.45);
      }
      if (layers.points) paintPoints(modelled, assignments, radius, 0.85, confidence);
      if (layers.outlines) {
        for (const outline of outlines) {
          const own = outline.cluster === null ? plain : colour(outline.cluster, theme);
          paintOutline(pen, frame, outline, { colour: own, width: OUTLINE_WIDTH });
        }
      }
    },
    [
      observed,
      modelled,
      assignments,
      confidence,
      oneColour,
      outlines,
      samples,
      dimension,
      axes,
      theme,
      layers.observations,
      layers.points,
      layers.outlines,
      layers.samples,
    ],
  );

  const clouds: Cloud[] = layers.points ? [modelled] : [];
  if (layers.observations || clouds.length === 0) clouds.unshift(observed);
  const pick = usePointPicking({ clouds, onHover: props.onHover, onSelect: props.onSelect });
  return (
    <SquarePlot<Data>
      isSmall
      xLabel={props.columns[i] ?? ''}
      yLabel={props.columns[j] ?? ''}
      hasY={props.hasY}
      domain={domain}
      units={units}
      paint={paint}
      marks={observed.count + modelled.count}
      placeholder={props.placeholder}
      onPointer={pick}
      overlay={(frame, _ink, clip) => (
        <g clipPath={clip} pointerEvents="none">
          {layers.outlines &&
            outlines
              .filter(({ cluster }) => cluster === null)
              .map((outline) => <PriorName key="prior" frame={frame} outline={outline} />)}
          <PointRing frame={frame} row={selected} clouds={clouds} selected />
          <PointRing frame={frame} row={hovered} clouds={clouds} />
        </g>
      )}
    />
  );
}

/** Whose outline it is that has no cluster: written at its top. */
function PriorName({
  frame,
  outline,
}: {
  readonly frame: Frame<Data>;
  readonly outline: PlottedOutline;
}) {
  const [x, y] = topOf(frame, outline);
  return (
    <text
      className="faint-name"
      x={x}
      y={Math.max(y - 5, frame.area.top + 12)}
      textAnchor="middle"
      aria-hidden="true"
    >
      prior
    </text>
  );
}
