import { memo, useMemo, useState } from 'react';
import { linearAxis, unmarked } from '../../../../plots/chart/axes.ts';
import { Chart, type ChartFrame, useChart } from '../../../../plots/chart/Chart.tsx';
import { finiteInterval, padInterval } from '../../../../plots/chart/intervals.ts';
import { spreadLabels } from '../../../../plots/chart/labelPlacement.ts';
import { linePath } from '../../../../plots/chart/paths.ts';
import { END_ROOM, SeriesLabels } from '../../../../plots/chart/SeriesLabels.tsx';
import { periodText } from '../../../../plots/dial/eigenvalues.ts';
import { AxisMarks } from '../../../../plots/host/AxisMarks.tsx';
import type { AnyPlotProps, Margin } from '../../../../plots/host/PlotHost.tsx';
import type { Size } from '../../../../plots/host/useElementSize.ts';
import type { Screen } from '../../../../plots/plane/coordinates.ts';
import { seriesStyle } from '../../../../plots/style/seriesStyle.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatAtMost } from '../../../../ui/numbers.ts';
import type { Scan } from './scan.ts';
import { fateAt, mostInfluential, nearestColumn } from './scan.ts';

export interface ScanPlotProps extends AnyPlotProps {
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
const AROUND = { left: 44, right: 60 + END_ROOM, top: 22, bottom: 34 };
const LABEL_GAP = 13;
const REACH = 14;
const DIMMED = 0.25;
/** Drawn before there are any. */
const FIRST_PERIODS = { low: 0, high: 50 };
const FIRST_FACTORS = [0.8, 1.2];
const factorText = (value: number): string => formatAtMost(value, 2);
const MOTION = linearAxis(
  'motion left at the end',
  { low: 0, high: MOST_MOTION },
  { ticks: [0, 0.5, 1], text: (share) => `${100 * share} %` },
);

/** Around the periods, with the motion below them. */
function marginOf({ height }: Size): Margin {
  const free = Math.max(2, height - AROUND.top - AROUND.bottom - BETWEEN);
  return { ...AROUND, bottom: AROUND.bottom + BETWEEN + (1 - PERIODS_SHARE) * free };
}

/** Where the motion is drawn, below the periods. */
function motionOf({ area, height }: ChartFrame) {
  const top = area.top + area.height + BETWEEN;
  const below = { ...area, top, height: height - AROUND.bottom - top };
  const y = MOTION(below.top + below.height, below.top);
  return { area: below, y, at: (share: number) => y.at(Math.min(MOST_MOTION, share)) };
}

/**
 * The period against the factor each column of the transition matrix is scaled by (thesis, figure
 * 6.9), and below it what is left of the motion: a column that rotates damps as well.
 */
export const ScanPlot = memo(function ScanPlot(props: ScanPlotProps) {
  const { scan, onPickColumn } = props;
  const [near, setNear] = useState<number | null>(null);
  const factors = scan?.factors ?? FIRST_FACTORS;
  const [from, to] = [factors[0], factors[factors.length - 1]];
  const factorAxis = useMemo(
    () => linearAxis('factor of the column', { low: from, high: to }, { text: factorText }),
    [from, to],
  );
  const x = useMemo(() => unmarked(factorAxis), [factorAxis]);
  const y = useMemo(
    () =>
      linearAxis(
        'period / steps',
        padInterval((scan && finiteInterval(scan.periods)) ?? FIRST_PERIODS),
      ),
    [scan],
  );
  const hasFates = useMemo(
    () => scan !== null && Array.from(scan.periods).some((_, index) => isMarked(scan, index)),
    [scan],
  );
  return (
    <Chart
      label={props.label}
      margin={marginOf}
      x={x}
      y={y}
      note={hasFates ? '○ dies  ✕ grows' : undefined}
      placeholder={props.placeholder}
      onPoint={(at, chart) => setNear(at && scan && columnAt(scan, chart, at))}
      onPick={(at, chart) => scan && onPickColumn?.(columnAt(scan, chart, at))}
    >
      <Motion x={factorAxis} />
      {scan !== null && <Columns {...props} scan={scan} emphasised={near ?? props.pickedColumn} />}
    </Chart>
  );
});

/** Where a period counts for little, it is drawn as what becomes of the motion. */
const isMarked = (scan: Scan, index: number): boolean =>
  fateAt(scan, index) !== 'lives' && Number.isFinite(scan.periods[index]);

/** The axes below the periods. */
function Motion({ x }: { readonly x: ReturnType<typeof linearAxis> }) {
  const chart = useChart();
  const { area, y } = motionOf(chart);
  const factors = useMemo(() => x(area.left, area.left + area.width), [x, area.left, area.width]);
  return (
    <g aria-hidden="true">
      <AxisMarks area={area} x={factors} y={y} />
    </g>
  );
}

interface ColumnsProps extends Omit<ScanPlotProps, 'scan'> {
  readonly scan: Scan;
  readonly emphasised: number | null;
}

/** A line for each column among the periods and one among the motion, with its number at the end. */
function Columns({ scan, emphasised, learnedPeriod = null, pickedColumn, ...props }: ColumnsProps) {
  const theme = useTheme();
  const chart = useChart();
  const { area, x, y } = chart;
  const lines = useMemo(() => {
    const motion = motionOf(chart);
    const count = scan.factors.length;
    const toX = (f: number) => chart.x.at(scan.factors[f]);
    return Array.from({ length: scan.dimension }, (_, column) => {
      const periodAt = (f: number) => chart.y.at(scan.periods[column * count + f]);
      const known = Array.from(scan.factors, (_factor, f) => f).filter((f) =>
        Number.isFinite(periodAt(f)),
      );
      return {
        column,
        path:
          linePath(count, toX, periodAt) +
          linePath(count, toX, (f) => motion.at(scan.motion[column * count + f])),
        marks: known
          .filter((f) => isMarked(scan, column * count + f))
          .map((f) =>
            (fateAt(scan, column * count + f) === 'grows' ? cross : ring)(toX(f), periodAt(f)),
          ),
        // The line may end before the last factor.
        end: known.length > 0 ? periodAt(known[known.length - 1]) : area.top + area.height,
        reachesEnd: known.at(-1) === count - 1,
      };
    });
  }, [chart, scan, area]);
  return (
    <>
      <g aria-hidden="true" pointerEvents="none">
        {learnedPeriod !== null && (
          <line
            className="scan-learned"
            x1={x.at(x.ends.low)}
            x2={x.at(x.ends.high)}
            y1={y.at(learnedPeriod)}
            y2={y.at(learnedPeriod)}
          />
        )}
        {lines
          .toSorted((a, b) => Number(a.column === emphasised) - Number(b.column === emphasised))
          .map(({ column, path, marks }) => {
            const style = seriesStyle(column, theme);
            const isChosen = column === emphasised;
            return (
              <g
                key={column}
                opacity={emphasised === null || isChosen ? 1 : DIMMED}
                stroke={style.colour}
                fill="none"
              >
                <path
                  d={path}
                  strokeWidth={isChosen ? 2.5 : 1.5}
                  strokeDasharray={style.dashes}
                  strokeLinejoin="round"
                />
                <path d={marks.join('')} strokeWidth={1.5} />
              </g>
            );
          })}
      </g>
      <SeriesLabels
        label="Columns"
        distance={END_ROOM}
        labels={labelsOf(scan, lines, chart, pickedColumn).map((label) => ({
          ...label,
          colour: seriesStyle(label.index, theme).colour,
        }))}
        picked={pickedColumn}
        // It is in a dialog, which Escape closes.
        takesEscape={false}
        onPick={props.onPickColumn}
      />
    </>
  );
}

interface ColumnLine {
  readonly column: number;
  /** Height of its end, pixels. */
  readonly end: number;
  readonly reachesEnd: boolean;
}

/** The numbers of the columns that matter most, as many as there is room for. */
function labelsOf(
  scan: Scan,
  lines: readonly ColumnLine[],
  { area: { top, height } }: ChartFrame,
  picked: number | null,
) {
  const named = mostInfluential(scan, Math.floor(height / LABEL_GAP));
  const shown = lines.filter(({ column }) => named.has(column) || column === picked);
  const ends = shown.map(({ end }) => end);
  const places = spreadLabels(ends, LABEL_GAP, top + 4, top + height - 2);
  return lines.map((line) => {
    const { column, end, reachesEnd } = line;
    const place = shown.indexOf(line);
    return {
      index: column,
      text: place < 0 ? '' : `${column + 1}`,
      name: describeColumn(scan, column),
      y: place < 0 ? null : places[place],
      end: place >= 0 && reachesEnd ? end : null,
    };
  });
}

const cross = (x: number, y: number): string => `M${x - 3},${y - 3}l6,6m0,-6l-6,6`;
const ring = (x: number, y: number): string => `M${x - 3},${y}a3,3 0 1,0 6,0a3,3 0 1,0 -6,0`;

/** The column whose line is near a place, among the periods or, below them, the motion. */
function columnAt(scan: Scan, chart: ChartFrame, at: Screen): number | null {
  const motion = motionOf(chart);
  return at[1] < motion.area.top - BETWEEN / 2
    ? nearestColumn(scan, scan.periods, at, chart.x.at, chart.y.at, REACH)
    : nearestColumn(scan, scan.motion, at, chart.x.at, motion.at, REACH);
}

/** Spoken: what scaling a column from the first to the last factor does. */
function describeColumn(scan: Scan, column: number): string {
  const count = scan.factors.length;
  const [first, last] = [column * count, (column + 1) * count - 1];
  const percent = (index: number): string =>
    Number.isFinite(scan.motion[index]) ? `${Math.round(100 * scan.motion[index])} %` : 'unknown';
  const fates = new Set(Array.from({ length: count }, (_, f) => fateAt(scan, first + f)));
  return [
    `Column ${column + 1}: period ${periodText(scan.periods[first])} to ${periodText(scan.periods[last])} steps`,
    `motion left ${percent(first)} to ${percent(last)}`,
    ...(fates.has('dies') ? ['the motion dies at some factors'] : []),
    ...(fates.has('grows') ? ['the system grows at some factors'] : []),
  ].join(', ');
}
