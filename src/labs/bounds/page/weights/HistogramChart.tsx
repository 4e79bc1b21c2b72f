import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Bins } from '../../../../plots/chart/HistogramLanes.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { WeightsView } from '../../snapshot.ts';

const MARGIN = { left: 12, right: 12, top: 30, bottom: 32 } as const;
const NOTHING = linearAxis('', { low: 0, high: 1 }, { ticks: [] });
/** Between the names of lines that may lie next to each other, pixels. */
const NAME_ROW = 12;
/** Of the height of the chart, for the highest bin. */
const HEIGHT = 0.92;

/** log of the average of K weights, over many repeats. */
export const HistogramChart = memo(function HistogramChart({
  view,
}: {
  readonly view: WeightsView;
}) {
  const { low, high } = view.histogram;
  const x = useMemo(() => linearAxis('log p̂(x), nats', { low, high }), [low, high]);
  const theme = useTheme();
  const { logEvidence, elbo, bound, samples } = view;
  const lines = [
    { line: 'elbo', at: elbo, name: 'ELBO', above: 0 },
    { line: 'bound', at: bound, name: `L${subscript(samples)}`, above: NAME_ROW },
    { line: 'evidence', at: logEvidence, name: 'log p(x)', above: 0 },
  ] as const;
  return (
    <Chart label="Histogram of log p-hat over repeats" margin={MARGIN} x={x} y={NOTHING}>
      <Shares bins={view.histogram.bins} colour={boundLook('bound', theme).colour} />
      {lines.map(
        ({ line, ...rule }) =>
          rule.at >= low && (
            <Rule key={line} along="x" {...rule} {...boundLook(line, theme)} width={2} />
          ),
      )}
    </Chart>
  );
});

function Shares({ bins, colour }: { readonly bins: Float32Array; readonly colour: string }) {
  const { top, height } = useChart().area;
  const most = Math.max(1e-9, ...bins);
  return <Bins bins={bins} foot={top + height} height={(HEIGHT * height) / most} colour={colour} />;
}

const subscript = (count: number): string =>
  String(count).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
