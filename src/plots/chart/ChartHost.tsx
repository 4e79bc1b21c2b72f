import type { PointerEvent, ReactNode, RefObject } from 'react';
import { useRef } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import type { Size } from '../host/useElementSize.ts';
import { useElementSize } from '../host/useElementSize.ts';
import type { Screen } from '../plane/coordinates.ts';
import type { Ink } from '../style/ink.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { usePlotStyle } from '../style/style.ts';
import '../style/plots.css';
import './charts.css';
import './dynamics.css';

/** What every chart of this folder takes. */
export interface ChartProps {
  readonly placeholder?: Placeholder | null | undefined;
}

interface ChartHostState {
  readonly host: RefObject<HTMLDivElement | null>;
  /** Null before the chart is laid out. */
  readonly size: Size | null;
  readonly ink: Ink;
}

/** The element a chart lives in, its size and the inks around it. */
export function useChartHost(): ChartHostState {
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const { ink } = usePlotStyle();
  return { host, size, ink };
}

interface ChartHostProps extends ChartProps {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly className: string;
  /** Accessible name of the whole chart. */
  readonly label: string;
  /** Where the pointer is over the chart; null when it has left. */
  readonly onPoint?: ((at: Screen | null) => void) | undefined;
  /** A click or a tap that was no drag. */
  readonly onPick?: ((at: Screen) => void) | undefined;
  readonly children: ReactNode;
}

/** The element around a chart that is as large as its container. */
export function ChartHost(props: ChartHostProps) {
  const { host, onPoint, onPick, placeholder } = props;
  const point = (event: PointerEvent<HTMLDivElement>): void => onPoint?.(placeInPlot(host, event));
  return (
    <div
      ref={host}
      role="group"
      aria-label={props.label}
      className={`plot dynamics-chart ${props.className}`}
      onPointerMove={point}
      onPointerDown={point}
      onPointerUp={(event) => onPick?.(placeInPlot(host, event))}
      onPointerLeave={() => onPoint?.(null)}
    >
      {props.children}
      {placeholder != null && <PlotPlaceholder {...placeholder} />}
    </div>
  );
}
