import { format, scaleLinear, scaleLog } from 'd3';
import type { PointerEvent } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { PaintedCanvas } from '../pen/PaintedCanvas.tsx';
import type { Pen, Stroke } from '../pen/pen.ts';
import { CHART_MARGIN } from '../style/chartLook.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { useTheme } from '../style/theme.ts';
import { ChartAxes } from './ChartAxes.tsx';
import { traceDecimated } from './decimate.ts';
import { EventMarks } from './EventMarks.tsx';
import type { ChartEvent } from './elboSeries.ts';
import { padInterval, robustInterval } from './intervals.ts';
import { spreadLabels } from './labelPlacement.ts';
import { useSteadyInterval } from './useSteadyInterval.ts';
import '../style/plots.css';
import './charts.css';

/** A line of the chart, written at its end with its value. */
export interface ChartLine {
  readonly key: string;
  readonly name: string;
  /** One value per record. */
  readonly values: ArrayLike<number>;
  readonly stroke: Stroke;
}

export interface StepChartProps {
  /** Training step of each record, increasing. */
  readonly steps: ArrayLike<number>;
  /** In the order of their names; the first lies on top. Keep the list as long as nothing changes. */
  readonly lines: readonly ChartLine[];
  /** The name and unit of the vertical axis. */
  readonly yLabel: string;
  readonly events?: readonly ChartEvent[] | undefined;
  readonly xScale?: 'linear' | 'log' | undefined;
  /** The ranges are fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

const LABEL_GAP = 15;
const valueText = format('.2f');
const stepText = format(',d');

/** Index of the record nearest to a step. */
function nearestRecord(steps: ArrayLike<number>, step: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle] < step) low = middle + 1;
    else high = middle;
  }
  return low > 0 && step - steps[low - 1] < steps[low] - step ? low - 1 : low;
}

/** Values over the steps of training, all on one axis. */
export function StepChart(props: StepChartProps) {
  const theme = useTheme();
  const { steps, lines, events = [], xScale = 'linear', placeholder } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const [pointerX, setPointerX] = useState<number | null>(null);

  const wanted = useMemo(() => robustInterval(lines.map(({ values }) => values)), [lines]);
  const names = lines.map(({ key }) => key).join(' ');
  const interval = useSteadyInterval(wanted, `${props.domainKey ?? ''} ${names}`);
  const lastStep = steps.length > 0 ? steps[steps.length - 1] : 1;
  // The time axis grows in jumps of a quarter, so that its ticks stand still in between.
  const shownSteps = useMemo(() => roundSteps(lastStep), [lastStep]);

  const chart = useMemo(() => {
    if (size === null) return null;
    const area = {
      left: CHART_MARGIN.left,
      top: CHART_MARGIN.top,
      width: Math.max(1, size.width - CHART_MARGIN.left - CHART_MARGIN.right),
      height: Math.max(1, size.height - CHART_MARGIN.top - CHART_MARGIN.bottom),
    };
    const range = [area.left, area.left + area.width];
    const x =
      xScale === 'log'
        ? scaleLog([1, Math.max(10, shownSteps)], range)
        : scaleLinear([0, shownSteps], range);
    const y = scaleLinear([interval.low, interval.high], [area.top + area.height, area.top]);
    return { ...size, area, x: x.clamp(true), y };
  }, [size, xScale, shownSteps, interval]);

  const paint = useCallback(
    (pen: Pen) => {
      if (chart === null) return;
      for (const { values, stroke } of lines.toReversed()) {
        pen.begin();
        traceDecimated(
          values,
          (index) => chart.x(steps[index]),
          (value) => chart.y(value),
          pen,
        );
        pen.stroke(stroke);
      }
    },
    [chart, lines, steps],
  );

  const move = (event: PointerEvent<HTMLDivElement>): void => {
    setPointerX(placeInPlot(host, event)[0]);
  };
  const record =
    pointerX === null || chart === null || steps.length === 0
      ? steps.length - 1
      : nearestRecord(steps, chart.x.invert(pointerX));
  const reading = pointerX !== null && record >= 0;

  return (
    <div
      ref={host}
      className="plot elbo-chart"
      data-theme={theme}
      onPointerMove={move}
      onPointerDown={move}
      onPointerLeave={() => setPointerX(null)}
    >
      {chart !== null && (
        <>
          <ChartAxes
            chart={chart}
            xLabel="step"
            yLabel={props.yLabel}
            logarithmic={xScale === 'log'}
          />
          <PaintedCanvas
            width={chart.width}
            height={chart.height}
            clip={chart.area}
            paint={paint}
            marks={0}
          />
          <svg
            className="plot-layer plot-overlay"
            width={chart.width}
            height={chart.height}
            role="presentation"
          >
            <EventMarks events={events} chart={chart} pointerX={pointerX} />
            {record >= 0 && (
              <g
                className="chart-labels"
                role="list"
                aria-label={`Values at step ${stepText(steps[record])}`}
              >
                {labelRows(lines, record, chart).map(({ line, value, y, at }) => (
                  <g key={line.key} role="listitem" aria-label={`${line.name} ${valueText(value)}`}>
                    {reading && Number.isFinite(at) && (
                      <circle cx={chart.x(steps[record])} cy={at} r={3} fill={line.stroke.colour} />
                    )}
                    <text
                      x={chart.area.left + chart.area.width + 8}
                      y={y}
                      dy="0.34em"
                      className="chart-label"
                      data-part={line.key}
                      fill={line.stroke.colour}
                    >
                      <tspan className="chart-value">{valueText(value)}</tspan>
                      <tspan dx={5}>{line.name}</tspan>
                    </text>
                  </g>
                ))}
              </g>
            )}
            {reading && (
              <g aria-hidden="true">
                <line
                  className="chart-crosshair"
                  x1={chart.x(steps[record])}
                  x2={chart.x(steps[record])}
                  y1={chart.area.top}
                  y2={chart.area.top + chart.area.height}
                />
                <text
                  className="plot-tick chart-step"
                  x={chart.x(steps[record])}
                  y={chart.area.top - 4}
                  textAnchor="middle"
                >
                  {`step ${stepText(steps[record])}`}
                </text>
              </g>
            )}
          </svg>
        </>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} area={chart?.area} />}
    </div>
  );
}

/** The number of steps on the axis: at least `last`, in jumps of about a quarter. */
function roundSteps(last: number): number {
  const padded = padInterval({ low: 0, high: Math.max(last, 50) });
  return padded.high;
}

/** Names and values of the lines, moved apart, at the height where each line ends. */
function labelRows(
  lines: readonly ChartLine[],
  record: number,
  chart: { y: (value: number) => number; area: { top: number; height: number } },
) {
  const { top, height } = chart.area;
  const ends = lines.map(({ values }) => chart.y(values[record]));
  const wishes = ends.map((y) =>
    Number.isFinite(y) ? Math.min(top + height, Math.max(top, y)) : top + height,
  );
  const placed = spreadLabels(wishes, LABEL_GAP, top + 2, top + height - 2);
  return lines.map((line, index) => ({
    line,
    value: line.values[record],
    y: placed[index],
    at: ends[index],
  }));
}
