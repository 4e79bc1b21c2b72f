import { memo, useMemo } from 'react';
import { linearAxis, timeAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { symbolsPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { FilterView } from '../../filterView.ts';
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

function Course({ view: { run, particles, observations } }: { readonly view: FilterView }) {
  const { x, y } = useChart();
  const { colour } = wayLook(run.resampling, useTheme());
  const { effective, resampled } = run;
  const last = effective[effective.length - 1];
  const steps = Array.from(observations.keys());
  const again = steps.filter((t) => resampled[t] === 1);
  return (
    <>
      <g
        role="img"
        aria-label={`Effective number of particles: at least ${formatFixed(Math.min(...effective), 1)}, at the end ${formatFixed(last, 1)}. Steps with resampling: ${again.length}.`}
      >
        <Rule along="y" at={particles / 2} name="N/2" nameAt="end" />
        <Curve xs={steps} values={effective} colour={colour} />
        <path
          d={symbolsPath(
            0,
            3.5,
            again.map((t) => [x.at(t), y.at(effective[t])]),
          )}
          fill={colour}
        />
      </g>
      <Reading
        {...{ label: 'Step', xs: steps, named: (step) => `step ${step}` }}
        lines={[
          {
            ...{
              key: 'effective',
              name: 'particles that count',
              colour,
              value: (t) => effective[t],
            },
            text: (t) =>
              `${formatFixed(effective[t], 1)}${resampled[t] === 1 ? ', resampled' : ''}`,
          },
        ]}
      />
    </>
  );
}
