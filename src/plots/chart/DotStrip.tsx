import { ticks as roundTicks } from 'd3';
import { useMemo } from 'react';
import { formatFixed } from '../../ui/numbers.ts';
import { chartStyle } from '../style/chartStyle.ts';
import { useTheme } from '../style/theme.ts';
import { linearAxis } from './axes.ts';
import { Chart, useChart } from './Chart.tsx';
import { stacked } from './dots.ts';
import { finiteInterval } from './intervals.ts';

export interface StripDot {
  /** What it is of: "seed 4". */
  readonly name: string;
  readonly value: number;
}

interface DotStripProps {
  /** What the values are, with their unit. */
  readonly name: string;
  readonly dots: readonly StripDot[];
  /** Null before there is one. */
  readonly median: number | null;
  /** The name of the best; null where none is. */
  readonly best: string | null;
  readonly decimals: number;
}

const MARGIN = { left: 14, right: 14, top: 26, bottom: 20 };
const RADIUS = 4.5;
/** Along a strip of a third of a dialog. */
const TICKS = 3;
const NO_TICKS: readonly number[] = [];
const Y = { low: -1, high: 1 };
/** Of the span of all values, at both ends; where they are all the same, of their size. */
const AIR = 0.08;

/** Values along one line, equal ones stacked, with their median, and the best of them ringed. */
export function DotStrip({ name, dots, median, best, decimals }: DotStripProps) {
  const range = useMemo(() => finiteInterval(dots.map(({ value }) => value)), [dots]);
  const [low, high] = [range?.low ?? 0, range?.high ?? 1];
  const air = AIR * (high - low) || Math.max(0.5 * 10 ** -decimals, 0.01 * Math.abs(low));
  const x = useMemo(() => {
    const ends = { low: low - air, high: high + air };
    return linearAxis('', ends, { ticks: roundTicks(ends.low, ends.high, TICKS) });
  }, [low, high, air]);
  const y = useMemo(() => linearAxis(name, Y, { ticks: NO_TICKS }), [name]);
  const medianText = median === null ? undefined : `median ${formatFixed(median, decimals)}`;
  return (
    <Chart
      label={`${name}${medianText ? `, ${medianText}` : ''}`}
      margin={MARGIN}
      x={x}
      y={y}
      note={medianText}
    >
      <Dots {...{ dots, median, best, decimals }} />
    </Chart>
  );
}

function Dots({ dots, median, best, decimals }: Omit<DotStripProps, 'name'>) {
  const { x, y, area } = useChart();
  const { colour } = chartStyle(useTheme()).part(0);
  const finite = dots.filter(({ value }) => Number.isFinite(value));
  const places = finite.map(({ value }) => x.at(value));
  const heights = stacked(places, 2 * RADIUS, area.height / 2 - RADIUS);
  return (
    <>
      {median !== null && (
        <line
          className="strip-median"
          x1={x.at(median)}
          x2={x.at(median)}
          y1={area.top}
          y2={area.top + area.height}
        />
      )}
      <g role="list" aria-label="Values">
        {finite.map(({ name, value }, index) => {
          const isBest = name === best;
          const text = `${name} ${formatFixed(value, decimals)}${isBest ? ', the best' : ''}`;
          return (
            <g
              key={name}
              role="listitem"
              aria-label={text}
              transform={`translate(${places[index]} ${y.at(0) + heights[index]})`}
            >
              <circle className="strip-dot" r={RADIUS} fill={colour} data-tooltip={text} />
              {isBest && <circle className="strip-best" r={RADIUS + 3} />}
            </g>
          );
        })}
      </g>
    </>
  );
}
