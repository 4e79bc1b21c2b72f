import type { PointerEvent } from 'react';
import { useCallback, useMemo, useRef } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { useGlide } from '../host/useGlide.ts';
import { PointRing } from '../layers/PointRing.tsx';
import { ProbeMark } from '../layers/ProbeMark.tsx';
import {
  markRadius,
  paintClusterMarks,
  paintDots,
  paintLattice,
  straightLattice,
} from '../layers/painters.ts';
import { paintPosteriors } from '../layers/paintPosteriors.ts';
import type { Pen } from '../pen/pen.ts';
import type { Latent, Screen } from '../plane/coordinates.ts';
import { cloudOf, cloudX, cloudY, latent } from '../plane/coordinates.ts';
import { cloudExtent, joinExtents } from '../plane/extent.ts';
import type { Frame } from '../plane/frame.ts';
import { type PlotPointerKind, SquarePlot } from '../plane/SquarePlot.tsx';
import { usePointPicking } from '../plane/usePointPicking.ts';
import { useStableDomain } from '../plane/useStableDomain.ts';
import type { Ink } from '../style/ink.ts';
import { useTheme } from '../style/theme.ts';
import { PictureCanvas } from './PictureCanvas.tsx';
import type { Pictures } from './pictures.ts';
import './encoded.css';

export interface PosteriorPlaneProps {
  /** N x dimension, row-major: means and standard deviations of q(x). */
  readonly means: Float32Array;
  readonly deviations: Float32Array;
  readonly dimension: number;
  /** The two dimensions shown. */
  readonly axes: readonly [number, number];
  /** The plane stands for a line: only x means anything. */
  readonly isLine: boolean;
  /** N class numbers from 0. */
  readonly classes: ArrayLike<number>;
  readonly showsPosteriors: boolean;
  readonly showsPrior: boolean;
  /** Values both coordinates take on the lines of the latent grid; null hides it. */
  readonly grid: readonly number[] | null;
  /** A picture for each crossing of the grid, row by row from the smallest y, in place of lines. */
  readonly pictures: Pictures | null;
  /** S x dimension draws of the prior. */
  readonly samples: Float32Array | null;
  /** null where there is nothing to decode. */
  readonly probe: Latent | null;
  /** `isEnd`: there the walk, the click or the key has put it. */
  readonly onProbe: (to: Latent, isEnd: boolean) => void;
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover?: ((row: number | null) => void) | undefined;
  readonly onSelect?: ((row: number | null) => void) | undefined;
  /** Points glide to their new places when this changes. */
  readonly motionKey: string | number;
  /** The plot fits its domain again when this changes. */
  readonly domainKey?: string | number | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

/** Standard deviations of the prior that are drawn, and those the plot always shows. */
const RINGS = [1, 2] as const;
const PRIOR_REACH = 3;
const PRIOR_EXTENT = {
  left: -PRIOR_REACH,
  right: PRIOR_REACH,
  bottom: -PRIOR_REACH,
  top: PRIOR_REACH,
};
const GRID_STROKE = { width: 0.75, opacity: 0.3 };
/** Movement below this many pixels is a click, not a walk. */
const WALK_THRESHOLD = 4;

/** The latent plane of a VAE: each point's posterior, the prior, and a probe to walk with. */
export function PosteriorPlane(props: PosteriorPlaneProps) {
  const theme = useTheme();
  const { dimension, isLine, classes, grid, pictures, samples, motionKey, onProbe } = props;
  const { showsPosteriors, showsPrior } = props;
  const [i, j] = props.axes;
  const axes = useMemo(() => [i, j] as const, [i, j]);
  const values = useGlide(props.means, motionKey);
  const means = useMemo(() => cloudOf(values, dimension, axes), [values, dimension, axes]);
  const deviations = useMemo(
    () => cloudOf(props.deviations, dimension, axes),
    [props.deviations, dimension, axes],
  );
  const extent = useMemo(
    () => joinExtents(cloudExtent(cloudOf(props.means, dimension, axes)), PRIOR_EXTENT),
    [props.means, dimension, axes],
  );
  const domain = useStableDomain(extent, `${props.domainKey ?? ''} ${i} ${j}`, false);

  const lattice = useMemo(
    () => (grid === null || pictures !== null ? null : straightLattice(grid)),
    [grid, pictures],
  );
  const lines = grid?.length ?? 0;
  const paint = useCallback(
    (pen: Pen, frame: Frame<Latent>, ink: Ink) => {
      if (lattice !== null) {
        paintLattice(
          pen,
          frame,
          lines,
          lattice,
          { ...GRID_STROKE, colour: ink.gridRow },
          { ...GRID_STROKE, colour: ink.gridColumn },
        );
      }
      if (showsPosteriors) {
        paintPosteriors(pen, frame, theme, { means, deviations, classes, opacity: 0.4 });
      }
      if (samples !== null) {
        const dot = { colour: ink.text, radius: 1.6, opacity: 0.6 };
        paintDots(pen, frame, cloudOf(samples, dimension, axes), dot);
      }
      paintClusterMarks(pen, frame, theme, {
        cloud: means,
        clusters: classes,
        // Pictures are to be seen, and still whose they are.
        radius: markRadius(means.count) * (pictures === null ? 0.8 : 0.5),
        opacity: 0.95,
        halo: pictures === null ? ink.surface : null,
        emphasised: null,
      });
    },
    [
      lattice,
      lines,
      pictures,
      means,
      deviations,
      classes,
      samples,
      dimension,
      axes,
      theme,
      showsPosteriors,
    ],
  );

  const pick = usePointPicking({
    clouds: [means],
    onHover: props.onHover,
    onSelect: props.onSelect,
  });
  const walk = useRef<{ readonly from: Screen; walking: boolean; at: Screen } | null>(null);
  const onPointer = (
    kind: PlotPointerKind,
    at: Screen,
    frame: Frame<Latent>,
    event: PointerEvent,
  ): void => {
    const held = walk.current;
    if (kind === 'down' && event.button === 0) walk.current = { from: at, walking: false, at };
    if (kind === 'move' && held !== null) {
      const isWalk = Math.hypot(at[0] - held.from[0], at[1] - held.from[1]) >= WALK_THRESHOLD;
      if (isWalk && !held.walking) {
        held.walking = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        props.onHover?.(null);
      }
      if (held.walking) {
        held.at = at;
        onProbe(frame.fromScreen(at), false);
        return;
      }
    }
    if (held !== null && (kind === 'up' || kind === 'cancel')) {
      // A click places the probe too; what lies there is chosen as well.
      const isClick = kind === 'up' && !held.walking && isWithin(frame, at);
      if (held.walking || isClick) onProbe(frame.fromScreen(isClick ? at : held.at), true);
    }
    if (kind === 'up' || kind === 'cancel' || (kind === 'leave' && !held?.walking)) {
      walk.current = null;
    }
    pick(kind, at, frame, event);
  };

  const inHand = props.hovered ?? props.selected;
  return (
    <SquarePlot<Latent>
      xLabel={`latent dimension ${i + 1}`}
      yLabel={isLine ? 'one row for each class' : `latent dimension ${j + 1}`}
      hasY={!isLine}
      domain={domain}
      paint={paint}
      marks={2 * means.count}
      placeholder={props.placeholder}
      cursor="crosshair"
      onPointer={onPointer}
      underlay={(frame) =>
        pictures !== null && grid !== null && <DecodedPlane {...{ frame, grid, pictures }} />
      }
      overlay={(frame, _ink, clip) => (
        <>
          <g clipPath={clip} pointerEvents="none" aria-hidden="true">
            {showsPrior && <PriorRings frame={frame} isLine={isLine} />}
            {inHand !== null && inHand < means.count && (
              <ellipse
                className="posterior-in-hand"
                cx={frame.screenX(cloudX(means, inHand))}
                cy={frame.screenY(cloudY(means, inHand))}
                rx={Math.max(1, frame.unit * cloudX(deviations, inHand))}
                ry={Math.max(1, frame.unit * cloudY(deviations, inHand))}
              />
            )}
            <PointRing frame={frame} row={props.selected} clouds={[means]} selected />
            <PointRing frame={frame} row={props.hovered} clouds={[means]} />
          </g>
          {props.probe && (
            <ProbeMark
              frame={frame}
              at={props.probe}
              inHand={
                inHand !== null && inHand < means.count
                  ? latent(cloudX(means, inHand), cloudY(means, inHand))
                  : null
              }
              isLine={isLine}
              onMove={onProbe}
            />
          )}
        </>
      )}
    />
  );
}

const isWithin = ({ area: { left, top, width, height } }: Frame<Latent>, [x, y]: Screen): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

interface PriorRingsProps {
  readonly frame: Frame<Latent>;
  readonly isLine: boolean;
}

/** The prior's contours at one and two standard deviations; on a line, where they end. */
function PriorRings({ frame, isLine }: PriorRingsProps) {
  const [x, y] = [frame.screenX(0), frame.screenY(0)];
  const { top, height } = frame.area;
  if (isLine) {
    // Beside the outermost line, since between two of them there may be no room for words.
    const besideAll = x + Math.max(...RINGS) * frame.unit + 5;
    return (
      <>
        {RINGS.map((deviations) => {
          const reach = deviations * frame.unit;
          const d = `M${x - reach} ${top}v${height}M${x + reach} ${top}v${height}`;
          return <path key={deviations} className="prior-ring" d={d} />;
        })}
        <text className="prior-ring-label">
          <tspan x={besideAll} y={top + 14}>
            prior,
          </tspan>
          <tspan x={besideAll} y={top + 28}>
            {`${RINGS.join(' and ')} std`}
          </tspan>
        </text>
      </>
    );
  }
  return RINGS.map((deviations) => {
    const reach = deviations * frame.unit;
    return (
      <g key={deviations}>
        <circle className="prior-ring" cx={x} cy={y} r={reach} />
        <text className="prior-ring-label" x={x} y={y - reach - 5} textAnchor="middle">
          {deviations === 1 ? 'prior, 1 std' : `${deviations} std`}
        </text>
      </g>
    );
  });
}

interface DecodedPlaneProps {
  readonly frame: Frame<Latent>;
  readonly grid: readonly number[];
  readonly pictures: Pictures;
}

/** What the decoder makes of every crossing of the grid, painted there. */
function DecodedPlane({ frame, grid, pictures }: DecodedPlaneProps) {
  const places = useMemo(() => {
    const size = (grid[1] - grid[0]) * frame.unit;
    return grid.flatMap((y, row) =>
      grid.map((x, column) => ({
        index: row * grid.length + column,
        left: frame.screenX(x) - size / 2,
        top: frame.screenY(y) - size / 2,
        size,
      })),
    );
  }, [frame, grid]);
  const { width, height } = frame;
  return <PictureCanvas {...{ width, height, pictures, places }} />;
}
