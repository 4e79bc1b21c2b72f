import { memo, useMemo } from 'react';
import { linearAxis, logAxis, unmarked } from '../../../../plots/chart/axes.ts';
import { Chart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { ErrorMarks } from '../../../../plots/chart/ErrorMarks.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { type Interval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import type { Margin } from '../../../../plots/host/PlotHost.tsx';
import type { Size } from '../../../../plots/host/useElementSize.ts';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { DatumView } from '../../snapshot.ts';
import type { Dragged } from '../useDrag.ts';

interface BoundChartProps {
  readonly view: DatumView;
  /** Changes where the height of the chart may jump. */
  readonly rangeKey: string | number;
  readonly drag: SettingDrag<Dragged>;
  /** Of kept runs. */
  readonly ghosts?: readonly Ghost[];
  readonly margin?: Margin | ((size: Size) => Margin);
  /** Over another chart that writes the draws below it. */
  readonly isAbove?: boolean;
}

const MARGIN: Margin = { left: 52, right: 14, top: 20, bottom: 32 };
export const DRAWS = logAxis('K, draws in one bound', { low: 0.8, high: 1300 });
const DRAWS_ABOVE = unmarked(DRAWS);
export const drawsInWords = (K: number): string => `K = ${K}`;

/** L_K over K: exact, measured, and the line it approaches for many draws. */
export const BoundChart = memo(function BoundChart({
  view,
  rangeKey,
  drag,
  margin = MARGIN,
  isAbove = false,
  ghosts = NO_GHOSTS,
}: BoundChartProps) {
  const { elbo, logEvidence, line, chiSquare, samples } = view;
  const wanted = useMemo(
    (): Interval => ({
      low: elbo,
      high: logEvidence + 0.06 * Math.max(0.2, logEvidence - elbo),
    }),
    [elbo, logEvidence],
  );
  const range = useSteady(wanted, rangeKey, nextInterval);
  const y = useMemo(() => linearAxis('nats', range), [range]);
  const theme = useTheme();
  const limit = useMemo(
    () => chiSquare !== null && line.sizes.map((size) => logEvidence - chiSquare / (2 * size)),
    [chiSquare, line, logEvidence],
  );
  const move = useMemo(() => drag('samples', (K) => K), [drag]);
  const { colour } = boundLook('bound', theme);
  const measured = view.marks.map(({ samples: at, mean: value, error }) => ({ at, value, error }));
  const exactAt = (record: number) => line.bounds[line.sizes.indexOf(measured[record].at)];
  return (
    <Chart
      label="The bound over the number of draws"
      margin={margin}
      x={isAbove ? DRAWS_ABOVE : DRAWS}
      y={y}
    >
      <Rule
        along="y"
        at={logEvidence}
        {...boundLook('evidence', theme)}
        width={2}
        name="log p(x)"
      />
      <LaterGhosts ghosts={ghosts} />
      {limit && <Curve xs={line.sizes} values={limit} {...boundLook('limit', theme)} />}
      <Curve xs={line.sizes} values={line.bounds} {...boundLook('bound', theme)} width={2.5} />
      <ErrorMarks marks={measured} mark={0} colour={colour} />
      <Rule along="x" at={samples} />
      <ChartHandle
        at={[samples, view.bound]}
        along="x"
        whole
        name="Number of draws K"
        text={String(samples)}
        mark="diamond"
        colour={colour}
        onMove={move}
      />
      <Reading
        {...{ label: 'Number of draws', xs: measured.map(({ at }) => at), named: drawsInWords }}
        lines={[
          {
            ...{ key: 'bound', name: 'bound', colour, value: exactAt },
            text: (record) => {
              const { value, error } = measured[record];
              return `${formatFixed(exactAt(record), 3)}, measured ${formatWithError(value, error)}`;
            },
          },
        ]}
      />
    </Chart>
  );
});
