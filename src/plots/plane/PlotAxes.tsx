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

/** "income (in 10³)" */
const named = (label: string, note: string): string => (note === '' ? label : `${label} (${note})`);

/** Grid lines, tick labels and the names of the axes. */
export const PlotAxes = memo(function PlotAxes(props: PlotAxesProps) {
  const { frame, xLabel, yLabel, hasY, namesInside } = props;
  const { area, width, height, ticksX, ticksY } = frame;
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
      {ticksX.ticks.map(({ at, text, isZero }) => {
        const x = frame.screenX(at);
        if (!visible(x, area.left, area.width)) return null;
        return (
          <g key={`x${at}`}>
            <line
              className={isZero ? 'plot-zero' : 'plot-grid'}
              x1={x}
              x2={x}
              y1={area.top}
              y2={bottom}
            />
            <text className="plot-tick" x={x} y={bottom + 14} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
      {(hasY ? ticksY.ticks : []).map(({ at, text, isZero }) => {
        const y = frame.screenY(at);
        if (!visible(y, area.top, area.height)) return null;
        return (
          <g key={`y${at}`}>
            <line
              className={isZero ? 'plot-zero' : 'plot-grid'}
              x1={area.left}
              x2={right}
              y1={y}
              y2={y}
            />
            <text className="plot-tick" x={area.left - 6} y={y} dy="0.34em" textAnchor="end">
              {text}
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
        {named(xLabel, ticksX.note)}
      </text>
      <text
        className="plot-axis-name"
        data-inside={namesInside || undefined}
        x={namesInside ? area.left + 6 : 2}
        y={namesInside ? area.top + 14 : area.top - 10}
      >
        {named(yLabel, hasY ? ticksY.note : '')}
      </text>
    </svg>
  );
});
