import type { PointerEvent, ReactNode } from 'react';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { PaintedCanvas } from '../pen/PaintedCanvas.tsx';
import type { Pen } from '../pen/pen.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { usePlotStyle } from '../style/style.ts';
import type { PlanePoint, Screen } from './coordinates.ts';
import type { Extent, SquareDomain } from './domain.ts';
import type { AxisUnits, Frame } from './frame.ts';
import { createFrame, MARGIN, SMALL_MARGIN } from './frame.ts';
import { type PaintedElement, paintSame, sortLayers } from './layer.ts';
import { PlotAxes } from './PlotAxes.tsx';
import { type Picking, type Scene, SceneContext } from './scene.ts';
import { usePointPicking } from './usePointPicking.ts';
import { useStableDomain } from './useStableDomain.ts';
import '../style/plots.css';

export type PlotPointerKind = 'down' | 'move' | 'up' | 'cancel' | 'leave';

export type PlanePointer<P extends PlanePoint<string>> = (
  kind: PlotPointerKind,
  at: Screen,
  frame: Frame<P>,
  event: PointerEvent,
) => void;

/** Which plane it is: its axes, and what of it is shown. */
export interface PlaneOf {
  readonly xLabel: string;
  readonly yLabel: string;
  /** False where places along y mean nothing: then they have no ticks. */
  readonly hasY?: boolean | undefined;
  /** How numbers along x and y are read; as they are unless told. Give it a stable identity. */
  readonly units?: AxisUnits | undefined;
  /** What has to be seen: the domain holds it, and follows it slowly. */
  readonly extent?: Extent | null;
  /** The domain is fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

export interface PlaneProps<P extends PlanePoint<string>> {
  readonly of: PlaneOf;
  /** What is shown, where no extent decides. Give it a stable identity. */
  readonly domain?: SquareDomain | undefined;
  /** For several plots in little room: narrow margins, smaller marks, and the axes' names inside. */
  readonly isSmall?: boolean | undefined;
  readonly picking?: Picking | undefined;
  /** Takes the pointer in place of picking. */
  readonly onPointer?: PlanePointer<P> | undefined;
  readonly placeholder?: Placeholder | null | undefined;
  readonly cursor?: string | undefined;
  /** Layers, from the lowest to the uppermost: marks on a canvas, and over them what is SVG. */
  readonly children?: ReactNode;
}

const NOTHING: Picking = { clouds: [] };

/**
 * A plane with axes and the layers in it: grid and axes in SVG below, marks on a canvas, and what can
 * be grabbed in SVG above. It fills the width it is given, as a square unless its container fixes
 * another height; units are equally long on both axes.
 */
export function Plane<P extends PlanePoint<string>>(props: PlaneProps<P>) {
  const { of, placeholder, isSmall = false, picking } = props;
  const style = usePlotStyle(isSmall);
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const clipId = useId();
  const [isHeld, setHeld] = useState(false);
  const fitted = useStableDomain(of.extent ?? null, of.domainKey ?? '', isHeld);
  const domain = props.domain ?? fitted;
  const frame = useMemo(
    () =>
      size &&
      createFrame<P>(size.width, size.height, domain, isSmall ? SMALL_MARGIN : MARGIN, of.units),
    [size, domain, isSmall, of.units],
  );
  const layers = sortLayers(props.children);
  const painted = useSameLayers(layers.painted);
  const paint = useCallback(
    (pen: Pen) => {
      if (frame) for (const { type, props } of painted) type.paint(pen, frame, style, props);
    },
    [painted, frame, style],
  );
  const pick = usePointPicking(picking ?? NOTHING);
  const point = props.onPointer ?? (picking && !isHeld ? pick : undefined);
  const handle =
    point &&
    frame &&
    ((kind: PlotPointerKind) => (event: PointerEvent) =>
      point(kind, placeInPlot(host, event), frame, event));
  const clip = `url(#${clipId})`;
  const scene = frame && { frame, clip, picking: picking ?? null, setHeld };

  return (
    <div
      ref={host}
      className="plot square-plot"
      data-theme={style.theme}
      style={props.cursor === undefined ? undefined : { cursor: props.cursor }}
      onPointerDown={handle?.('down')}
      onPointerMove={handle?.('move')}
      onPointerUp={handle?.('up')}
      onPointerCancel={handle?.('cancel')}
      onPointerLeave={handle?.('leave')}
    >
      {frame && (
        <SceneContext value={scene as Scene<never> | null}>
          <PlotAxes
            frame={frame}
            xLabel={of.xLabel}
            yLabel={of.yLabel}
            hasY={of.hasY ?? true}
            namesInside={isSmall}
          />
          {layers.below}
          <PaintedCanvas
            width={frame.width}
            height={frame.height}
            clip={frame.area}
            paint={paint}
            marks={painted.reduce((sum, { type, props }) => sum + type.marks(props), 0)}
          />
          <svg
            className="plot-layer plot-overlay"
            width={frame.width}
            height={frame.height}
            role="presentation"
          >
            <defs>
              <clipPath id={clipId}>
                <rect
                  x={frame.area.left}
                  y={frame.area.top}
                  width={frame.area.width}
                  height={frame.area.height}
                />
              </clipPath>
            </defs>
            {layers.above}
          </svg>
        </SceneContext>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} area={frame?.area} />}
    </div>
  );
}

/** The list before, as long as it paints the same: a changed identity is what repaints the canvas. */
function useSameLayers(layers: readonly PaintedElement[]): readonly PaintedElement[] {
  const kept = useRef(layers);
  if (!paintSame(kept.current, layers)) kept.current = layers;
  return kept.current;
}
