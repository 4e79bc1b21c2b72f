import { memo, useId, useMemo } from 'react';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { lineAndArea } from '../../../../plots/chart/paths.ts';
import { useSteadyAxis } from '../../../../plots/chart/useSteadyAxis.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { Areas, Direction } from '../../snapshot.ts';
import { PLOT_MARGIN, placesAxis } from '../axes.ts';
import { drawnOf } from '../words.ts';

interface SignedAreaProps {
  readonly direction: Direction;
  /** G places, and the integrand there. */
  readonly xs: Float32Array;
  readonly values: Float32Array;
}

export interface IntegrandChartProps extends SignedAreaProps {
  readonly areas: Areas;
  readonly rangeKey: string | number;
}

const FORMULAS = {
  forward: 'p log(p/q)',
  reverse: 'q log(q/p)',
  alpha: 'integrand of Dα',
  chiForward: '(p − q)²/q',
  chiReverse: '(q − p)²/p',
} as const;

/** A divergence as an area: positive parts are filled, negative ones hatched. */
export function IntegrandChart({ rangeKey, areas, ...curve }: IntegrandChartProps) {
  const { direction, values } = curve;
  const { name, figure } = drawnOf(areas, direction);
  const wanted = useMemo(() => rangeOf(values), [values]);
  const y = useSteadyAxis(FORMULAS[figure], wanted, `${rangeKey} ${areas}`);
  return (
    <Chart label={`${name} as an area`} margin={PLOT_MARGIN} x={placesAxis.densities} y={y}>
      <SignedArea {...curve} />
    </Chart>
  );
}

/** Both signs, also of an integrand that is infinite somewhere. */
function rangeOf(values: Float32Array) {
  let [low, high] = [-0.1, 0.2];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low: Math.max(low, -MOST), high: Math.min(high, MOST) };
}

/** Higher parts of an integrand are cut off. */
const MOST = 3;

/** One area to zero, drawn twice: what is above zero, and what is below. */
const SignedArea = memo(function SignedArea({ direction, xs, values }: SignedAreaProps) {
  const { area, x, y, clip } = useChart();
  const { colour } = comparedLook(direction, useTheme());
  const id = useId();
  const { left, top, width, height } = area;
  const zero = y.at(0);
  const most = y.ends.high;
  const paths = lineAndArea(
    xs.length,
    (i) => x.at(xs[i]),
    // Coordinates far outside of the plot are not drawn exactly.
    (i) => y.at(values[i] === Infinity ? most : Math.min(values[i], 3 * most)),
    zero,
  );
  return (
    <g clipPath={clip} aria-hidden="true">
      <clipPath id={`${id}above`}>
        <rect x={left} y={top} width={width} height={Math.max(0, zero - top)} />
      </clipPath>
      <clipPath id={`${id}below`}>
        <rect x={left} y={zero} width={width} height={Math.max(0, top + height - zero)} />
      </clipPath>
      <pattern id={`${id}minus`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5" stroke={colour} strokeWidth="1.25" />
      </pattern>
      <path clipPath={`url(#${id}above)`} d={paths.area} fill={colour} fillOpacity={0.3} />
      <path
        clipPath={`url(#${id}below)`}
        d={paths.area}
        fill={`url(#${id}minus)`}
        fillOpacity={0.8}
      />
      <line className="plot-zero" x1={left} x2={left + width} y1={zero} y2={zero} />
      <path className="chart-curve" d={paths.line} stroke={colour} strokeWidth={2} />
    </g>
  );
});
