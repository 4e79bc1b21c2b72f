import type { PointerEvent, ReactNode, RefObject } from 'react';
import { useId, useRef } from 'react';
import type { Screen } from '../plane/coordinates.ts';
import { placeInPlot } from '../style/plotScale.ts';
import type { Placeholder } from './PlotPlaceholder.tsx';
import { PlotPlaceholder } from './PlotPlaceholder.tsx';
import { type Size, useElementSize } from './useElementSize.ts';
import '../style/plots.css';

/** A rectangle of a plot, pixels. */
export interface Area extends Size {
  readonly left: number;
  readonly top: number;
}

/** Space for axes and names around what is drawn, pixels. */
export interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is left inside the margins. */
export const insideMargin = ({ width, height }: Size, margin: Margin): Area => ({
  left: margin.left,
  top: margin.top,
  width: Math.max(1, width - margin.left - margin.right),
  height: Math.max(1, height - margin.top - margin.bottom),
});

/** The area of a plot that is not laid out. */
export const NOWHERE: Area = { left: 0, top: 0, width: 1, height: 1 };

/** What every plot takes. */
export interface AnyPlotProps {
  readonly placeholder?: Placeholder | null | undefined;
}

export type PlotPointerKind = 'down' | 'move' | 'up' | 'cancel' | 'leave';

interface HostState {
  readonly element: RefObject<HTMLDivElement | null>;
  /** Null before the plot is laid out. */
  readonly size: Size | null;
  readonly clipId: string;
  /** A value for `clipPath`: nothing outside the area. */
  readonly clip: string;
}

/** The element a plot is in and its size, for PlotHost. */
export function usePlotHost(): HostState {
  const element = useRef<HTMLDivElement>(null);
  const size = useElementSize(element);
  const clipId = useId();
  return { element, size, clipId, clip: `url(#${clipId})` };
}

interface PlotHostProps extends AnyPlotProps {
  readonly host: HostState;
  readonly className: string;
  /** Accessible name of the whole plot. */
  readonly label?: string | undefined;
  readonly cursor?: string | undefined;
  /** Where axes and layers are; null before the plot is laid out. */
  readonly area: Area | null;
  /** SVG: see AxisMarks. */
  readonly axes?: ReactNode;
  /** Layers that are no SVG, between the axes and the rest. */
  readonly below?: ReactNode;
  /** Layers in SVG. */
  readonly children?: ReactNode;
  readonly onPointer?:
    | ((kind: PlotPointerKind, at: Screen, event: PointerEvent) => void)
    | undefined;
}

/** The element of a plot: axes, layers on them, and a message where there is nothing to draw. */
export function PlotHost({ host, area, onPointer, placeholder, ...props }: PlotHostProps) {
  const { element, size, clipId } = host;
  const handle =
    onPointer && area
      ? (kind: PlotPointerKind) => (event: PointerEvent) =>
          onPointer(kind, placeInPlot(element, event), event)
      : undefined;
  return (
    <div
      ref={element}
      {...(props.label === undefined ? {} : { role: 'group', 'aria-label': props.label })}
      className={`plot ${props.className}`}
      style={props.cursor === undefined ? undefined : { cursor: props.cursor }}
      onPointerDown={handle?.('down')}
      onPointerMove={handle?.('move')}
      onPointerUp={handle?.('up')}
      onPointerCancel={handle?.('cancel')}
      onPointerLeave={handle?.('leave')}
    >
      {size && area && (
        <>
          {props.axes && (
            <svg className="plot-layer plot-axes" {...size} aria-hidden="true">
              {props.axes}
            </svg>
          )}
          {props.below}
          <svg className="plot-layer plot-overlay" {...size} role="presentation">
            <clipPath id={clipId}>
              <rect x={area.left} y={area.top} width={area.width} height={area.height} />
            </clipPath>
            {props.children}
          </svg>
        </>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} area={area ?? undefined} />}
    </div>
  );
}
