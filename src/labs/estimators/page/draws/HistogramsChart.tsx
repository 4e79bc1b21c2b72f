import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart } from '../../../../plots/chart/Chart.tsx';
import { HistogramLanes } from '../../../../plots/chart/HistogramLanes.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { estimatorLook } from '../../../../plots/style/estimatorLook.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import { formatDigits } from '../../../../ui/numbers.ts';
import { NAMES } from '../../names.ts';
import type { DrawsView, EstimatesView } from '../../snapshot.ts';
import { biasOf } from '../words.ts';
import { MARGIN } from './axes.ts';

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
  const { theme, ink } = usePlotStyle();
  const lanes = drawn.map((estimates) => {
    const { id, bins, mean, exactMean, exactVariance, first } = estimates;
    const { colour, mark } = estimatorLook(id, theme);
    const isBiased = biasOf(estimates, view.gradient) !== 0;
    return {
      ...{ id, name: NAMES[id], figure: isBiased ? 'biased' : '', colour, mark },
      label: `${NAMES[id]}: mean ${formatDigits(mean)}, standard deviation ${formatDigits(Math.sqrt(exactVariance))}${isBiased ? ', biased' : ''}`,
      ...{ bins, mean: exactMean, one: draw === undefined ? null : first[draw] },
    };
  });
  return (
    <Chart label="Histograms of single estimates" margin={NARROW} x={x} y={NOTHING}>
      <HistogramLanes label="Estimators" lanes={lanes} />
      <Rule along="x" at={view.gradient} colour={ink.text} width={1.5} dashes="5 3" />
    </Chart>
  );
});
