import type { ScaleLinear, ScaleLogarithmic } from 'd3';
import { format } from 'd3';

export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly x: ScaleLinear<number, number> | ScaleLogarithmic<number, number>;
  readonly y: ScaleLinear<number, number>;
}

interface ChartAxesProps {
  readonly chart: Chart;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logarithmic: boolean;
}

const stepText = format(',d');

/** Horizontal grid lines, ticks and names of a chart over steps. */
export function ChartAxes({ chart, xLabel, yLabel, logarithmic }: ChartAxesProps) {
  const { area, width, height, x, y } = chart;
  const bottom = area.top + area.height;
  const yTicks = y.ticks(Math.max(2, Math.round(area.height / 36)));
  const yText = y.tickFormat(yTicks.length);
  const xTicks = x
    .ticks(Math.max(2, Math.round(area.width / 90)))
    .filter((tick) => !logarithmic || Number.isInteger(Math.log10(tick)));
  return (
    <svg className="plot-layer plot-axes" width={width} height={height} aria-hidden="true">
      <rect
        className="plot-area"
        x={area.left}
        y={area.top}
        width={area.width}
        height={area.height}
      />
      {yTicks.map((tick) => (
        <g key={tick}>
          <line
            className="plot-grid"
            x1={area.left}
            x2={area.left + area.width}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="plot-tick" x={area.left - 6} y={y(tick)} dy="0.34em" textAnchor="end">
            {yText(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} className="plot-tick" x={x(tick)} y={bottom + 14} textAnchor="middle">
          {stepText(tick)}
        </text>
      ))}
      <line
        className="plot-zero"
        x1={area.left}
        x2={area.left + area.width}
        y1={bottom}
        y2={bottom}
      />
      <text className="plot-axis-name" x={area.left + area.width} y={bottom + 28} textAnchor="end">
        {xLabel}
      </text>
      <text className="plot-axis-name" x={2} y={area.top - 10}>
        {yLabel}
      </text>
    </svg>
  );
}
