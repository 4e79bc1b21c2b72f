import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { DatumView, Gaussian } from '../../snapshot.ts';
import type { Dragged } from '../useDrag.ts';

interface DensityChartProps {
  readonly view: DatumView;
  readonly hasImplicit: boolean;
  readonly drag: SettingDrag<Dragged>;
}

const MARGIN = { left: 40, right: 12, top: 16, bottom: 32 } as const;
const X = linearAxis('z', { low: -5, high: 5 });
/** A narrow q is cut off: its peak would flatten all others. */
const HIGHEST = 1.3;
/** Height of the axis in steps, so that it rests while q is moved a little. */
const STEP = 0.2;

/** The posterior, q, and what q becomes with K draws. */
export function DensityChart({ view, hasImplicit, drag }: DensityChartProps) {
  const theme = useTheme();
  const { curve } = view;
  const most = Math.max(
    ...curve.posterior,
    ...curve.implicit,
    Math.min(HIGHEST, ...peakOf(view.q)),
  );
  const high = STEP * Math.ceil(Math.min(HIGHEST, most + 0.06) / STEP - 1e-9);
  const y = useMemo(() => linearAxis('density', { low: 0, high }), [high]);
  return (
    <Chart label="Densities over z" margin={MARGIN} x={X} y={y}>
      {hasImplicit && (
        <Curve
          xs={curve.z}
          values={curve.implicit}
          colour={boundLook('implicit', theme).colour}
          width={1.5}
          area={0.28}
        />
      )}
      <Curve xs={curve.z} values={curve.posterior} {...boundLook('posterior', theme)} width={2.5} />
      <Curve xs={curve.z} values={curve.q} {...boundLook('q', theme)} width={2.25} />
      <Handles view={view} drag={drag} />
    </Chart>
  );
}

const peakOf = ({ sd }: Gaussian) => [1 / (sd * Math.sqrt(2 * Math.PI))];

function Handles({ view, drag }: Pick<DensityChartProps, 'view' | 'drag'>) {
  const { x: across, y } = useChart();
  const theme = useTheme();
  const { colour } = boundLook('q', theme);
  const { q, x } = view;
  const peak = Math.min(y.ends.high, peakOf(q)[0]);
  const move = useMemo(() => drag('mean', (at) => at), [drag]);
  const widen = useMemo(() => drag('sd', (at) => at - q.mean), [drag, q.mean]);
  const observe = useMemo(() => drag('x', (at) => at), [drag]);
  const ink = boundLook('posterior', theme).colour;
  return (
    <>
      <text
        className="lane-name"
        {...{ x: across.at(x) + 12, y: y.at(0) - 6 }}
        fill={ink}
        aria-hidden="true"
      >
        x
      </text>
      <ChartHandle
        at={[x, 0]}
        along="x"
        name="Observation x"
        text={formatFixed(x, 2)}
        mark="square"
        colour={ink}
        onMove={observe}
      />
      <ChartHandle
        at={[q.mean + q.sd, Math.min(0.8 * y.ends.high, peak * Math.exp(-0.5))]}
        along="x"
        name="Standard deviation of q"
        text={formatFixed(q.sd, 2)}
        mark="diamond"
        colour={colour}
        onMove={widen}
      />
      <ChartHandle
        at={[q.mean, peak]}
        along="x"
        name="Mean of q"
        text={formatFixed(q.mean, 2)}
        mark="circle"
        colour={colour}
        onMove={move}
      />
    </>
  );
}
