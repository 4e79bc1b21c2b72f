import { memo } from 'react';
import type { Area } from './PlotHost.tsx';

/** A mark on an axis: where it is, pixels, and what it says. */
export interface AxisTick {
  readonly at: number;
  readonly text: string;
  /** Across the whole plot, more strongly at zero, or only outside it. */
  readonly line: 'grid' | 'zero' | 'short' | 'none';
}

/** What is written along one side of a plot. */
export interface MarkedAxis {
  /** What the values are, with their unit; empty for an axis that has no name. */
  readonly name: string;
  readonly ticks: readonly AxisTick[];
}

interface AxisMarksProps {
  readonly area: Area;
  readonly x: MarkedAxis;
  readonly y: MarkedAxis;
  /** At the right end of the top line: what is shown just now. */
  readonly note?: string | undefined;
  /** A line along the lower side. */
  readonly hasBase?: boolean | undefined;
  /** Names in the corners of the area, not beside it. */
  readonly namesInside?: boolean | undefined;
}

const SHORT = 3;

/** The area, grid, ticks and names of two axes, in SVG. Purely visual: values are spoken by the layers. */
export const AxisMarks = memo(function AxisMarks(props: AxisMarksProps) {
  const { area, x, y, note, hasBase = false, namesInside: inside = false } = props;
  const right = area.left + area.width;
  const bottom = area.top + area.height;
  return (
    <>
      <rect
        className="plot-area"
        x={area.left}
        y={area.top}
        width={area.width}
        height={area.height}
      />
      {x.ticks.map(({ at, text, line }) => (
        <g key={`${at} ${text}`}>
          {line !== 'none' && (
            <line
              className={line === 'grid' ? 'plot-grid' : 'plot-zero'}
              x1={at}
              x2={at}
              y1={line === 'short' ? bottom + SHORT : area.top}
              y2={bottom}
            />
          )}
          <text className="plot-tick" x={at} y={bottom + 14} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {y.ticks.map(({ at, text, line }) => (
        <g key={`${at} ${text}`}>
          {line !== 'none' && (
            <line
              className={line === 'grid' ? 'plot-grid' : 'plot-zero'}
              x1={area.left}
              x2={right}
              y1={at}
              y2={at}
            />
          )}
          {text !== '' && (
            <text className="plot-tick" x={area.left - 6} y={at} dy="0.34em" textAnchor="end">
              {text}
            </text>
          )}
        </g>
      ))}
      {hasBase && <line className="plot-zero" x1={area.left} x2={right} y1={bottom} y2={bottom} />}
      {x.name !== '' && (
        <text
          className="plot-axis-name"
          data-inside={inside || undefined}
          x={inside ? right - 6 : right}
          y={inside ? bottom - 6 : bottom + 29}
          textAnchor="end"
        >
          {x.name}
        </text>
      )}
      {y.name !== '' && (
        <text
          className="plot-axis-name"
          data-inside={inside || undefined}
          x={inside ? area.left + 6 : 2}
          y={inside ? area.top + 14 : area.top - 10}
        >
          {y.name}
        </text>
      )}
      {note !== undefined && (
        <text className="plot-tick" x={right} y={area.top - 10} textAnchor="end">
          {note}
        </text>
      )}
    </>
  );
});
