import { memo, useMemo } from 'react';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { seriesStyle } from '../style/seriesStyle.ts';
import { symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';
import { factorAxis, logAxis } from './axes.ts';
import { Chart, useChart } from './Chart.tsx';
import { errorDecades } from './errorDecades.ts';

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

export interface ErrorBarsProps extends AnyPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** What something was multiplied by; 0 is left of a break. */
  readonly factors: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly ErrorSeries[];
  /** What bars mean, such as "10 runs, mean ± sd". */
  readonly note?: string | undefined;
}

/** With room for the names of several series. */
const MARGIN = { left: 52, right: 18, top: 40, bottom: 34 };
const DODGE = 11;
const CAP = 4.5;
const MARK_RADIUS = 3.25;

const spoken = (value: number): string => Number(value.toPrecision(3)).toString();

/** Means with error bars over runs, on logarithmic axes (thesis, figure 6.6). */
export const ErrorBars = memo(function ErrorBars(props: ErrorBarsProps) {
  const { factors, series, xLabel, yLabel } = props;
  const x = useMemo(() => factorAxis(xLabel, factors), [xLabel, factors]);
  const y = useMemo(() => logAxis(yLabel, errorDecades(series)), [yLabel, series]);
  return (
    <Chart
      label={props.label}
      margin={MARGIN}
      x={x}
      y={y}
      note={props.note}
      placeholder={props.placeholder}
    >
      <SeriesNames factors={factors} series={series} />
      {series.map((one, index) => (
        <SeriesMarks
          key={one.name}
          series={one}
          factors={factors}
          index={index}
          dodge={DODGE * (index - (series.length - 1) / 2)}
        />
      ))}
    </Chart>
  );
});

/** The names of several series, and the break beside zero. */
function SeriesNames({ factors, series }: Pick<ErrorBarsProps, 'factors' | 'series'>) {
  const theme = useTheme();
  const { area, x } = useChart();
  const smallest = Math.min(...factors.filter((factor) => factor > 0));
  return (
    <g aria-hidden="true">
      {factors.includes(0) && (
        <path
          className="axis-break"
          d={`M${(x.at(0) + x.at(smallest)) / 2 - 4},${area.top + area.height + 5}l4,-10m2,10l4,-10`}
        />
      )}
      {series.length > 1 &&
        series.map(({ name }, index) => (
          <g
            key={name}
            transform={`translate(${area.left + 6 + (area.width * index) / series.length} 11)`}
          >
            <path d={symbolPath(index, 4)} fill={seriesStyle(index, theme).colour} />
            <text className="plot-tick" x={9} dy="0.34em">
              {name}
            </text>
          </g>
        ))}
    </g>
  );
}

interface SeriesMarksProps {
  readonly series: ErrorSeries;
  readonly factors: readonly number[];
  readonly index: number;
  /** To the side, so that series do not cover each other, pixels. */
  readonly dodge: number;
}

function SeriesMarks({ series, factors, index, dodge }: SeriesMarksProps) {
  const { colour } = seriesStyle(index, useTheme());
  const { area, x, y } = useChart();
  const { name, means, deviations, runs } = series;
  return (
    <g role="list" aria-label={name}>
      {factors.map((factor, f) => {
        const mean = means[f];
        if (!Number.isFinite(mean)) return null;
        const at = x.at(factor) + dodge;
        const high = y.at(mean + deviations[f]);
        const low = mean - deviations[f];
        // A logarithmic axis has no place for what is not positive.
        const foot = low > 0 ? y.at(low) : area.top + area.height;
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
                cy={y.at(value)}
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
              transform={`translate(${at} ${y.at(mean)})`}
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
