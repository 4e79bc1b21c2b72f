import { useChart } from './Chart.tsx';

interface CrosshairProps {
  /** Pixels along x. */
  readonly at: number;
  /** Written above the line. */
  readonly name?: string | undefined;
}

/** The place along x that is read. */
export function Crosshair({ at, name }: CrosshairProps) {
  const { top, height } = useChart().area;
  return (
    <g aria-hidden="true" pointerEvents="none" data-export="skip">
      <line className="chart-crosshair" x1={at} x2={at} y1={top} y2={top + height} />
      {name !== undefined && (
        <text className="plot-tick chart-step" x={at} y={top - 9} textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  );
}
