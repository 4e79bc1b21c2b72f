import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { type BoundLine, boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { WeightsView } from '../../snapshot.ts';

const MARGIN = { left: 12, right: 12, top: 30, bottom: 32 } as const;
const NOTHING = linearAxis('', { low: 0, high: 1 }, { ticks: [] });
const LINES = ['elbo', 'bound', 'evidence'] as const;
/** Rows for the names over the lines, so that close ones do not collide, pixels. */
const NAME_ROW = 12;

/** log of the average of K weights, over many repeats. */
export const HistogramChart = memo(function HistogramChart({
  view,
}: {
  readonly view: WeightsView;
}) {
  const { low, high } = view.histogram;
  const x = useMemo(() => linearAxis('log p̂(x), nats', { low, high }), [low, high]);
  return (
    <Chart label="Histogram of log p-hat over repeats" margin={MARGIN} x={x} y={NOTHING}>
      <Bars view={view} />
      {LINES.map((line, row) => (
        <Marked key={line} view={view} line={line} row={row} />
      ))}
    </Chart>
  );
});

function Bars({ view: { histogram } }: { readonly view: WeightsView }) {
  const { area, x } = useChart();
  const { colour } = boundLook('bound', useTheme());
  const { low, high, bins } = histogram;
  const most = Math.max(1e-9, ...bins);
  const foot = area.top + area.height;
  const edge = (i: number) => x.at(low + ((high - low) * i) / bins.length);
  const steps = Array.from(
    bins,
    (share, i) =>
      `V${(foot - (0.92 * area.height * share) / most).toFixed(1)}H${edge(i + 1).toFixed(1)}`,
  );
  return (
    <path
      d={`M${edge(0).toFixed(1)} ${foot}${steps.join('')}V${foot}Z`}
      fill={colour}
      fillOpacity={0.4}
      stroke={colour}
      strokeWidth={1}
      aria-hidden="true"
    />
  );
}

interface MarkedProps {
  readonly view: WeightsView;
  readonly line: Extract<BoundLine, (typeof LINES)[number]>;
  readonly row: number;
}

function Marked({ view, line, row }: MarkedProps) {
  const { area, x } = useChart();
  const { colour, dashes } = boundLook(line, useTheme());
  const { logEvidence, elbo, bound, samples, histogram } = view;
  const value = { elbo, bound, evidence: logEvidence }[line];
  const name = { elbo: 'ELBO', bound: `L${subscript(samples)}`, evidence: 'log p(x)' }[line];
  if (value < histogram.low) return null;
  const at = x.at(value);
  const isRight = at > area.left + area.width - 60;
  const top = area.top - 4 - NAME_ROW * (row === 1 ? 1 : 0);
  return (
    <g aria-hidden="true">
      <line
        {...{ x1: at, x2: at, y1: top + 4, y2: area.top + area.height }}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={dashes}
      />
      <text
        className="lane-name"
        x={at + (isRight ? 2 : 0)}
        y={top}
        textAnchor={isRight ? 'end' : 'middle'}
        fill={colour}
      >
        {name}
      </text>
    </g>
  );
}

const subscript = (count: number): string =>
  String(count).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
