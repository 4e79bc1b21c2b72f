import { useMemo, useState } from 'react';
import { formatFixed } from '../../ui/numbers.ts';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { useSteady } from '../host/useSteady.ts';
import type { Stroke } from '../pen/pen.ts';
import { CHART_MARGIN } from '../style/chartStyle.ts';
import { countAxis, linearAxis } from './axes.ts';
import { Chart } from './Chart.tsx';
import { EventMarks } from './EventMarks.tsx';
import { endOf, type Ghost, NO_GHOSTS } from './ghost.ts';
import { type Interval, nextInterval, padInterval, robustInterval } from './intervals.ts';
import { LaterGhosts } from './LaterGhosts.tsx';
import { Lines } from './Lines.tsx';
import type { ChartEvent } from './objective.ts';
import { Reading } from './Reading.tsx';

/** A line of the chart, written at its end with its value. */
export interface ChartLine {
  readonly key: string;
  readonly name: string;
  /** One value per record. */
  readonly values: ArrayLike<number>;
  readonly stroke: Stroke;
  /** The line that the others are parts of. */
  readonly strong?: boolean | undefined;
  /** Drawn next to the others: where it lies far from them it is cut off, and its end stays named. */
  readonly isBeside?: boolean | undefined;
}

export interface StepChartProps extends AnyPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** Training step of each record, increasing. */
  readonly steps: ArrayLike<number>;
  /** In the order of their names; the first lies on top. Keep the list as long as nothing changes. */
  readonly lines: readonly ChartLine[];
  /** The name and unit of the vertical axis. */
  readonly yLabel: string;
  readonly events?: readonly ChartEvent[] | undefined;
  /** Lines of other runs. */
  readonly ghosts?: readonly Ghost[] | undefined;
  /** The ranges are fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

const FEWEST_STEPS = 50;
const NO_EVENTS: readonly ChartEvent[] = [];
const valueText = (value: number): string => formatFixed(value, 2);

/** Values over the steps of training, all on one axis. */
export function StepChart(props: StepChartProps) {
  const { steps, lines, yLabel, events = NO_EVENTS, ghosts = NO_GHOSTS } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const names = lines.map(({ key }) => key).join(' ');
  const interval = useSteady(
    useMemo(() => intervalOf(lines, ghosts), [lines, ghosts]),
    `${props.domainKey ?? ''} ${names} ${ghosts.length}`,
    nextInterval,
  );
  // The time axis grows in jumps of a quarter, so that its ticks stay where they are in between.
  const last = Math.max(
    FEWEST_STEPS,
    steps.length > 0 ? steps[steps.length - 1] : 1,
    endOf(ghosts),
  );
  const { high } = padInterval({ low: 0, high: last });
  const x = useMemo(() => countAxis('step', { low: 0, high }), [high]);
  const y = useMemo(() => linearAxis(yLabel, interval), [yLabel, interval]);
  const fromBelow = useMemo(() => lines.toReversed(), [lines]);
  return (
    <Chart
      label={props.label}
      margin={CHART_MARGIN}
      x={x}
      y={y}
      placeholder={props.placeholder}
      onPoint={(at) => setPointed(at?.[0] ?? null)}
      below={<Lines xs={steps} lines={fromBelow} />}
    >
      <LaterGhosts ghosts={ghosts} />
      <EventMarks events={events} pointed={pointed} />
      {steps.length > 0 && (
        <Reading
          xs={steps}
          lines={lines.map(({ stroke, values, ...line }) => ({
            ...{ ...line, colour: stroke.colour },
            value: (record) => values[record] ?? Number.NaN,
            text: (record) => valueText(values[record]),
          }))}
          pointed={pointed}
          named={(step) => `step ${formatFixed(step, 0)}`}
          isBeside
        />
      )}
    </Chart>
  );
}

/** How many times its own range the chart of the other lines grows towards those next to them. */
const MOST_GROWTH = 2;

/** The range of the lines; those next to them move its ends only so far. */
function intervalOf(lines: readonly ChartLine[], ghosts: readonly Ghost[]): Interval | null {
  const rangeOf = (isBeside: boolean) =>
    robustInterval([
      ...lines.flatMap((line) => ((line.isBeside ?? false) === isBeside ? [line.values] : [])),
      ...(isBeside ? [] : ghosts.map(({ values }) => values)),
    ]);
  const [main, beside] = [rangeOf(false), rangeOf(true)];
  if (main === null || beside === null) return main ?? beside;
  const reach = MOST_GROWTH * (main.high - main.low);
  return {
    low: Math.max(main.low - reach, Math.min(main.low, beside.low)),
    high: Math.min(main.high + reach, Math.max(main.high, beside.high)),
  };
}
