import type { Chart } from './ChartAxes.tsx';
import type { ChartEvent } from './elboSeries.ts';

export interface EventMarksProps {
  readonly events: readonly ChartEvent[];
  readonly chart: Chart;
  /** Where the pointer is, to show the text of the nearest event; null if elsewhere. */
  readonly pointerX: number | null;
}

const REACH = 8;

/** Small flags on the time axis, with what happened there. */
export function EventMarks({ events, chart, pointerX }: EventMarksProps) {
  if (events.length === 0) return null;
  const { area, x } = chart;
  const bottom = area.top + area.height;
  let near = -1;
  let least = REACH;
  if (pointerX !== null) {
    events.forEach(({ step }, index) => {
      const distance = Math.abs(x(step) - pointerX);
      if (distance <= least) {
        least = distance;
        near = index;
      }
    });
  }
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
          <line x1={x(step)} x2={x(step)} y1={area.top} y2={bottom} />
          <path d={`M${x(step)},${bottom - 8}l-4,8h8z`} />
        </g>
      ))}
      {near >= 0 && (
        <text
          className="chart-event-text"
          x={x(events[near].step)}
          y={bottom - 12}
          dx={x(events[near].step) > area.left + area.width / 2 ? -7 : 7}
          textAnchor={x(events[near].step) > area.left + area.width / 2 ? 'end' : 'start'}
        >
          {events[near].text}
        </text>
      )}
    </g>
  );
}
