import { memo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { type Lane, LaneName, lanesIn } from '../../../../plots/chart/HistogramLanes.tsx';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatDigits } from '../../../../ui/numbers.ts';
import { NAMES } from '../../names.ts';
import type { DrawsView, EstimatesView } from '../../snapshot.ts';
import { MARGIN, placesAxis } from './axes.ts';

interface ArrowsChartProps {
  readonly view: DrawsView;
  readonly drawn: readonly EstimatesView[];
}

const NOTHING = linearAxis('', { low: 0, high: 1 }, { ticks: [] });
/** Rows of a lane: arrows of neighbouring draws lie over one another. */
const ROWS = 8;
/** Of an arrow, as a fraction of the chart. */
const LONGEST = 0.22;
/** Estimates longer than this share of all are cut. */
const KEPT = 0.9;
const HEAD = 3;

/** What each draw says, by each estimator: arrows at the places of the draws. */
export const ArrowsChart = memo(function ArrowsChart({ view, drawn }: ArrowsChartProps) {
  return (
    <Chart
      label="Estimates of single draws as arrows"
      margin={MARGIN}
      x={placesAxis(view.q)}
      y={NOTHING}
    >
      <Lanes view={view} drawn={drawn} />
    </Chart>
  );
});

function Lanes({ view, drawn }: ArrowsChartProps) {
  const { area } = useChart();
  const longest = area.width * LONGEST;
  const scale =
    longest / Math.max(1e-9, quantile(drawn.flatMap(({ first }) => Array.from(first, Math.abs))));
  return (
    <g role="list" aria-label="Estimators">
      {lanesIn(area, drawn.length).map((lane, i) => (
        <Arrows key={drawn[i].id} {...{ view, estimates: drawn[i], lane, scale, longest }} />
      ))}
    </g>
  );
}

function quantile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(KEPT * (sorted.length - 1))] ?? 1;
}

interface ArrowsProps {
  readonly view: DrawsView;
  readonly estimates: EstimatesView;
  readonly lane: Lane;
  /** Pixels of an estimate of 1, and of the longest arrow. */
  readonly scale: number;
  readonly longest: number;
}

function Arrows({ view, estimates, lane, scale, longest }: ArrowsProps) {
  const { x, clip } = useChart();
  const { foot, room } = lane;
  const { colour } = estimatorLook(estimates.id, useTheme());
  const arrows = Array.from(estimates.first, (estimate, n) => {
    const from = x.at(view.draws.places[n]);
    const long = Math.max(-longest, Math.min(longest, estimate * scale));
    const down = foot - room + (((n % ROWS) + 0.25) * room) / ROWS;
    return { isRight: estimate * view.gradient >= 0, path: arrowPath(from, down, long) };
  });
  const path = (isRight: boolean) =>
    arrows.flatMap((arrow) => (arrow.isRight === isRight ? [arrow.path] : [])).join('');
  const right = arrows.filter(({ isRight }) => isRight).length;
  const label = `${NAMES[estimates.id]}: ${right} of ${arrows.length} arrows have the sign of the gradient.`;
  return (
    <g role="listitem" aria-label={label}>
      <g clipPath={clip} fill="none" stroke={colour} strokeWidth={1.75} strokeLinecap="round">
        <path d={path(false)} opacity={0.4} />
        <path d={path(true)} />
      </g>
      <LaneName
        {...{ lane, colour, name: NAMES[estimates.id] }}
        figure={`sd ${formatDigits(Math.sqrt(estimates.exactVariance))}`}
      />
    </g>
  );
}

/** A dot where nothing is said. */
function arrowPath(from: number, down: number, long: number): string {
  const start = `M${from.toFixed(1)} ${down.toFixed(1)}`;
  if (Math.abs(long) < 1) return `${start}h0.01`;
  const head = Math.min(HEAD, Math.abs(long) / 2) * Math.sign(long);
  return `${start}h${long.toFixed(1)}l${-head} ${-Math.abs(head)}m${head} ${Math.abs(head)}l${-head} ${Math.abs(head)}`;
}
