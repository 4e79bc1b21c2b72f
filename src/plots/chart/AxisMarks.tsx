import { memo } from 'react';
import type { Axis } from './axes.ts';
import type { Area } from './Chart.tsx';

interface AxisMarksProps {
  readonly area: Area;
  readonly x: Axis;
  readonly y: Axis;
  /** At the right end of the top line: what is shown just now. */
  readonly note?: string | undefined;
}

/** The area, grid, ticks and names of two axes, in SVG. Purely visual: values are spoken by the layers. */
export const AxisMarks = memo(function AxisMarks({ area, x, y, note }: AxisMarksProps) {
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
      {y.ticks.map(({ at, text, bare }) => (
        <g key={`${at} ${text}`}>
          {!bare && <line className="plot-grid" x1={area.left} x2={right} y1={at} y2={at} />}
          <text className="plot-tick" x={area.left - 6} y={at} dy="0.34em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="plot-zero" x1={area.left} x2={right} y1={bottom} y2={bottom} />
      {x.ticks.map(({ at, text }) => (
        <g key={`${at} ${text}`}>
          <line className="plot-zero" x1={at} x2={at} y1={bottom} y2={bottom + 3} />
          <text className="plot-tick" x={at} y={bottom + 15} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {x.name !== '' && (
        <text className="plot-axis-name" x={right} y={bottom + 30} textAnchor="end">
          {x.name}
        </text>
      )}
      {y.name !== '' && (
        <text className="plot-axis-name" x={2} y={area.top - 9}>
          {y.name}
        </text>
      )}
      {note !== undefined && (
        <text className="plot-tick" x={right} y={area.top - 9} textAnchor="end">
          {note}
        </text>
      )}
    </>
  );
});
