import { format, line, scaleLinear } from 'd3';
import { memo, useMemo, useState } from 'react';
import { periodText } from '../dial/eigenvalues.ts';
import { seriesLook } from '../style/seriesLook.ts';
import { useTheme } from '../style/theme.ts';
import { Axes, type AxisTick } from './Axes.tsx';
import type { ChartProps } from './ChartHost.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { insideMargin, verticalTicks } from './chartScales.ts';
import { padInterval } from './intervals.ts';
import { spreadLabels } from './labelPlacement.ts';
import { END_ROOM, SeriesLabels } from './SeriesLabels.tsx';
import type { Scan } from './scan.ts';
import { fateAt, mostInfluential, nearestColumn, scanInterval } from './scan.ts';
import type { Area } from './timeScale.ts';

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

/** Share of the height that periods have, and the room between them and the motion, pixels. */
const PERIODS_SHARE = 0.62;
const BETWEEN = 28;
/** More motion than was learned is drawn up to here. */
const MOST_MOTION = 1.2;
const MARGIN = { left: 44, right: 60 + END_ROOM, top: 22, bottom: 34 };
const LABEL_GAP = 13;
const REACH = 14;
const DIMMED = 0.25;
/** Drawn before there are any. */
const FIRST_PERIODS = { low: 0, high: 50 };
const factorText = format('.2~f');

/**
 * The period against the factor each column of the transition matrix is scaled by (thesis, figure
 * 6.9), and below it what is left of the motion: a column that turns damps as well.
 */
export const ScanPlot = memo(function ScanPlot(props: ScanPlotProps) {
  const theme = useTheme();
  const { scan, pickedColumn, onPickColumn, learnedPeriod = null } = props;
  const { host, size } = useChartHost();
  const [near, setNear] = useState<number | null>(null);
  const chart = useMemo(() => {
    if (size === null) return null;
    const whole = insideMargin(size, MARGIN);
    const free = Math.max(2, whole.height - BETWEEN);
    const area = { ...whole, height: PERIODS_SHARE * free };
    const below = {
      ...whole,
      top: area.top + area.height + BETWEEN,
      height: (1 - PERIODS_SHARE) * free,
    };
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
    const motion = scaleLinear([0, MOST_MOTION], [below.top + below.height, below.top]).clamp(true);
    const motionTicks = [0, 0.5, 1].map((share) => ({
      at: motion(share),
      text: `${100 * share} %`,
    }));
    const yTicks = verticalTicks(low, high, area, y);
    return { ...size, area, below, x, y, motion, xTicks, yTicks, motionTicks };
  }, [size, scan]);

  const lines = useMemo(() => {
    if (chart === null || scan === null) return [];
    const count = scan.factors.length;
    const factors = Array.from(scan.factors);
    return Array.from({ length: scan.dimension }, (_, column) => {
      const at = (f: number): number => scan.periods[column * count + f];
      const pathOf = (values: ArrayLike<number>, y: (value: number) => number): string =>
        line<number>()
          .defined((_factor, f) => Number.isFinite(values[column * count + f]))
          .x((factor) => chart.x(factor))
          .y((_factor, f) => y(values[column * count + f]))(factors) ?? '';
      const path = pathOf(scan.periods, chart.y);
      const motion = pathOf(scan.motion, chart.motion);
      const marks = factors.flatMap((factor, f) => {
        const fate = fateAt(scan, column * count + f);
        return fate !== 'lives' && Number.isFinite(at(f))
          ? [{ fate, x: chart.x(factor), y: chart.y(at(f)) }]
          : [];
      });
      // The label stands where the line ends, which need not be the last factor.
      const last = factors.findLastIndex((_factor, f) => Number.isFinite(at(f)));
      return { column, path, motion, marks, last };
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
    return lines.map(({ column }) => {
      const place = shown.findIndex((entry) => entry.column === column);
      return {
        index: column,
        text: place < 0 ? '' : `${column + 1}`,
        name: describeColumn(scan, column),
        colour: seriesLook(column, theme).colour,
        y: place < 0 ? null : placed[place],
        end: place >= 0 && shown[place].last === count - 1 ? ends[place] : null,
      };
    });
  }, [chart, scan, lines, pickedColumn, theme]);

  return (
    <ChartHost
      host={host}
      className="scan-plot"
      label={props.label}
      placeholder={props.placeholder}
      onPoint={(at) =>
        setNear(at === null || chart === null || scan === null ? null : columnAt(scan, chart, at))
      }
      onPick={(at) => {
        if (chart === null || scan === null) return;
        onPickColumn?.(columnAt(scan, chart, at));
      }}
    >
      {chart !== null && (
        <>
          <Axes
            {...chart}
            xTicks={NO_TICKS}
            yLabel="period / steps"
            note={lines.some(({ marks }) => marks.length > 0) ? '○ dies  ✕ grows' : undefined}
          />
          <Axes
            {...chart}
            area={chart.below}
            yTicks={chart.motionTicks}
            xLabel="factor of the column"
            yLabel="motion left at the end"
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
                .map(({ column, path, motion, marks }) => {
                  const look = seriesLook(column, theme);
                  const isChosen = column === emphasised;
                  return (
                    <g key={column} opacity={emphasised === null || isChosen ? 1 : DIMMED}>
                      <path
                        className="scan-path"
                        d={path + motion}
                        stroke={look.colour}
                        strokeWidth={isChosen ? 2.5 : 1.5}
                        strokeDasharray={look.dashes}
                      />
                      {marks.map(({ fate, x, y }) => (
                        <path
                          key={x}
                          className="scan-fate"
                          d={fate === 'grows' ? cross(x, y) : ring(x, y)}
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

const NO_TICKS: readonly AxisTick[] = [];

const cross = (x: number, y: number): string => `M${x - 3},${y - 3}l6,6m0,-6l-6,6`;
const ring = (x: number, y: number): string => `M${x - 3},${y}a3,3 0 1,0 6,0a3,3 0 1,0 -6,0`;

interface ScanScales {
  readonly below: Area;
  readonly x: (factor: number) => number;
  readonly y: (period: number) => number;
  readonly motion: (share: number) => number;
}

/** The column whose line is near a place, among the periods or, below them, the motion. */
function columnAt(scan: Scan, chart: ScanScales, at: readonly [number, number]): number | null {
  return at[1] < chart.below.top - BETWEEN / 2
    ? nearestColumn(scan, scan.periods, at, chart.x, chart.y, REACH)
    : nearestColumn(scan, scan.motion, at, chart.x, chart.motion, REACH);
}

/** Spoken: what scaling a column from the first to the last factor does. */
function describeColumn(scan: Scan, column: number): string {
  const count = scan.factors.length;
  const [first, last] = [column * count, (column + 1) * count - 1];
  const percent = (index: number): string =>
    Number.isFinite(scan.motion[index]) ? `${Math.round(100 * scan.motion[index])} %` : 'unknown';
  const fates = new Set(Array.from({ length: count }, (_, f) => fateAt(scan, first + f)));
  const notes = [
    ...(fates.has('dies') ? ['the motion dies at some factors'] : []),
    ...(fates.has('grows') ? ['the system grows at some factors'] : []),
  ];
  return [
    `Column ${column + 1}: period ${periodText(scan.periods[first])} to ${periodText(scan.periods[last])} steps`,
    `motion left ${percent(first)} to ${percent(last)}`,
    ...notes,
  ].join(', ');
}
