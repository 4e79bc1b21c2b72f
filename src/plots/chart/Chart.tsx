import type { PointerEvent, ReactNode } from 'react';
import { createContext, useContext, useId, useMemo, useRef } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import type { Size } from '../host/useElementSize.ts';
import { useElementSize } from '../host/useElementSize.ts';
import type { Screen } from '../plane/coordinates.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { AxisMarks } from './AxisMarks.tsx';
import type { Axis, AxisOf } from './axes.ts';
import '../style/plots.css';
import './charts.css';

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

/** Where a chart draws: what its layers take from it. */
export interface ChartFrame extends Size {
  readonly area: Area;
  readonly x: Axis;
  readonly y: Axis;
  /** A value for `clipPath`: nothing outside the area. */
  readonly clip: string;
}

/** What every chart takes. */
export interface AnyChartProps {
  readonly placeholder?: Placeholder | null | undefined;
}

export interface ChartProps extends AnyChartProps {
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
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const clip = useId();
  const chart = useMemo((): ChartFrame | null => {
    if (size === null) return null;
    const area = insideMargin(size, typeof margin === 'function' ? margin(size) : margin);
    return {
      ...size,
      area,
      x: x(area.left, area.left + area.width),
      y: y(area.top + area.height, area.top),
      clip: `url(#${clip})`,
    };
  }, [size, margin, x, y, clip]);
  const point = (event: PointerEvent): void => {
    if (chart !== null) onPoint?.(placeInPlot(host, event), chart);
  };
  return (
    <div
      ref={host}
      role="group"
      aria-label={props.label}
      className={`plot chart ${props.className ?? ''}`}
      data-large={(size !== null && isLarge(size)) || undefined}
      onPointerMove={point}
      onPointerDown={point}
      onPointerUp={(event) => chart !== null && onPick?.(placeInPlot(host, event), chart)}
      onPointerLeave={() => chart !== null && onPoint?.(null, chart)}
    >
      {chart !== null && (
        <ChartContext value={chart}>
          <svg
            className="plot-layer plot-axes"
            width={chart.width}
            height={chart.height}
            aria-hidden="true"
          >
            <AxisMarks area={chart.area} x={chart.x} y={chart.y} note={props.note} />
          </svg>
          {props.below}
          <svg
            className="plot-layer plot-overlay"
            width={chart.width}
            height={chart.height}
            role="presentation"
          >
            <clipPath id={clip}>
              <rect
                x={chart.area.left}
                y={chart.area.top}
                width={chart.area.width}
                height={chart.area.height}
              />
            </clipPath>
            {props.children}
          </svg>
        </ChartContext>
      )}
      {props.placeholder != null && <PlotPlaceholder {...props.placeholder} area={chart?.area} />}
    </div>
  );
}

const LARGE_FROM: Size = { width: 420, height: 270 };

/** Whether there is room for larger type, as when presenting. */
export const isLarge = ({ width, height }: Size): boolean =>
  width >= LARGE_FROM.width && height >= LARGE_FROM.height;

/** What is left inside the margins. */
const insideMargin = ({ width, height }: Size, margin: Margin): Area => ({
  left: margin.left,
  top: margin.top,
  width: Math.max(1, width - margin.left - margin.right),
  height: Math.max(1, height - margin.top - margin.bottom),
});
