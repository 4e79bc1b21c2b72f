import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { BELL_SIDE, BellHandles } from '../../../shared/editing/BellHandles.tsx';
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
const SETTINGS = { mean: 'mean', sd: 'sd' } as const;

const peakOf = ({ sd }: Gaussian) => 1 / (sd * Math.sqrt(2 * Math.PI));

/** The posterior, q, and what q becomes with K draws. */
export function DensityChart({ view, hasImplicit, drag }: DensityChartProps) {
  const theme = useTheme();
  const { curve } = view;
  const most = Math.max(...curve.posterior, ...curve.implicit, Math.min(HIGHEST, peakOf(view.q)));
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

/** The mark of x on the axis, and the handles of q. */
function Handles({ view, drag }: Pick<DensityChartProps, 'view' | 'drag'>) {
  const { x: across, y } = useChart();
  const theme = useTheme();
  const { q, x } = view;
  const { high } = y.ends;
  const peak = Math.min(high, peakOf(q));
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
      <BellHandles
        {...q}
        top={peak}
        side={Math.min(0.8 * high, peak * BELL_SIDE)}
        of="q"
        colour={boundLook('q', theme).colour}
        drag={drag}
        settings={SETTINGS}
      />
    </>
  );
}
