import type { ReactNode } from 'react';
import { createContext, useContext, useMemo } from 'react';
import { AxisMarks } from '../host/AxisMarks.tsx';
import {
  type AnyPlotProps,
  type Area,
  insideMargin,
  type Margin,
  PlotHost,
  usePlotHost,
} from '../host/PlotHost.tsx';
import type { Size } from '../host/useElementSize.ts';
import type { Screen } from '../plane/coordinates.ts';
import type { Axis, AxisOf } from './axes.ts';
import './charts.css';

/** Where a chart draws: what its layers take from it. */
export interface ChartFrame extends Size {
  readonly area: Area;
  readonly x: Axis;
  readonly y: Axis;
  /** A value for `clipPath`: nothing outside the area. */
  readonly clip: string;
}

export interface ChartProps extends AnyPlotProps {
  readonly className?: string | undefined;
  /** Accessible name of the whole chart. */
  readonly label: string;
  /** Outside the area; where it depends on the size, a function that stays the same. */
  readonly margin?: Margin | ((size: Size) => Margin) | undefined;
  readonly x: AxisOf;
  readonly y: AxisOf;
  /** At the right end of the top line: what the chart shows just now. */
  readonly note?: string | undefined;
  /** Layers that are no SVG, between the axes and the marks. */
  readonly below?: ReactNode;
  /** SVG: the layers from the lowest to the highest. */
  readonly children?: ReactNode;
  /** Where the pointer is over the chart; null when it has left. */
  readonly onPoint?: ((at: Screen | null, chart: ChartFrame) => void) | undefined;
  /** A click or a tap that was no drag. */
  readonly onPick?: ((at: Screen, chart: ChartFrame) => void) | undefined;
}

/** Around charts that share a time axis with others; on the right there is room for names of lines. */
export const TIME_MARGIN: Margin = { left: 44, right: 60, top: 22, bottom: 34 };

const ChartContext = createContext<ChartFrame | null>(null);

/** The chart around a layer. */
export function useChart(): ChartFrame {
  const chart = useContext(ChartContext);
  if (chart === null) throw new Error('A layer of a chart is drawn inside a <Chart>.');
  return chart;
}

/** A chart that fills its container: two axes, and the layers between them. */
export function Chart({ margin = TIME_MARGIN, x, y, onPoint, onPick, ...props }: ChartProps) {
  const host = usePlotHost();
  const { size, clip } = host;
  const chart = useMemo((): ChartFrame | null => {
    if (size === null) return null;
    const area = insideMargin(size, typeof margin === 'function' ? margin(size) : margin);
    return {
      ...size,
      area,
      x: x(area.left, area.left + area.width),
      y: y(area.top + area.height, area.top),
      clip,
    };
  }, [size, margin, x, y, clip]);
  return (
    <ChartContext value={chart}>
      <PlotHost
        host={host}
        label={props.label}
        className={`chart ${props.className ?? ''}${size && isLarge(size) ? ' large' : ''}`}
        area={chart?.area ?? null}
        axes={
          chart && <AxisMarks area={chart.area} x={chart.x} y={chart.y} note={props.note} hasBase />
        }
        below={props.below}
        placeholder={props.placeholder}
        onPointer={(kind, at) => {
          if (chart === null) return;
          if (kind === 'up') onPick?.(at, chart);
          else if (kind !== 'cancel') onPoint?.(kind === 'leave' ? null : at, chart);
        }}
      >
        {props.children}
      </PlotHost>
    </ChartContext>
  );
}

const LARGE_FROM: Size = { width: 420, height: 270 };

/** Whether there is room for larger type, as when presenting. */
export const isLarge = ({ width, height }: Size): boolean =>
  width >= LARGE_FROM.width && height >= LARGE_FROM.height;
