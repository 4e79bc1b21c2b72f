import { scaleLinear, scaleLog } from 'd3';
import { memo, useMemo } from 'react';
import { seriesLook } from '../style/seriesLook.ts';
import { symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';
import { Axes } from './Axes.tsx';
import type { ChartProps } from './ChartHost.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { insideMargin, logPositions, powerText, powerTicks, verticalTicks } from './chartScales.ts';
import { errorRange } from './errorRange.ts';

/** One line of an experiment: a mean over runs, and their spread, for each factor. */
export interface ErrorSeries {
  readonly name: string;
  /** One per factor; NaN where there is none yet. */
  readonly means: ArrayLike<number>;
  /** One per factor: half the length of the bar, such as a standard deviation over runs. */
  readonly deviations: ArrayLike<number>;
  /** R x factors, run by run: single results, drawn faintly. */
  readonly runs?: ArrayLike<number> | undefined;
}

export interface ErrorBarsProps extends ChartProps {
  /** Accessible name. */
  readonly label: string;
  /** What was changed, and by how much; on a logarithmic axis 0 stands left of a break. */
  readonly factors: readonly number[];
  readonly xLabel: string;
  readonly xScale?: 'linear' | 'log' | undefined;
  readonly yLabel: string;
  readonly yScale?: 'linear' | 'log' | undefined;
  readonly series: readonly ErrorSeries[];
  /** What bars mean, such as "10 runs, mean ± sd". */
  readonly note?: string | undefined;
}

const MARGIN = { left: 52, right: 18, top: 40, bottom: 34 };
const NOTE_HEIGHT = 18;
const AIR = 0.07;
const DODGE = 11;
const CAP = 4.5;
const MARK_RADIUS = 3.25;

const spoken = (value: number): string => Number(value.toPrecision(3)).toString();

/** Means with error bars over runs (thesis, figure 6.6). */
export const ErrorBars = memo(function ErrorBars(props: ErrorBarsProps) {
  const theme = useTheme();
  const { factors, series, xScale = 'linear', yScale = 'linear' } = props;
  const { host, size } = useChartHost();
  const chart = useMemo(() => {
    if (size === null) return null;
    const area = insideMargin(size, MARGIN);
    const log = logPositions(factors);
    const linear = scaleLinear([Math.min(...factors), Math.max(...factors)], [0, 1]);
    const toUnit = xScale === 'log' ? log.position : (value: number) => linear(value);
    const x = (factor: number): number =>
      area.left + area.width * (AIR + (1 - 2 * AIR) * toUnit(factor));
    const { low, high } = errorRange(series, yScale === 'log');
    const range = [area.top + area.height, area.top];
    const y = yScale === 'log' ? scaleLog([low, high], range) : scaleLinear([low, high], range);
    const yTicks =
      yScale === 'log'
        ? powerTicks(low, high, area.height / 24).map((tick) => ({
            at: y(tick),
            text: powerText(tick),
          }))
        : verticalTicks(low, high, area, y);
    const xTicks = factors.map((factor) => ({
      at: x(factor),
      text: xScale === 'log' ? powerText(factor) : String(factor),
    }));
    const zeroBreak =
      xScale === 'log' && log.hasZero
        ? (x(0) + x(Math.min(...factors.filter((f) => f > 0)))) / 2
        : null;
    return { ...size, area, x, y: y.clamp(true), xTicks, yTicks, zeroBreak };
  }, [size, factors, series, xScale, yScale]);

  return (
    <ChartHost
      host={host}
      className="error-bars"
      label={props.label}
      placeholder={props.placeholder}
    >
      {chart !== null && (
        <>
          <Axes {...chart} xLabel={props.xLabel} yLabel="" />
          <svg
            className="plot-layer plot-overlay"
            width={chart.width}
            height={chart.height}
            role="presentation"
          >
            <g aria-hidden="true">
              <text className="plot-axis-name" x={2} y={13}>
                {props.yLabel}
              </text>
              {props.note !== undefined && (
                <text
                  className="plot-tick"
                  x={chart.area.left + chart.area.width}
                  y={13}
                  textAnchor="end"
                >
                  {props.note}
                </text>
              )}
              {chart.zeroBreak !== null && (
                <path
                  className="axis-break"
                  d={`M${chart.zeroBreak - 4},${chart.area.top + chart.area.height + 5}l4,-10m2,10l4,-10`}
                />
              )}
              {series.length > 1 &&
                series.map(({ name }, index) => (
                  <g
                    key={name}
                    transform={`translate(${chart.area.left + 6 + (chart.area.width * index) / series.length} ${13 + NOTE_HEIGHT})`}
                  >
                    <path d={symbolPath(index, 4)} fill={seriesLook(index, theme).colour} y={-4} />
                    <text className="plot-tick" x={9} dy="0.34em">
                      {name}
                    </text>
                  </g>
                ))}
            </g>
            {series.map((one, index) => (
              <SeriesMarks
                key={one.name}
                series={one}
                factors={factors}
                index={index}
                colour={seriesLook(index, theme).colour}
                dodge={DODGE * (index - (series.length - 1) / 2)}
                bottom={chart.area.top + chart.area.height}
                x={chart.x}
                y={chart.y}
              />
            ))}
          </svg>
        </>
      )}
    </ChartHost>
  );
});

interface SeriesMarksProps {
  readonly series: ErrorSeries;
  readonly factors: readonly number[];
  readonly index: number;
  readonly colour: string;
  /** To the side, so that series do not cover each other, pixels. */
  readonly dodge: number;
  /** Where bars end whose lower end is not on the axis, pixels. */
  readonly bottom: number;
  readonly x: (factor: number) => number;
  readonly y: (value: number) => number;
}

function SeriesMarks({ series, factors, index, colour, dodge, bottom, x, y }: SeriesMarksProps) {
  const { name, means, deviations, runs } = series;
  return (
    <g role="list" aria-label={name}>
      {factors.map((factor, f) => {
        const mean = means[f];
        if (!Number.isFinite(mean)) return null;
        const at = x(factor) + dodge;
        const high = y(mean + deviations[f]);
        const low = y(mean - deviations[f]);
        const foot = Number.isFinite(low) ? low : bottom;
        return (
          <g
            key={factor}
            role="listitem"
            aria-label={`${name}, ${factor}: ${spoken(mean)} ± ${spoken(deviations[f])}`}
          >
            {singleRuns(runs, f, factors.length).map((value, run) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: the run is the item
                key={run}
                cx={at}
                cy={y(value)}
                r={1.75}
                fill={colour}
                opacity={0.35}
              />
            ))}
            <path
              d={`M${at},${high}V${foot}M${at - CAP},${high}h${2 * CAP}M${at - CAP},${foot}h${2 * CAP}`}
              stroke={colour}
              strokeWidth={1.5}
              fill="none"
            />
            <path
              d={symbolPath(index, MARK_RADIUS)}
              transform={`translate(${at} ${y(mean)})`}
              fill={colour}
            />
          </g>
        );
      })}
    </g>
  );
}

/** Results of single runs at one factor. */
function singleRuns(runs: ArrayLike<number> | undefined, factor: number, count: number): number[] {
  if (runs === undefined) return [];
  return Array.from({ length: runs.length / count }, (_, run) => runs[run * count + factor]).filter(
    Number.isFinite,
  );
}
