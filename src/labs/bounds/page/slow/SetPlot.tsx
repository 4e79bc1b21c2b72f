import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatDigits } from '../../../../ui/numbers.ts';
import type { WeightsView } from '../../snapshot.ts';
import { averageOf, type SetStage } from './frames.ts';

interface SetPlotProps {
  readonly view: WeightsView;
  readonly stage: SetStage;
}

const MARGIN = { left: 52, right: 14, top: 20, bottom: 32 } as const;
const X = linearAxis('z', { low: -5, high: 5 });
/** More draws than this are drawn fainter. */
const FEW = 60;

/** The draws of one set over z, each at the height of its weight over p(x). */
export function SetPlot({ view, stage }: SetPlotProps) {
  const theme = useTheme();
  const { curve, first } = view;
  const weights = useMemo(() => first.logWeights.map(Math.exp), [first]);
  const high = Math.max(1.4, ...weights) * 1.08;
  const y = useMemo(() => linearAxis('w / p(x)', { low: 0, high }), [high]);
  const ratios = useMemo(() => curve.posterior.map((density, i) => density / curve.q[i]), [curve]);
  const isWeighed = stage !== 'draw';
  const peak = Math.max(...curve.q);
  const { average } = averageOf(view);
  return (
    <Chart label="Draws of one set and their weights" margin={MARGIN} x={X} y={y}>
      <Curve
        xs={curve.z}
        // Its height is not on the axis of the weights: only its shape counts.
        values={curve.q.map((density) => (0.4 * high * density) / peak)}
        {...boundLook('q', theme)}
        area={0.12}
      />
      {isWeighed && (
        <Curve
          xs={curve.z}
          values={ratios}
          colour={boundLook('posterior', theme).colour}
          width={1.5}
        />
      )}
      <Draws z={first.z} weights={weights} isWeighed={isWeighed} />
      {isWeighed && (
        <Rule
          along="y"
          at={1}
          colour={boundLook('evidence', theme).colour}
          width={2}
          dashes="2 4"
          name="p(x)"
        />
      )}
      {isWeighed && stage !== 'weigh' && (
        <Rule
          along="y"
          at={average}
          {...boundLook('bound', theme)}
          width={2}
          name={`average ${formatDigits(average)}`}
          nameAt="end"
        />
      )}
    </Chart>
  );
}

interface DrawsProps {
  readonly z: Float64Array;
  readonly weights: Float64Array;
  readonly isWeighed: boolean;
}

function Draws({ z, weights, isWeighed }: DrawsProps) {
  const { x, y, clip } = useChart();
  const { colour } = boundLook('bound', useTheme());
  const opacity = z.length > FEW ? 0.4 : 0.85;
  const foot = y.at(0);
  return (
    <g clipPath={clip} fill={colour} stroke={colour} aria-hidden="true">
      {Array.from(z, (place, k) => {
        const top = isWeighed ? y.at(weights[k]) : foot - 5;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draw is its place in the list
          <g key={k} opacity={opacity}>
            {isWeighed && (
              <line x1={x.at(place)} x2={x.at(place)} y1={foot} y2={top} strokeWidth={1} />
            )}
            <circle cx={x.at(place)} cy={top} r={4} stroke="none" />
          </g>
        );
      })}
    </g>
  );
}
