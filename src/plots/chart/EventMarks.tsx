import { leastIndex } from 'd3';
import { useChart } from './Chart.tsx';
import type { ChartEvent } from './objective.ts';

interface EventMarksProps {
  readonly events: readonly ChartEvent[];
  /** Where the pointer is along x, to show the text of the nearest event; null if elsewhere. */
  readonly pointed: number | null;
}

const REACH = 8;

/** Small flags on the time axis, with what happened there. */
export function EventMarks({ events, pointed }: EventMarksProps) {
  const { area, x } = useChart();
  if (events.length === 0) return null;
  const bottom = area.top + area.height;
  const distance = ({ step }: ChartEvent) => Math.abs(x.at(step) - (pointed ?? Infinity));
  const nearest = leastIndex(events, (a, b) => distance(a) - distance(b) || b.step - a.step) ?? -1;
  const near = nearest >= 0 && distance(events[nearest]) <= REACH ? nearest : null;
  return (
    <g className="chart-events" role="list" aria-label="Events">
      {events.map(({ step, kind, text }, index) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: several events can share a step; the list only grows at its end
          key={index}
          role="listitem"
          aria-label={`Step ${step.toLocaleString('en-US')}: ${text}`}
          data-kind={kind}
          data-near={index === near}
        >
          <line x1={x.at(step)} x2={x.at(step)} y1={area.top} y2={bottom} />
          <path d={`M${x.at(step)},${bottom - 8}l-4,8h8z`} />
          {index === near && (
            <text
              className="chart-event-text"
              x={x.at(step)}
              y={bottom - 12}
              dx={x.at(step) > area.left + area.width / 2 ? -7 : 7}
              textAnchor={x.at(step) > area.left + area.width / 2 ? 'end' : 'start'}
            >
              {text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
