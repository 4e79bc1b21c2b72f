import { memo } from 'react';
import type { Size } from '../host/useElementSize.ts';
import type { Area } from './timeScale.ts';

/** A mark on an axis: where it stands, pixels, and what it says. */
export interface AxisTick {
  readonly at: number;
  readonly text: string;
  /** No line across the chart. */
  readonly bare?: boolean | undefined;
}

interface AxesProps extends Size {
  readonly area: Area;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  readonly xLabel?: string | undefined;
  readonly yLabel: string;
  /** Right end of the top line: what the chart shows just now. */
  readonly note?: string | undefined;
}

/** The area, grid, ticks and names of a chart. Purely visual: names and values are told elsewhere. */
export const Axes = memo(function Axes(props: AxesProps) {
  const { area, width, height, xTicks, yTicks } = props;
  const right = area.left + area.width;
  const bottom = area.top + area.height;
  return (
    <svg className="plot-layer plot-axes" width={width} height={height} aria-hidden="true">
      <rect
        className="plot-area"
        x={area.left}
        y={area.top}
        width={area.width}
        height={area.height}
      />
      {yTicks.map(({ at, text, bare }) => (
        <g key={`${at} ${text}`}>
          {!bare && <line className="plot-grid" x1={area.left} x2={right} y1={at} y2={at} />}
          <text className="plot-tick" x={area.left - 6} y={at} dy="0.34em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="plot-zero" x1={area.left} x2={right} y1={bottom} y2={bottom} />
      {xTicks.map(({ at, text }) => (
        <g key={`${at} ${text}`}>
          <line className="plot-zero" x1={at} x2={at} y1={bottom} y2={bottom + 3} />
          <text className="plot-tick" x={at} y={bottom + 15} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {props.xLabel !== undefined && (
        <text className="plot-axis-name" x={right} y={bottom + 30} textAnchor="end">
          {props.xLabel}
        </text>
      )}
      <text className="plot-axis-name" x={2} y={area.top - 9}>
        {props.yLabel}
      </text>
      {props.note !== undefined && (
        <text className="plot-tick" x={right} y={area.top - 9} textAnchor="end">
          {props.note}
        </text>
      )}
    </svg>
  );
});
