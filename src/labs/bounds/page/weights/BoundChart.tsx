import { memo, useMemo } from 'react';
import { linearAxis, logAxis, unmarked } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { type Interval, nextInterval } from '../../../../plots/chart/intervals.ts';
import type { Margin } from '../../../../plots/host/PlotHost.tsx';
import type { Size } from '../../../../plots/host/useElementSize.ts';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { boundLook } from '../../../../plots/style/boundLook.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { DatumView } from '../../snapshot.ts';
import type { Dragged } from '../useDrag.ts';

interface BoundChartProps {
  readonly view: DatumView;
  /** Changes where the height of the chart may jump. */
  readonly rangeKey: string | number;
  readonly drag: SettingDrag<Dragged>;
  readonly margin?: Margin | ((size: Size) => Margin);
  /** Over another chart that writes the draws below it. */
  readonly isAbove?: boolean;
}

const MARGIN: Margin = { left: 52, right: 14, top: 20, bottom: 32 };
export const DRAWS = logAxis('K, draws in one bound', { low: 0.8, high: 1300 });
const DRAWS_ABOVE = unmarked(DRAWS);
/** Standard errors of a bar. */
const ERRORS = 2;

/** L_K over K: exact, measured, and the line it approaches for many draws. */
export const BoundChart = memo(function BoundChart({
  view,
  rangeKey,
  drag,
  margin = MARGIN,
  isAbove = false,
}: BoundChartProps) {
  const { elbo, logEvidence, line, chiSquare } = view;
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
  return (
    <Chart
      label="The bound over the number of draws"
      margin={margin}
      x={isAbove ? DRAWS_ABOVE : DRAWS}
      y={y}
    >
      <Evidence view={view} />
      {limit && <Curve xs={line.sizes} values={limit} {...boundLook('limit', theme)} />}
      <Curve xs={line.sizes} values={line.bounds} {...boundLook('bound', theme)} width={2.5} />
      <Marks view={view} />
      <DrawsHandle samples={view.samples} at={view.bound} drag={drag} />
    </Chart>
  );
});

function Evidence({ view: { logEvidence } }: Pick<BoundChartProps, 'view'>) {
  const { area, y } = useChart();
  const { colour } = boundLook('evidence', useTheme());
  return (
    <g aria-hidden="true">
      <line
        {...{ x1: area.left, x2: area.left + area.width }}
        {...{ y1: y.at(logEvidence), y2: y.at(logEvidence) }}
        stroke={colour}
        strokeWidth={2}
      />
      <text className="lane-name" x={area.left + 6} y={y.at(logEvidence) - 5} fill={colour}>
        log p(x)
      </text>
    </g>
  );
}

function Marks({ view: { marks } }: Pick<BoundChartProps, 'view'>) {
  const { x, y, clip } = useChart();
  const { colour } = boundLook('bound', useTheme());
  return (
    <g role="list" aria-label="Measured bounds" clipPath={clip}>
      {marks.map(({ samples, mean, error }) => (
        <g
          key={samples}
          role="listitem"
          aria-label={`${samples}: ${formatFixed(mean, 3)} ± ${formatFixed(error, 3)}`}
        >
          <line
            {...{ x1: x.at(samples), x2: x.at(samples) }}
            {...{ y1: y.at(mean + ERRORS * error), y2: y.at(mean - ERRORS * error) }}
            stroke={colour}
            strokeWidth={1.5}
          />
          <path
            d={symbolPath(0, 4)}
            transform={`translate(${x.at(samples)} ${y.at(mean)})`}
            fill={colour}
          />
        </g>
      ))}
    </g>
  );
}

interface DrawsHandleProps {
  readonly samples: number;
  /** Its height. */
  readonly at: number;
  readonly drag: SettingDrag<Dragged>;
}

/** K, on a line across the chart. */
function DrawsHandle({ samples, at, drag }: DrawsHandleProps) {
  const { colour } = boundLook('bound', useTheme());
  const move = useMemo(() => drag('samples', (K) => K), [drag]);
  return (
    <>
      <DrawsLine samples={samples} />
      <ChartHandle
        at={[samples, at]}
        along="x"
        whole
        name="Number of draws K"
        text={String(samples)}
        mark="diamond"
        colour={colour}
        onMove={move}
      />
    </>
  );
}

/** Where K is. */
export function DrawsLine({ samples }: { readonly samples: number }) {
  const { area, x } = useChart();
  return (
    <line
      className="chart-crosshair"
      {...{ x1: x.at(samples), x2: x.at(samples) }}
      {...{ y1: area.top, y2: area.top + area.height }}
      aria-hidden="true"
    />
  );
}
