import { useMemo } from 'react';
import type { ColumnUnits } from '../../datasets/columnUnits.ts';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { ClusterOutlines, OutlineName } from '../layers/ClusterOutlines.tsx';
import type { PlottedOutline } from '../layers/outlines.ts';
import { Points } from '../layers/Points.ts';
import { Rings } from '../layers/Rings.tsx';
import type { Cloud } from '../plane/coordinates.ts';
import { cloudOf } from '../plane/coordinates.ts';
import { cloudExtent, joinExtents } from '../plane/extent.ts';
import { Plane } from '../plane/Plane.tsx';
import { usePlaneUnits } from '../plane/usePlaneUnits.ts';
import { marks } from '../style/marks.ts';

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

/** What a model makes of the data: each point where it has it, its clusters, and draws from it. */
export function ModelPlot(props: ModelPlotProps) {
  const { observations, dimension, assignments, oneColour, outlines, samples, layers } = props;
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const observed = cloudOf(observations, dimension, axes);
  const modelled = cloudOf(useGlide(props.points, props.motionKey), dimension, axes);
  const clouds: Cloud[] = layers.points ? [modelled] : [];
  if (layers.observations || clouds.length === 0) clouds.unshift(observed);
  const prior = outlines.find(({ cluster }) => cluster === null);
  const shared = { among: observed.count, colour: oneColour ?? undefined };
  return (
    <Plane
      isSmall
      of={{
        xLabel: props.columns[i] ?? '',
        yLabel: props.columns[j] ?? '',
        hasY: props.hasY,
        units: usePlaneUnits(props.units, axes),
        extent: (props.shows ?? [observed]).map(cloudExtent).reduce(joinExtents, null),
        domainKey: `${props.domainKey} ${i} ${j}`,
      }}
      picking={{ ...props, clouds }}
      placeholder={props.placeholder}
    >
      {layers.observations && <Points cloud={observed} style={marks.observationBehind} />}
      {layers.samples && samples && (
        <Points
          {...shared}
          cloud={cloudOf(samples.data, dimension, axes)}
          clusters={samples.clusters}
          style={samples.clusters ? marks.sample : marks.comparedSampleDot}
        />
      )}
      {layers.points && (
        <Points
          {...shared}
          cloud={modelled}
          clusters={assignments}
          confidence={props.confidence}
          style={assignments ? marks.compared : marks.comparedDot}
        />
      )}
      {layers.outlines && <ClusterOutlines outlines={outlines} colour={shared.colour} />}
      {layers.outlines && prior && <OutlineName outline={prior} name="prior" />}
      <Rings />
    </Plane>
  );
}
