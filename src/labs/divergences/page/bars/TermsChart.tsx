import { useMemo } from 'react';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { useSteadyAxis } from '../../../../plots/chart/useSteadyAxis.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { PLOT_MARGIN } from '../axes.ts';
import { outcomesAxis } from './BarsChart.tsx';

export interface TermsChartProps {
  readonly direction: 'forward' | 'reverse';
  readonly name: string;
  /** m: the terms of the sum, and what each is called. */
  readonly terms: Float64Array;
  readonly names: readonly string[];
  readonly sum: number;
  readonly rangeKey: string | number;
  /** What is written at the axis, where the terms are not in nats. */
  readonly axis?: string;
}

const HALF = 0.32;
/** Room for the numbers at the ends of the bars. */
const AIR = 1.3;
/** Higher terms are cut off. */
const MOST = 3;

/** The terms of a divergence as bars up or down, and their sum at the right. */
export function TermsChart(props: TermsChartProps) {
  const { direction, name, terms, names, sum, rangeKey, axis = 'nats' } = props;
  const texts = useMemo(() => [...names, 'sum'], [names]);
  const x = useMemo(() => outcomesAxis(texts, ''), [texts]);
  const wanted = useMemo(() => {
    const finite = [...terms, sum].filter(Number.isFinite).map((term) => Math.min(MOST, term));
    return { low: AIR * Math.min(-0.1, ...finite), high: AIR * Math.max(0.2, ...finite) };
  }, [terms, sum]);
  const y = useSteadyAxis(axis, wanted, rangeKey);
  return (
    <Chart label={`Terms of ${name}`} margin={PLOT_MARGIN} x={x} y={y}>
      <Terms direction={direction} values={[...terms, sum]} texts={texts} unit={axis} />
    </Chart>
  );
}

interface TermsProps {
  readonly direction: 'forward' | 'reverse';
  readonly values: readonly number[];
  readonly texts: readonly string[];
  readonly unit: string;
}

function Terms({ direction, values, texts, unit }: TermsProps) {
  const { area, x, y, clip } = useChart();
  const { colour } = comparedLook(direction, useTheme());
  const width = x.at(2 * HALF) - x.at(0);
  const zero = y.at(0);
  const suffix = unit === 'nats' ? ' nats' : '';
  return (
    <g role="list" aria-label="Terms">
      <line className="plot-zero" x1={area.left} x2={area.left + area.width} y1={zero} y2={zero} />
      {values.map((value, i) => {
        const isSum = i === values.length - 1;
        const to = y.at(Math.min(y.ends.high, value));
        const left = x.at(i + 1) - width / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place in the sum
          <g key={i} role="listitem" aria-label={`${texts[i]}: ${formatFixed(value, 4)}${suffix}`}>
            <rect
              clipPath={clip}
              x={left}
              y={Math.min(zero, to)}
              width={width}
              height={Math.abs(zero - to)}
              fill={colour}
              fillOpacity={isSum ? 0.9 : value < 0 ? 0.18 : 0.45}
              stroke={colour}
              strokeDasharray={value < 0 ? '3 2' : undefined}
            />
            <text
              className="term-value"
              x={x.at(i + 1)}
              y={
                value < 0
                  ? Math.min(area.top + area.height - 4, to + 13)
                  : Math.max(area.top + 11, to - 5)
              }
              textAnchor="middle"
              fontWeight={isSum ? 700 : undefined}
            >
              {formatFixed(value, 2)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
