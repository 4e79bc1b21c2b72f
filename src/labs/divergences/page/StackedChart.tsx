import { useMemo } from 'react';
import { linearAxis } from '../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../plots/chart/Chart.tsx';
import { comparedLook } from '../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import { nats } from './words.ts';

export interface StackedPart {
  readonly name: string;
  /** Its length; Infinity goes on to the end. */
  readonly value: number;
  /** What it is called, where that is not its length. */
  readonly text?: string;
  readonly look: 'p' | 'forward' | 'reverse' | 'alpha';
}

export interface StackedChartProps {
  readonly label: string;
  /** From the left; each begins where the one before ends. */
  readonly parts: readonly StackedPart[];
  /** Where the first one begins. */
  readonly from: number;
  readonly low: number;
  readonly high: number;
  readonly axis: string;
  /** What the right end of all is. */
  readonly total: string;
}

const MARGIN = { left: 12, right: 12, top: 26, bottom: 32 } as const;
/** Room that a name needs within its part, pixels. */
const NAME_ROOM = 92;

/** Numbers that add up, one after the other along an axis. */
export function StackedChart({ label, parts, from, low, high, axis, total }: StackedChartProps) {
  const x = useMemo(() => linearAxis(axis, { low, high }), [axis, low, high]);
  const y = useMemo(() => linearAxis('', { low: 0, high: 1 }, { ticks: [] }), []);
  return (
    <Chart label={label} margin={MARGIN} x={x} y={y}>
      <Parts parts={parts} from={from} total={total} />
    </Chart>
  );
}

function Parts({ parts, from, total }: Pick<StackedChartProps, 'parts' | 'from' | 'total'>) {
  const { area, x, clip } = useChart();
  const theme = useTheme();
  const { top, height } = area;
  let end = from;
  const placed = parts.map((part) => {
    const start = end;
    if (part.value < Infinity) end += part.value;
    else end = x.ends.high;
    return { ...part, left: x.at(start), right: x.at(end) };
  });
  return (
    <g role="list" aria-label="Parts">
      {placed.map(({ name, value, text = nats(value), look, left, right }) => {
        const { colour } = comparedLook(look, theme);
        const [a, b] = [Math.min(left, right), Math.max(left, right)];
        const fits = b - a > NAME_ROOM;
        // Under the bar, and short of the line at its end.
        const isEnd = b > area.left + 1.8 * NAME_ROOM;
        return (
          <g key={name} role="listitem" aria-label={`${name}: ${text} nats`}>
            <rect
              clipPath={clip}
              x={a}
              y={top + 0.14 * height}
              width={b - a}
              height={0.5 * height}
              fill={colour}
              fillOpacity={0.3}
              stroke={colour}
            />
            <text
              className="chart-name"
              x={fits ? (a + b) / 2 : isEnd ? b - 8 : Math.max(area.left, a) + 4}
              y={top + (fits ? 0.39 : 0.86) * height}
              dy="0.34em"
              textAnchor={fits ? 'middle' : isEnd ? 'end' : 'start'}
              fill={colour}
            >
              {`${name} ${text}`}
            </text>
          </g>
        );
      })}
      <g>
        <line className="stacked-total" x1={x.at(end)} x2={x.at(end)} y1={top} y2={top + height} />
        <text
          className="chart-name"
          x={x.at(end)}
          y={top - 8}
          textAnchor={x.at(end) > area.left + 0.6 * area.width ? 'end' : 'start'}
        >
          {total}
        </text>
      </g>
    </g>
  );
}
