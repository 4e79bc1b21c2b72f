import { format, line, scaleLinear } from 'd3';
import { memo, useMemo, useState } from 'react';
import { padInterval } from '../intervals.ts';
import { spreadLabels } from '../labelPlacement.ts';
import { Axes } from './Axes.tsx';
import type { ChartProps } from './ChartHost.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { insideMargin, verticalTicks } from './chartScales.ts';
import { periodText } from './eigenvalues.ts';
import { END_ROOM, SeriesLabels } from './SeriesLabels.tsx';
import type { Scan } from './scan.ts';
import { mostInfluential, nearestColumn, scanInterval } from './scan.ts';
import { seriesLook } from './seriesLook.ts';

export interface ScanPlotProps extends ChartProps {
  /** Accessible name. */
  readonly label: string;
  readonly scan: Scan | null;
  /** Period of the learned model, steps: a line across. */
  readonly learnedPeriod?: number | null | undefined;
  /** Column chosen, counted from 0. */
  readonly pickedColumn: number | null;
  readonly onPickColumn?: ((column: number | null) => void) | undefined;
}

const MARGIN = { left: 44, right: 60 + END_ROOM, top: 22, bottom: 34 };
const LABEL_GAP = 13;
const REACH = 14;
const DIMMED = 0.25;
/** Drawn before there are any. */
const FIRST_PERIODS = { low: 0, high: 50 };
const factorText = format('.2~f');

/** The period against the factor each column of the transition matrix is scaled by (thesis, figure 6.9). */
export const ScanPlot = memo(function ScanPlot(props: ScanPlotProps) {
  const { theme, scan, pickedColumn, onPickColumn, learnedPeriod = null } = props;
  const { host, size } = useChartHost(theme);
  const [near, setNear] = useState<number | null>(null);
  const chart = useMemo(() => {
    if (size === null) return null;
    const area = insideMargin(size, MARGIN);
    const interval = scan === null ? FIRST_PERIODS : scanInterval(scan);
    if (interval === null) return null;
    const { low, high } = padInterval(interval);
    const from = scan?.factors[0] ?? 0.8;
    const to = scan?.factors[scan.factors.length - 1] ?? 1.2;
    const x = scaleLinear([from, to], [area.left, area.left + area.width]);
    const y = scaleLinear([low, high], [area.top + area.height, area.top]);
    const xTicks = x
      .ticks(Math.max(2, Math.round(area.width / 60)))
      .map((tick) => ({ at: x(tick), text: factorText(tick) }));
    return { ...size, area, x, y, xTicks, yTicks: verticalTicks(low, high, area, y) };
  }, [size, scan]);

  const lines = useMemo(() => {
    if (chart === null || scan === null) return [];
    const count = scan.factors.length;
    const factors = Array.from(scan.factors);
    return Array.from({ length: scan.dimension }, (_, column) => {
      const at = (f: number): number => scan.periods[column * count + f];
      const path = line<number>()
        .defined((_factor, f) => Number.isFinite(at(f)))
        .x((factor) => chart.x(factor))
        .y((_factor, f) => chart.y(at(f)))(factors);
      const unstable = factors.flatMap((factor, f) =>
        scan.unstable[column * count + f] && Number.isFinite(at(f))
          ? [[chart.x(factor), chart.y(at(f))] as const]
          : [],
      );
      const lost = factors.some(
        (_factor, f) => scan.unstable[column * count + f] || !Number.isFinite(at(f)),
      );
      // The label stands where the line ends, which need not be the last factor.
      const last = factors.findLastIndex((_factor, f) => Number.isFinite(at(f)));
      return { column, path: path ?? '', unstable, lost, last };
    });
  }, [chart, scan]);

  const emphasised = near ?? pickedColumn;
  const labels = useMemo(() => {
    if (chart === null || scan === null) return [];
    const { top, height } = chart.area;
    const fits = Math.floor(height / LABEL_GAP);
    const named = mostInfluential(scan, fits);
    const shown = lines.filter(({ column }) => named.has(column) || column === pickedColumn);
    const count = scan.factors.length;
    const ends = shown.map(({ column, last }) =>
      last < 0 ? top + height : chart.y(scan.periods[column * count + last]),
    );
    const placed = spreadLabels(ends, LABEL_GAP, top + 4, top + height - 2);
    return lines.map(({ column, lost }) => {
      const place = shown.findIndex((entry) => entry.column === column);
      return {
        index: column,
        text: place < 0 ? '' : `${column + 1}${lost ? ' ✕' : ''}`,
        name: describeColumn(scan, column),
        colour: seriesLook(column, theme).colour,
        y: place < 0 ? null : placed[place],
        end: place >= 0 && shown[place].last === count - 1 ? ends[place] : null,
      };
    });
  }, [chart, scan, lines, pickedColumn, theme]);

  return (
    <ChartHost
      theme={theme}
      host={host}
      className="scan-plot"
      label={props.label}
      placeholder={props.placeholder}
      onPoint={(at) =>
        setNear(
          at === null || chart === null || scan === null
            ? null
            : nearestColumn(scan, at, chart.x, chart.y, REACH),
        )
      }
      onPick={(at) => {
        if (chart === null || scan === null) return;
        onPickColumn?.(nearestColumn(scan, at, chart.x, chart.y, REACH));
      }}
    >
      {chart !== null && (
        <>
          <Axes
            {...chart}
            xLabel="factor of the column"
            yLabel="period / steps"
            note={lines.some(({ lost }) => lost) ? '✕ unstable' : undefined}
          />
          <svg
            className="plot-layer plot-overlay"
            width={chart.width}
            height={chart.height}
            role="presentation"
          >
            <g aria-hidden="true" pointerEvents="none">
              {learnedPeriod !== null && (
                <line
                  className="scan-learned"
                  x1={chart.area.left}
                  x2={chart.area.left + chart.area.width}
                  y1={chart.y(learnedPeriod)}
                  y2={chart.y(learnedPeriod)}
                />
              )}
              {lines
                .toSorted(
                  (a, b) => Number(a.column === emphasised) - Number(b.column === emphasised),
                )
                .map(({ column, path, unstable }) => {
                  const look = seriesLook(column, theme);
                  const isChosen = column === emphasised;
                  return (
                    <g key={column} opacity={emphasised === null || isChosen ? 1 : DIMMED}>
                      <path
                        className="scan-path"
                        d={path}
                        stroke={look.colour}
                        strokeWidth={isChosen ? 2.5 : 1.5}
                        strokeDasharray={look.dashes}
                      />
                      {unstable.map(([x, y]) => (
                        <path
                          key={x}
                          className="scan-unstable"
                          d={`M${x - 3},${y - 3}l6,6m0,-6l-6,6`}
                          stroke={look.colour}
                        />
                      ))}
                    </g>
                  );
                })}
            </g>
            {scan !== null && (
              <SeriesLabels
                label="Columns"
                x={chart.area.left + chart.area.width + END_ROOM}
                labels={labels}
                picked={pickedColumn}
                // It stands in a dialog, which Escape closes.
                takesEscape={false}
                onPick={onPickColumn}
              />
            )}
          </svg>
        </>
      )}
    </ChartHost>
  );
});

/** Spoken: what scaling a column from the first to the last factor does. */
function describeColumn({ factors, periods, unstable }: Scan, column: number): string {
  const count = factors.length;
  const at = (f: number): string => periodText(periods[column * count + f]);
  const isUnstable = Array.from({ length: count }, (_, f) => unstable[column * count + f]).some(
    (flag) => flag !== 0,
  );
  return `Column ${column + 1}: period ${at(0)} to ${at(count - 1)} steps${isUnstable ? ', unstable at some factors' : ''}`;
}
