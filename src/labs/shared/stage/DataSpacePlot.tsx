import type { ReactNode } from 'react';
import { useGlide } from '../../../plots/host/useGlide.ts';
import { DecodedMark } from '../../../plots/layers/DecodedMark.tsx';
import { Lattice } from '../../../plots/layers/Lattice.ts';
import { Links } from '../../../plots/layers/Links.ts';
import { Points } from '../../../plots/layers/Points.ts';
import { Rings } from '../../../plots/layers/Rings.tsx';
import type { Data } from '../../../plots/plane/coordinates.ts';
import { cloudOf } from '../../../plots/plane/coordinates.ts';
import { type DataProps, type RowsProps, useDataPlane } from '../../../plots/plane/dataPlane.ts';
import { Plane, type PlaneProps } from '../../../plots/plane/Plane.tsx';
import { lines, marks } from '../../../plots/style/marks.ts';
import { usePlotStyle } from '../../../plots/style/style.ts';

/** Which layers are drawn; all but links and grid by default. */
export interface DataSpaceLayers {
  readonly observations?: boolean | undefined;
  readonly reconstructions?: boolean | undefined;
  readonly links?: boolean | undefined;
  readonly grid?: boolean | undefined;
  readonly samples?: boolean | undefined;
}

export interface DataSpacePlotProps extends RowsProps, DataProps {
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
  readonly hoveredCluster: number | null;
  /** Present in drawing mode, in which points can not be picked. */
  readonly drawing?:
    | { readonly onPointer: PlaneProps<Data>['onPointer']; readonly surface: ReactNode }
    | undefined;
}

const NOTHING = new Float32Array(0);

/** Observations, reconstructions, samples and the decoded latent grid. */
export function DataSpacePlot(props: DataSpacePlotProps) {
  const { dimension, labels, assignments, samples, hoveredCluster, layers, drawing, grid } = props;
  const { ink } = usePlotStyle();
  const { axes, observed, of } = useDataPlane(props, props.domainKey);
  const reconstructions = useGlide(props.reconstructions ?? NOTHING, props.motionKey);
  const lattice = useGlide(grid?.points ?? NOTHING, props.motionKey);
  const decoded = cloudOf(reconstructions, dimension, axes);
  const showsObserved = layers?.observations ?? true;
  const showsDecoded =
    (layers?.reconstructions ?? true) && assignments != null && decoded.count > 0;
  const among = observed.count;
  return (
    <Plane<Data>
      of={of}
      picking={{
        ...props,
        clouds: [...(showsObserved ? [observed] : []), ...(showsDecoded ? [decoded] : [])],
      }}
      placeholder={props.placeholder}
      cursor={drawing && 'crosshair'}
      onPointer={drawing?.onPointer}
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
      {drawing?.surface}
      <Rings />
      {props.decoded && <DecodedMark {...props.decoded} />}
    </Plane>
  );
}
