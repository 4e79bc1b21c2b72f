import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatDigits } from '../../../../ui/numbers.ts';
import { NAMES } from '../../names.ts';
import type { DrawsView, EstimatesView } from '../../snapshot.ts';
import { biasOf } from '../words.ts';
import { MARGIN } from './axes.ts';
import { LaneName } from './LaneNamePlot.tsx';
import { type Lane, lanesIn, roomIn } from './lanes.ts';

interface HistogramsChartProps {
  readonly view: DrawsView;
  readonly drawn: readonly EstimatesView[];
  /** One of the first draws, which is marked. */
  readonly draw?: number | undefined;
}

const NOTHING = linearAxis('', { low: 0, high: 1 }, { ticks: [] });
const NARROW = { ...MARGIN, left: 12 } as const;

/** How the estimates of single draws are spread around the gradient: one lane for each estimator. */
export const HistogramsChart = memo(function HistogramsChart({
  view,
  drawn,
  draw,
}: HistogramsChartProps) {
  const { low, high } = view;
  const x = useMemo(() => linearAxis('estimate of one draw', { low, high }), [low, high]);
  return (
    <Chart label="Histograms of single estimates" margin={NARROW} x={x} y={NOTHING}>
      <Lanes view={view} drawn={drawn} draw={draw} />
    </Chart>
  );
});

function Lanes({ view, drawn, draw }: HistogramsChartProps) {
  const { area, x } = useChart();
  const at = x.at(view.gradient);
  return (
    <>
      <g role="list" aria-label="Estimators">
        {lanesIn(area, drawn).map((lane) => (
          <Histogram key={lane.estimates.id} view={view} lane={lane} draw={draw} />
        ))}
      </g>
      <line
        className="estimator-gradient"
        x1={at}
        x2={at}
        y1={area.top}
        y2={area.top + area.height}
        aria-hidden="true"
      />
    </>
  );
}

interface HistogramProps extends Pick<HistogramsChartProps, 'view' | 'draw'> {
  readonly lane: Lane;
}

function Histogram({ view, lane, draw }: HistogramProps) {
  const { x, area, clip } = useChart();
  const { estimates, top, height } = lane;
  const { bins, mean, exactMean, exactVariance } = estimates;
  const { colour, mark } = estimatorLook(estimates.id, useTheme());
  const most = Math.max(1e-9, ...bins);
  const foot = top + height - 1;
  const room = roomIn(lane);
  const edge = (i: number) => x.at(view.low + ((view.high - view.low) * i) / bins.length);
  const steps = Array.from(
    bins,
    (share, i) => `V${(foot - (room * share) / most).toFixed(1)}H${edge(i + 1).toFixed(1)}`,
  );
  const isBiased = biasOf(estimates, view.gradient) !== 0;
  const label = `${NAMES[estimates.id]}: mean ${formatDigits(mean)}, standard deviation ${formatDigits(Math.sqrt(exactVariance))}${isBiased ? ', biased' : ''}`;
  const right = area.left + area.width;
  return (
    <g role="listitem" aria-label={label}>
      <path
        clipPath={clip}
        d={`M${edge(0).toFixed(1)} ${foot}${steps.join('')}V${foot}Z`}
        fill={colour}
        fillOpacity={0.45}
        stroke={colour}
        strokeWidth={1}
      />
      <path
        d={symbolPath(mark, 5)}
        transform={`translate(${Math.min(right, Math.max(area.left, x.at(exactMean)))} ${foot - 5})`}
        fill={colour}
        className="estimator-mean"
      />
      {draw !== undefined && (
        <line
          className="estimator-draw"
          x1={x.at(estimates.first[draw])}
          x2={x.at(estimates.first[draw])}
          y1={foot - room}
          y2={foot}
        />
      )}
      <LaneName lane={lane} figure={isBiased ? 'biased' : ''} />
    </g>
  );
}
