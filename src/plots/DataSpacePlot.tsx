import { useMemo } from 'react';
import type { ColumnUnits } from '../datasets/columnUnits.ts';
import type { Placeholder } from './host/PlotPlaceholder.tsx';
import { useGlide } from './host/useGlide.ts';
import { DecodedMark } from './layers/DecodedMark.tsx';
import type { Drawing } from './layers/DrawingSurface.tsx';
import { DrawingSurface } from './layers/DrawingSurface.tsx';
import { Lattice } from './layers/Lattice.ts';
import { Links } from './layers/Links.ts';
import { Points } from './layers/Points.ts';
import { Rings } from './layers/Rings.tsx';
import { useDrawing } from './layers/useDrawing.ts';
import type { Data } from './plane/coordinates.ts';
import { cloudOf } from './plane/coordinates.ts';
import { cloudExtent } from './plane/extent.ts';
import { Plane } from './plane/Plane.tsx';
import { usePlaneUnits } from './plane/usePlaneUnits.ts';
import { lines, marks } from './style/marks.ts';
import { usePlotStyle } from './style/style.ts';

/** Which layers are drawn; all but links and grid by default. */
export interface DataSpaceLayers {
  readonly observations?: boolean | undefined;
  readonly reconstructions?: boolean | undefined;
  readonly links?: boolean | undefined;
  readonly grid?: boolean | undefined;
  readonly samples?: boolean | undefined;
}

export interface DataSpacePlotProps {
  /** N x dimension, row-major. */
  readonly observations: Float32Array;
  readonly dimension: number;
  /** Names of the columns, `dimension` of them. */
  readonly columns: readonly string[];
  /** How the numbers of each column are read; as they are unless told. */
  readonly units?: ColumnUnits | undefined;
  /** The two columns shown. */
  readonly axes?: readonly [number, number] | undefined;
  /** N: true or drawn class of each observation. Colours observations while there are no assignments. */
  readonly labels?: ArrayLike<number> | null | undefined;
  /** N x dimension decoded means. */
  readonly reconstructions?: Float32Array | null | undefined;
  /** N: cluster of each point; null before there is a model. */
  readonly assignments?: ArrayLike<number> | null | undefined;
  readonly confidence?: ArrayLike<number> | undefined;
  /** The latent grid through the decoder: lines x lines x 2. */
  readonly grid?: { readonly lines: number; readonly points: Float32Array } | null | undefined;
  /** S x dimension draws of the model with their clusters; null where the model has none. */
  readonly samples?:
    | { readonly data: Float32Array; readonly clusters: ArrayLike<number> | null }
    | null
    | undefined;
  /** One place of the model's with its standard deviations along the axes shown, such as a probe. */
  readonly decoded?: { readonly at: Data; readonly deviation: Data } | null | undefined;
  readonly layers?: DataSpaceLayers | undefined;
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover?: ((row: number | null) => void) | undefined;
  readonly onSelect?: ((row: number | null) => void) | undefined;
  readonly hoveredCluster: number | null;
  /** Present in drawing mode, in which points can not be picked. */
  readonly drawing?: Drawing | undefined;
  /** Reconstructions glide to their new places when this changes. */
  readonly motionKey: string | number;
  /** The plot fits its domain again when this changes, and otherwise follows the observations slowly. */
  readonly domainKey?: string | number | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

const FIRST_TWO = [0, 1] as const;
const NOTHING = new Float32Array(0);

/** Observations, reconstructions, samples and the decoded latent grid. */
export function DataSpacePlot(props: DataSpacePlotProps) {
  const { dimension, labels, assignments, samples, hoveredCluster, layers, drawing, grid } = props;
  const { ink } = usePlotStyle();
  const [i, j] = props.axes ?? FIRST_TWO;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const reconstructions = useGlide(props.reconstructions ?? NOTHING, props.motionKey);
  const lattice = useGlide(grid?.points ?? NOTHING, props.motionKey);
  const observed = cloudOf(props.observations, dimension, axes);
  const decoded = cloudOf(reconstructions, dimension, axes);
  const { pointer, onPointer } = useDrawing(drawing);
  const showsObserved = layers?.observations ?? true;
  const showsDecoded =
    (layers?.reconstructions ?? true) && assignments != null && decoded.count > 0;
  const among = observed.count;
  return (
    <Plane<Data>
      of={{
        xLabel: props.columns[i] ?? '',
        yLabel: props.columns[j] ?? '',
        units: usePlaneUnits(props.units, axes),
        extent: cloudExtent(observed),
        domainKey: `${props.domainKey ?? ''} ${i} ${j}`,
      }}
      picking={{
        ...props,
        clouds: [...(showsObserved ? [observed] : []), ...(showsDecoded ? [decoded] : [])],
      }}
      placeholder={props.placeholder}
      cursor={drawing && 'crosshair'}
      onPointer={drawing && onPointer}
    >
      {layers?.grid && grid && (
        <Lattice lines={grid.lines} points={lattice} style={lines.decodedGrid} />
      )}
      {(layers?.samples ?? true) && samples && (
        <Points
          cloud={cloudOf(samples.data, dimension, axes)}
          clusters={samples.clusters}
          among={among}
          emphasised={hoveredCluster}
          colour={ink.text}
          style={samples.clusters ? marks.sample : marks.sampleDot}
        />
      )}
      {layers?.links && showsDecoded && <Links from={observed} to={decoded} />}
      {showsObserved &&
        (labels && assignments == null ? (
          <Points cloud={observed} clusters={labels} emphasised={hoveredCluster} />
        ) : (
          <Points cloud={observed} style={marks.observation} />
        ))}
      {showsDecoded && (
        <Points
          cloud={decoded}
          clusters={assignments}
          confidence={props.confidence}
          emphasised={hoveredCluster}
          among={among}
        />
      )}
      {drawing && <DrawingSurface drawing={drawing} pointer={pointer} />}
      <Rings />
      {props.decoded && <DecodedMark {...props.decoded} />}
    </Plane>
  );
}
