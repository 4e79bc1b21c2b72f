import { useCallback, useMemo } from 'react';
import type { ColumnUnits } from '../datasets/columnUnits.ts';
import type { Placeholder } from './host/PlotPlaceholder.tsx';
import { useGlide } from './host/useGlide.ts';
import { DecodedMark } from './layers/DecodedMark.tsx';
import type { Drawing } from './layers/DrawingSurface.tsx';
import { DrawingSurface } from './layers/DrawingSurface.tsx';
import { PointRing } from './layers/PointRing.tsx';
import {
  markRadius,
  paintClusterMarks,
  paintDots,
  paintLattice,
  paintLinks,
} from './layers/painters.ts';
import { useDrawing } from './layers/useDrawing.ts';
import type { Pen } from './pen/pen.ts';
import type { Cloud, Data } from './plane/coordinates.ts';
import { cloudOf } from './plane/coordinates.ts';
import { cloudExtent } from './plane/extent.ts';
import type { Frame } from './plane/frame.ts';
import { SquarePlot } from './plane/SquarePlot.tsx';
import { usePlaneUnits } from './plane/usePlaneUnits.ts';
import { usePointPicking } from './plane/usePointPicking.ts';
import { useStableDomain } from './plane/useStableDomain.ts';
import type { Ink } from './style/ink.ts';
import { colour } from './style/palette.ts';
import { useTheme } from './style/theme.ts';

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
  const theme = useTheme();
  const {
    observations,
    dimension,
    labels,
    assignments,
    confidence,
    samples,
    hoveredCluster,
    layers,
  } = props;
  const [i, j] = props.axes ?? FIRST_TWO;
  const axes = useMemo(() => [i, j] as const, [i, j]);

  const reconstructions = useGlide(props.reconstructions ?? NOTHING, props.motionKey);
  const lattice = useGlide(props.grid?.points ?? NOTHING, props.motionKey);
  const observed = useMemo(
    () => cloudOf(observations, dimension, axes),
    [observations, dimension, axes],
  );
  const decoded = useMemo(
    () => cloudOf(reconstructions, dimension, axes),
    [reconstructions, dimension, axes],
  );
  const domain = useStableDomain(
    useMemo(() => cloudExtent(observed), [observed]),
    `${props.domainKey ?? ''} ${i} ${j}`,
    props.drawing !== undefined,
  );
  const units = usePlaneUnits(props.units, axes);
  const { pointer, onPointer: onDraw } = useDrawing(props.drawing);

  const show = {
    observations: layers?.observations ?? true,
    reconstructions: (layers?.reconstructions ?? true) && assignments != null && decoded.count > 0,
    links: layers?.links ?? false,
    grid: (layers?.grid ?? false) && lattice.length > 0,
    samples: (layers?.samples ?? true) && samples != null,
  };
  const lines = props.grid?.lines ?? 0;
  const paint = useCallback(
    (pen: Pen, frame: Frame<Data>, ink: Ink) => {
      const radius = markRadius(observed.count);
      const marks = { radius, halo: ink.surface, emphasised: hoveredCluster };
      if (show.grid) {
        const look = { width: 0.9, opacity: 0.4 };
        paintLattice(
          pen,
          frame,
          lines,
          lattice,
          { ...look, colour: ink.gridRow },
          { ...look, colour: ink.gridColumn },
        );
      }
      if (show.samples && samples != null && samples.clusters === null) {
        const dot = { colour: ink.text, radius: radius * 0.55, opacity: 0.6 };
        paintDots(pen, frame, cloudOf(samples.data, dimension, axes), dot);
      } else if (show.samples && samples?.clusters != null) {
        paintClusterMarks(pen, frame, theme, {
          ...marks,
          cloud: cloudOf(samples.data, dimension, axes),
          clusters: samples.clusters,
          radius: radius * 0.7,
          opacity: 0.45,
        });
      }
      if (show.links && show.reconstructions) {
        paintLinks(pen, frame, observed, decoded, { colour: ink.link, width: 0.75, opacity: 0.6 });
      }
      if (show.observations) {
        if (labels != null && assignments == null) {
          paintClusterMarks(pen, frame, theme, {
            ...marks,
            cloud: observed,
            clusters: labels,
            opacity: 0.95,
          });
        } else {
          const dot = {
            colour: ink.observation,
            radius: Math.max(1, radius * 0.55),
            opacity: 0.75,
          };
          paintDots(pen, frame, observed, dot);
        }
      }
      if (show.reconstructions && assignments != null) {
        paintClusterMarks(pen, frame, theme, {
          ...marks,
          cloud: decoded,
          clusters: assignments,
          confidence,
          opacity: 0.95,
        });
      }
    },
    [
      observed,
      decoded,
      lattice,
      lines,
      samples,
      labels,
      assignments,
      confidence,
      dimension,
      axes,
      theme,
      hoveredCluster,
      show.observations,
      show.reconstructions,
      show.links,
      show.grid,
      show.samples,
    ],
  );

  const clouds: Cloud[] = [];
  if (show.observations) clouds.push(observed);
  if (show.reconstructions) clouds.push(decoded);
  const pick = usePointPicking({ clouds, onHover: props.onHover, onSelect: props.onSelect });
  const { drawing } = props;

  return (
    <SquarePlot<Data>
      xLabel={props.columns[i] ?? ''}
      yLabel={props.columns[j] ?? ''}
      domain={domain}
      units={units}
      paint={paint}
      marks={observed.count + decoded.count}
      placeholder={props.placeholder}
      cursor={drawing === undefined ? undefined : 'crosshair'}
      onPointer={drawing === undefined ? pick : onDraw}
      overlay={(frame, _ink, clip) => (
        <>
          {drawing !== undefined && (
            <g clipPath={clip} data-export="skip">
              <DrawingSurface
                frame={frame}
                drawing={drawing}
                pointer={pointer}
                colour={colour(drawing.label, theme)}
              />
            </g>
          )}
          <g clipPath={clip} pointerEvents="none">
            <PointRing frame={frame} row={props.selected} clouds={clouds} selected />
            <PointRing frame={frame} row={props.hovered} clouds={clouds} />
            {props.decoded != null && <DecodedMark frame={frame} {...props.decoded} />}
          </g>
        </>
      )}
    />
  );
}
