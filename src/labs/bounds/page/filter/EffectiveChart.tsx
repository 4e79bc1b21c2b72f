import { memo, useMemo } from 'react';
import { linearAxis, timeAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { linePath } from '../../../../plots/chart/paths.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { FilterView } from '../../filterView.ts';
import styles from '../Parts.module.css';
import { wayLook } from './names.ts';
import { MARGIN } from './ParticlesChart.tsx';

/** How many particles count at each step, and where they were drawn again. */
export const EffectiveChart = memo(function EffectiveChart({
  view,
}: {
  readonly view: FilterView;
}) {
  const { particles, observations } = view;
  const x = useMemo(() => timeAxis(observations.length), [observations.length]);
  const y = useMemo(() => linearAxis('that count', { low: 0, high: particles }), [particles]);
  return (
    <Chart label="Effective particles over time" margin={MARGIN} x={x} y={y}>
      <Course view={view} />
    </Chart>
  );
});

function Course({ view: { run, particles } }: { readonly view: FilterView }) {
  const { area, x, y } = useChart();
  const { colour } = wayLook(run.resampling, useTheme());
  const { effective, resampled } = run;
  const half = y.at(particles / 2);
  const last = effective[effective.length - 1];
  const times = resampled.reduce((sum, one) => sum + one, 0);
  return (
    <g
      role="img"
      aria-label={`${formatFixed(Math.min(...effective), 1)} particles count at least, ${formatFixed(last, 1)} at the end; they were drawn again ${times} times.`}
    >
      <line
        className="chart-crosshair"
        x1={area.left}
        x2={area.left + area.width}
        y1={half}
        y2={half}
      />
      <path
        className="chart-curve"
        d={linePath(effective.length, x.at, (t) => y.at(effective[t]))}
        stroke={colour}
        strokeWidth={2}
      />
      {Array.from(effective, (count, t) =>
        resampled[t] === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its step
          <circle key={t} cx={x.at(t)} cy={y.at(count)} r={3.5} fill={colour} />
        ) : null,
      )}
      <text className={styles.name} x={area.left + area.width - 4} y={half - 5} textAnchor="end">
        N/2
      </text>
    </g>
  );
}
