import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { type Compared, comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { PLOT_MARGIN } from '../axes.ts';

export interface CorrelationChartProps {
  readonly label: string;
  readonly name: string;
  readonly most: number;
  /** Exact values at the optimum, by correlation. */
  readonly curves: readonly {
    readonly of: Compared;
    readonly at: (correlation: number) => number;
  }[];
  readonly correlation: number;
  /** Where the fits are now. */
  readonly marks: readonly { readonly of: Compared; readonly value: number }[];
  /** Where runs that are kept have come to. */
  readonly ghosts?: readonly Ghost[];
}

const PLACES = Float64Array.from({ length: 199 }, (_, i) => -0.99 + i / 100);
const X = linearAxis('correlation of p', { low: -1, high: 1 });

/** What both directions come to, over the correlation, and where they are now. */
export function CorrelationChart(props: CorrelationChartProps) {
  const { curves, most, name } = props;
  const theme = useTheme();
  const y = useMemo(() => linearAxis(name, { low: 0, high: most }), [name, most]);
  const drawn = useMemo(
    () => curves.map(({ of, at }) => ({ of, values: PLACES.map(at) })),
    [curves],
  );
  return (
    <Chart label={props.label} margin={PLOT_MARGIN} x={X} y={y}>
      {drawn.map(({ of, values }) => {
        const { colour, dashes } = comparedLook(of, theme);
        return <Curve key={of} {...{ xs: PLACES, values, colour, dashes, width: 2.25 }} />;
      })}
      <LaterGhosts ghosts={props.ghosts ?? NO_GHOSTS} />
      <Marks {...props} />
    </Chart>
  );
}

function Marks({ correlation, marks }: CorrelationChartProps) {
  const { area, x, y } = useChart();
  const theme = useTheme();
  return (
    <g aria-hidden="true">
      <Rule along="x" at={correlation} />
      {marks.map(({ of, value }) => (
        <circle
          key={of}
          className="chart-handle-mark"
          cx={x.at(correlation)}
          cy={Math.max(area.top, y.at(value))}
          r={6}
          fill={comparedLook(of, theme).colour}
        />
      ))}
    </g>
  );
}
