import { useChart } from '../../../../plots/chart/Chart.tsx';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { NAMES } from '../../names.ts';
import type { Lane } from './lanes.ts';

interface LaneNameProps {
  readonly lane: Lane;
  /** At the right end. */
  readonly figure: string;
}

/** What a lane is of, and the line under it. */
export function LaneName({ lane: { estimates, top, height }, figure }: LaneNameProps) {
  const { area } = useChart();
  const { colour } = estimatorLook(estimates.id, useTheme());
  const right = area.left + area.width;
  return (
    <g aria-hidden="true">
      <line className="plot-grid" x1={area.left} x2={right} y1={top + height} y2={top + height} />
      <text className="lane-name" x={area.left + 6} y={top + 14} fill={colour}>
        {NAMES[estimates.id]}
      </text>
      <text className="lane-name" x={right - 6} y={top + 14} textAnchor="end" fill={colour}>
        {figure}
      </text>
    </g>
  );
}
