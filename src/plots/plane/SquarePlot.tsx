import type { PointerEvent, ReactNode } from 'react';
import { useCallback, useId, useMemo, useRef } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { PaintedCanvas } from '../pen/PaintedCanvas.tsx';
import type { Pen } from '../pen/pen.ts';
import type { Ink } from '../style/ink.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { usePlotStyle } from '../style/style.ts';
import type { PlanePoint, Screen } from './coordinates.ts';
import type { SquareDomain } from './domain.ts';
import type { AxisUnits, Frame } from './frame.ts';
import { createFrame, MARGIN, SMALL_MARGIN } from './frame.ts';
import { PlotAxes } from './PlotAxes.tsx';
import '../style/plots.css';

export interface SquarePlotProps<P extends PlanePoint<string>> {
  readonly xLabel: string;
  readonly yLabel: string;
  /** False where places along y mean nothing: then they have no ticks. */
  readonly hasY?: boolean | undefined;
  /** For several plots in little room: narrow margins, and the axes' names inside. */
  readonly isSmall?: boolean | undefined;
  readonly domain: SquareDomain;
  /** How numbers along x and y are read; as they are unless told. Give it a stable identity. */
  readonly units?: AxisUnits | undefined;
  /** Draws the canvas layer. Give it a stable identity: the canvas is repainted when it changes. */
  readonly paint: (pen: Pen, frame: Frame<P>, ink: Ink) => void;
  /** How many marks `paint` draws. */
  readonly marks: number;
  /** Below the canvas, over the axes' grid: pictures, for instance. */
  readonly underlay?: ((frame: Frame<P>) => ReactNode) | undefined;
  /** SVG over the canvas; `clip` is a value for clipPath. */
  readonly overlay?: (frame: Frame<P>, ink: Ink, clip: string) => ReactNode;
  readonly placeholder?: Placeholder | null | undefined;
  readonly cursor?: string | undefined;
  readonly onPointer?:
    | ((kind: PlotPointerKind, at: Screen, frame: Frame<P>, event: PointerEvent) => void)
    | undefined;
  /** HTML over the plot, such as a drawing surface for the keyboard. */
  readonly children?: ReactNode;
}

export type PlotPointerKind = 'down' | 'move' | 'up' | 'cancel' | 'leave';

/**
 * A plane with axes: grid and axes in SVG below, marks on a canvas, and whatever
 * can be grabbed in SVG above. It fills the width it is given, as a square
 * unless its container fixes another height; units are equally long on both axes.
 */
export function SquarePlot<P extends PlanePoint<string>>(props: SquarePlotProps<P>) {
  const { theme, ink } = usePlotStyle();
  const { domain, units, paint, overlay, onPointer, placeholder, isSmall = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);

  const clipId = useId();

  const frame = useMemo(
    () =>
      size === null
        ? null
        : createFrame<P>(size.width, size.height, domain, isSmall ? SMALL_MARGIN : MARGIN, units),
    [size, domain, isSmall, units],
  );
  const paintFrame = useCallback(
    (pen: Pen) => {
      if (frame !== null) paint(pen, frame, ink);
    },
    [paint, frame, ink],
  );
  const handle =
    onPointer === undefined || frame === null
      ? undefined
      : (kind: PlotPointerKind) => (event: PointerEvent) => {
          onPointer(kind, placeInPlot(host, event), frame, event);
        };

  return (
    <div
      ref={host}
      className="plot square-plot"
      data-theme={theme}
      style={props.cursor === undefined ? undefined : { cursor: props.cursor }}
      onPointerDown={handle?.('down')}
      onPointerMove={handle?.('move')}
      onPointerUp={handle?.('up')}
      onPointerCancel={handle?.('cancel')}
      onPointerLeave={handle?.('leave')}
    >
      {frame !== null && (
        <>
          <PlotAxes
            frame={frame}
            xLabel={props.xLabel}
            yLabel={props.yLabel}
            hasY={props.hasY ?? true}
            namesInside={isSmall}
          />
          {props.underlay?.(frame)}
          <PaintedCanvas
            width={frame.width}
            height={frame.height}
            clip={frame.area}
            paint={paintFrame}
            marks={props.marks}
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
            {overlay?.(frame, ink, `url(#${clipId})`)}
          </svg>
        </>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} area={frame?.area} />}
      {props.children}
    </div>
  );
}
