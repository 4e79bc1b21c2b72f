import { memo } from 'react';
import type { PlanePoint } from './coordinates.ts';
import type { Frame } from './frame.ts';

interface PlotAxesProps {
  readonly frame: Frame<PlanePoint<string>>;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Whether places along y mean anything. */
  readonly hasY: boolean;
  /** Names of the axes in the corners of the plot, not beside it. */
  readonly namesInside: boolean;
}

const visible = (position: number, from: number, length: number): boolean =>
  position >= from - 0.5 && position <= from + length + 0.5;

/** Grid lines, tick labels and the names of the axes. */
export const PlotAxes = memo(function PlotAxes(props: PlotAxesProps) {
  const { frame, xLabel, yLabel, hasY, namesInside } = props;
  const { area, width, height, ticksX, ticksY, formatTick } = frame;
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
      {ticksX.map((tick) => {
        const x = frame.screenX(tick);
        if (!visible(x, area.left, area.width)) return null;
        return (
          <g key={`x${tick}`}>
            <line
              className={tick === 0 ? 'plot-zero' : 'plot-grid'}
              x1={x}
              x2={x}
              y1={area.top}
              y2={bottom}
            />
            <text className="plot-tick" x={x} y={bottom + 14} textAnchor="middle">
              {formatTick(tick)}
            </text>
          </g>
        );
      })}
      {(hasY ? ticksY : []).map((tick) => {
        const y = frame.screenY(tick);
        if (!visible(y, area.top, area.height)) return null;
        return (
          <g key={`y${tick}`}>
            <line
              className={tick === 0 ? 'plot-zero' : 'plot-grid'}
              x1={area.left}
              x2={right}
              y1={y}
              y2={y}
            />
            <text className="plot-tick" x={area.left - 6} y={y} dy="0.34em" textAnchor="end">
              {formatTick(tick)}
            </text>
          </g>
        );
      })}
      <text
        className="plot-axis-name"
        data-inside={namesInside || undefined}
        x={namesInside ? right - 6 : right}
        y={namesInside ? bottom - 6 : bottom + 29}
        textAnchor="end"
      >
        {xLabel}
      </text>
      <text
        className="plot-axis-name"
        data-inside={namesInside || undefined}
        x={namesInside ? area.left + 6 : 2}
        y={namesInside ? area.top + 14 : area.top - 10}
      >
        {yLabel}
      </text>
    </svg>
  );
});
