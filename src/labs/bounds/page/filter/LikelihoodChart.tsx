import { quantile } from 'd3';
import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { HistogramLanes } from '../../../../plots/chart/HistogramLanes.tsx';
import { type Interval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { FilterEstimates, FilterView } from '../../filterView.ts';
import { NAMES, wayLook } from './names.ts';

interface LikelihoodChartProps {
  readonly view: FilterView;
  readonly rangeKey: string | number;
}

const MARGIN = { left: 12, right: 12, top: 10, bottom: 34 } as const;
const NOTHING = linearAxis('', { low: 0, high: 1 }, { ticks: [] });
const BINS = 41;

/** Histograms of log-likelihood estimates, a lane for each way of resampling; 0 is the exact one. */
export const LikelihoodChart = memo(function LikelihoodChart({
  view,
  rangeKey,
}: LikelihoodChartProps) {
  const range = useSteady(
    useMemo(() => rangeOf(view.estimates), [view.estimates]),
    rangeKey,
    nextInterval,
  );
  const x = useMemo(() => linearAxis('estimate of log p(y) − exact, nats', range), [range]);
  return (
    <Chart label="Histograms of log-likelihood estimates" margin={MARGIN} x={x} y={NOTHING}>
      <Lanes view={view} />
    </Chart>
  );
});

/** Where estimates with resampling lie; those of `never` may lie far outside. */
function rangeOf(estimates: readonly FilterEstimates[]): Interval {
  const errors = estimates.flatMap(({ resampling, errors }) =>
    resampling === 'never' ? [] : Array.from(errors),
  );
  return {
    low: Math.min(-0.5, quantile(errors, 0.005) ?? -1),
    high: Math.max(0.5, quantile(errors, 1) ?? 1),
  };
}

function Lanes({ view: { estimates, run } }: { readonly view: FilterView }) {
  const { low, high } = useChart().x.ends;
  const { theme, ink } = usePlotStyle();
  const bins = estimates.map(({ errors }) => binned(errors, low, high));
  // One scale for all, shares of the estimates: lanes can be compared.
  const most = Math.max(1e-9, ...bins.flatMap(({ shares }) => Array.from(shares)));
  const lanes = estimates.map(({ resampling, errors, mean }, i) => {
    const { below, shares } = bins[i];
    const beyond = below > 0 ? `${below} of ${errors.length} lie further left` : '';
    const average = errors.length > 0 ? `mean ${formatFixed(mean, 2)}` : 'no estimate yet';
    return {
      ...{ id: resampling, name: NAMES[resampling], ...wayLook(resampling, theme) },
      figure: [beyond, average].filter((text) => text !== '').join('; '),
      label: `${NAMES[resampling]}: ${errors.length} estimates, ${average} nats. ${beyond}`,
      ...{ bins: shares, most },
      mean: mean >= low && errors.length > 0 ? mean : null,
      one: resampling === run.resampling ? run.error : null,
    };
  });
  return (
    <>
      <Rule along="x" at={0} colour={ink.text} width={1.5} />
      <HistogramLanes label="Ways of resampling" lanes={lanes} />
    </>
  );
}

interface Binned {
  /** Of the estimates, by bins. */
  readonly shares: Float64Array;
  /** How many lie left of all bins. */
  readonly below: number;
}

function binned(values: ArrayLike<number>, low: number, high: number): Binned {
  const shares = new Float64Array(BINS);
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i] - low) / (high - low)) * BINS);
    if (bin < 0) below += 1;
    else shares[Math.min(BINS - 1, bin)] += 1 / values.length;
  }
  return { shares, below };
}
