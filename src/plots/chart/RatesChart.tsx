import { useMemo } from 'react';
import { formatFixed } from '../../ui/numbers.ts';
import { INFERENCE_LOOK } from '../style/inferenceLook.ts';
import { useTheme } from '../style/theme.ts';
import { countAxis, linearAxis } from './axes.ts';
import { Chart, useChart } from './Chart.tsx';
import { linePath } from './paths.ts';

export interface RatesChartProps {
  /** Of coordinate ascent, after each sweep, as fractions of the first. */
  readonly errors: readonly number[];
  /** Of Gibbs, from lag 0 on. */
  readonly autocorrelation: readonly number[];
  /** What a sweep leaves by a formula; null where there is none. */
  readonly contraction: number | null;
  /** Of the coordinate that both are about. */
  readonly name: string;
}

const SWEEPS = 20;
const valueText = (value: number): string => formatFixed(value, 3);
const MARGIN = { left: 40, right: 12, top: 22, bottom: 34 };
const X = countAxis('sweeps', { low: -0.5, high: SWEEPS + 0.5 });
const Y = linearAxis('fraction that remains', { low: -0.15, high: 1.05 }, { ticks: [0, 0.5, 1] });

/**
 * How fast both algorithms forget where they were, sweep by sweep: the error of coordinate ascent as
 * dots, the autocorrelation of Gibbs as bars, and the power of the rate that both have on a Gaussian.
 */
export function RatesChart(props: RatesChartProps) {
  const label = `Left after each sweep, of the error of q(${props.name}): ${inWords(props.errors)}. Autocorrelation of Gibbs by lag: ${inWords(props.autocorrelation)}.`;
  return (
    <Chart label={label} margin={MARGIN} x={X} y={Y}>
      <Rates {...props} />
    </Chart>
  );
}

function Rates({ errors, autocorrelation, contraction }: RatesChartProps) {
  const { x, y, clip } = useChart();
  const look = INFERENCE_LOOK[useTheme()];
  const bar = Math.max(2, 0.5 * (x.at(1) - x.at(0)));
  const power = useMemo(
    () =>
      contraction === null
        ? null
        : linePath(
            4 * SWEEPS + 1,
            (at) => x.at(at / 4),
            (at) => y.at(contraction ** (at / 4)),
          ),
    [contraction, x, y],
  );
  return (
    <g clipPath={clip}>
      {autocorrelation.map((value, lag) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: lags are told apart by their number
          key={lag}
          x={x.at(lag) - bar / 2}
          width={bar}
          y={Math.min(y.at(0), y.at(value))}
          height={Math.abs(y.at(value) - y.at(0))}
          fill={look.gibbs}
          fillOpacity={0.45}
        />
      ))}
      <line
        className="plot-zero"
        x1={x.at(-0.5)}
        x2={x.at(SWEEPS + 0.5)}
        y1={y.at(0)}
        y2={y.at(0)}
      />
      {power && <path d={power} className="axis-curve" stroke={look.exact} strokeWidth={1.5} />}
      {errors.map((value, sweep) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: sweeps are told apart by their number
          key={sweep}
          className="product-mark"
          cx={x.at(sweep)}
          cy={y.at(value)}
          r={4.5}
          fill={look.meanField}
        />
      ))}
    </g>
  );
}

const inWords = (values: readonly number[]): string =>
  values.length === 0 ? 'not known yet' : values.map((value) => valueText(value)).join(', ');
