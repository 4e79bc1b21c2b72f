import { useGlide } from '../../../../plots/host/useGlide.ts';
import { ClusterOutlines, OutlineName } from '../../../../plots/layers/ClusterOutlines.tsx';
import type { PlottedOutline } from '../../../../plots/layers/outlines.ts';
import { Points } from '../../../../plots/layers/Points.ts';
import { Rings } from '../../../../plots/layers/Rings.tsx';
import type { Cloud } from '../../../../plots/plane/coordinates.ts';
import { cloudOf } from '../../../../plots/plane/coordinates.ts';
import { type DataProps, type RowsProps, useDataPlane } from '../../../../plots/plane/dataPlane.ts';
import { cloudExtent, joinExtents } from '../../../../plots/plane/extent.ts';
import { Plane } from '../../../../plots/plane/Plane.tsx';
import { marks } from '../../../../plots/style/marks.ts';

export interface ModelPlotProps extends RowsProps, DataProps {
  /** What the plot has to show; the observations by default. */
  readonly shows?: readonly Cloud[] | undefined;
  /** False where places along y mean nothing; they do by default. */
  readonly hasY?: boolean;
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
}

/** What a model makes of the data: each point where it has it, its clusters, and draws from it. */
export function ModelPlot(props: ModelPlotProps) {
  const { shows, dimension, assignments, oneColour, outlines, samples, layers } = props;
  const { axes, observed, of } = useDataPlane(props, props.domainKey);
  const modelled = cloudOf(useGlide(props.points, props.motionKey), dimension, axes);
  const clouds: Cloud[] = layers.points ? [modelled] : [];
  if (layers.observations || clouds.length === 0) clouds.unshift(observed);
  const prior = outlines.find(({ cluster }) => cluster === null);
  const shared = { among: observed.count, colour: oneColour ?? undefined };
  return (
    <Plane
      isSmall
      of={{
        ...of,
        hasY: props.hasY,
        ...(shows && { extent: shows.map(cloudExtent).reduce(joinExtents, null) }),
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
