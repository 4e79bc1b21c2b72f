import { quantile } from 'd3';
import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { type Interval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { FilterEstimates, FilterView } from '../../filterView.ts';
import styles from '../Parts.module.css';
import { NAMES, wayLook } from './names.ts';

interface LikelihoodChartProps {
  readonly view: FilterView;
  readonly rangeKey: string | number;
}

const MARGIN = { left: 12, right: 12, top: 10, bottom: 34 } as const;
const NOTHING = linearAxis('', { low: 0, high: 1 }, { ticks: [] });
const BINS = 41;
/** For the name of a lane, pixels. */
const NAME_ROOM = 34;

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
  const { area, x } = useChart();
  const exact = x.at(0);
  const { low, high } = x.ends;
  const lanes = estimates.map(({ errors }) => binned(errors, low, high));
  // One scale for all, shares of the estimates: lanes can be compared.
  const most = Math.max(1e-9, ...lanes.flatMap(({ shares }) => Array.from(shares)));
  return (
    <>
      <line
        className={styles.exact}
        x1={exact}
        x2={exact}
        y1={area.top}
        y2={area.top + area.height}
        aria-hidden="true"
      />
      <g role="list" aria-label="Ways of resampling">
        {estimates.map((one, lane) => (
          <Histogram
            key={one.resampling}
            estimates={one}
            lane={lanes[lane]}
            most={most}
            top={area.top + (area.height * lane) / estimates.length}
            height={area.height / estimates.length}
            shown={one.resampling === run.resampling ? run.error : null}
          />
        ))}
      </g>
    </>
  );
}

interface HistogramProps {
  readonly estimates: FilterEstimates;
  readonly lane: Lane;
  /** The largest share of any lane. */
  readonly most: number;
  readonly top: number;
  readonly height: number;
  /** The run in the other charts. */
  readonly shown: number | null;
}

function Histogram({ estimates, lane, most, top, height, shown }: HistogramProps) {
  const { area, x, clip } = useChart();
  const { resampling, errors, mean } = estimates;
  const { colour, mark } = wayLook(resampling, useTheme());
  const { low, high } = x.ends;
  const foot = top + height - 4;
  const room = height - NAME_ROOM - 4;
  const edge = (bin: number) => x.at(low + ((high - low) * bin) / BINS).toFixed(1);
  const steps = Array.from(
    lane.shares,
    (share, bin) => `V${(foot - (room * share) / most).toFixed(1)}H${edge(bin + 1)}`,
  );
  const beyond = lane.below > 0 ? `${lane.below} of ${errors.length} lie further left` : '';
  const average = errors.length > 0 ? `mean ${formatFixed(mean, 2)}` : 'no estimate yet';
  return (
    <g
      role="listitem"
      aria-label={`${NAMES[resampling]}: ${errors.length} estimates, ${average} nats. ${beyond}`}
    >
      <text className={styles.name} x={area.left + 4} y={top + 14}>
        {NAMES[resampling]}
      </text>
      <text className={styles.note} x={area.left + 4} y={top + 29}>
        {average}
        {beyond && `; ${beyond}`}
      </text>
      <g clipPath={clip}>
        <path
          d={`M${edge(0)} ${foot}${steps.join('')}V${foot}Z`}
          fill={colour}
          fillOpacity={0.45}
          stroke={colour}
        />
        {shown !== null && (
          <line
            stroke={colour}
            strokeWidth={2}
            x1={x.at(shown)}
            x2={x.at(shown)}
            y1={foot - room}
            y2={foot}
          />
        )}
        {mean >= low && errors.length > 0 && (
          <path
            className={styles.mean}
            d={symbolPath(mark, 5.5)}
            transform={`translate(${x.at(mean)} ${foot - 6})`}
            fill={colour}
          />
        )}
      </g>
    </g>
  );
}

interface Lane {
  /** Of the estimates, by bins. */
  readonly shares: Float64Array;
  /** How many lie left of all bins. */
  readonly below: number;
}

function binned(values: ArrayLike<number>, low: number, high: number): Lane {
  const shares = new Float64Array(BINS);
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i] - low) / (high - low)) * BINS);
    if (bin < 0) below += 1;
    else shares[Math.min(BINS - 1, bin)] += 1 / values.length;
  }
  return { shares, below };
}
