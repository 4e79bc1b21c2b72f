import { memo, useMemo } from 'react';
import { type AxisOf, logAxis, scaledAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { signedLogScale } from '../../../../plots/host/scale.ts';
import { symbolPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatAtMost, formatWithError } from '../../../../ui/numbers.ts';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { AnnealingSeries, AnnealingView } from '../../annealingView.ts';
import styles from '../Parts.module.css';
import { NAMES, SERIES, seriesLook } from './looks.ts';

interface EnclosureChartProps {
  readonly view: AnnealingView;
  readonly drag: SettingDrag<'bridgeSteps'>;
}

const MARGIN = { left: 56, right: 14, top: 20, bottom: 34 } as const;
const STEPS = logAxis('steps of the bridge, T', { low: 0.8, high: 1300 });
/** Around zero the axis is linear, farther away logarithmic, in nats. */
const LINEAR = 0.01;
const TICKS = [-1000, -100, -10, -1, -0.1, 0, 0.1, 1, 10, 100, 1000];
const ERRORS = 2;
/** From the top, pixels. */
const GRIP = 10;

const gapAxis = (reach: number): AxisOf => {
  const ticks = TICKS.filter((tick) => Math.abs(tick) <= reach);
  return (from, to) =>
    scaledAxis(
      'bound − log Z, nats',
      signedLogScale([-reach, reach], [from, to], LINEAR),
      ticks,
      (tick) => `${tick > 0 ? '+' : ''}${formatAtMost(tick, 1)}`,
    );
};

/** Bounds on log Z from below and from above, over the number of steps. */
export const EnclosureChart = memo(function EnclosureChart({ view, drag }: EnclosureChartProps) {
  const { exact, divergence } = view;
  const most = Math.max(exact.gap[0], exact.reverseGap[0], divergence / 2);
  // Round, so that the axis rests while the target is moved a little.
  const reach = 2 * 10 ** (Math.ceil(2 * Math.log10(most)) / 2);
  const y = useMemo(() => gapAxis(reach), [reach]);
  return (
    <Chart label="Bounds on log Z over the number of steps" margin={MARGIN} x={STEPS} y={y}>
      <Limits divergence={divergence} />
      <Exact series="reverse" xs={exact.steps} gaps={exact.reverseGap} />
      <Exact series="forward" xs={exact.steps} gaps={exact.gap.map((gap) => -gap)} />
      <g role="list" aria-label="Measured bounds">
        {SERIES.map((series) => (
          <Measured key={series} view={view} series={series} />
        ))}
      </g>
      <StepsHandle steps={view.steps} drag={drag} />
    </Chart>
  );
});

/** log Z itself, and J / 2T on both sides of it. */
function Limits({ divergence }: { readonly divergence: number }) {
  const { area, x, y } = useChart();
  const sides = [1, -1].map((side) => {
    const at = (steps: number) =>
      `${x.at(steps).toFixed(1)} ${y.at((side * divergence) / (2 * steps)).toFixed(1)}`;
    return `M${Array.from({ length: 31 }, (_, i) => at(10 ** (i / 10))).join('L')}`;
  });
  const right = area.left + area.width;
  return (
    <g aria-hidden="true">
      <path className={styles.limit} d={sides.join('')} />
      <line className={styles.exact} x1={area.left} x2={right} y1={y.at(0)} y2={y.at(0)} />
      <text className="chart-name" x={area.left + 6} y={y.at(0) - 6}>
        log Z
      </text>
      <text className={styles.name} x={x.at(4)} y={y.at(divergence / 8) - 8}>
        J / 2T
      </text>
    </g>
  );
}

interface ExactProps {
  readonly series: AnnealingSeries;
  readonly xs: readonly number[];
  readonly gaps: readonly number[];
}

function Exact({ series, xs, gaps }: ExactProps) {
  const { colour, dashes } = seriesLook(series, useTheme());
  return <Curve xs={xs} values={gaps} {...{ colour, dashes, width: 2.25 }} />;
}

interface MeasuredProps {
  readonly view: AnnealingView;
  readonly series: AnnealingSeries;
}

function Measured({ view: { measured, logZ, steps: chosen }, series }: MeasuredProps) {
  const { x, y, clip } = useChart();
  const { colour, mark } = seriesLook(series, useTheme());
  const at = measured[series].find(({ steps }) => steps === chosen);
  return (
    <g
      role="listitem"
      clipPath={clip}
      stroke={colour}
      strokeWidth={1.25}
      aria-label={`${NAMES[series]}${at ? ` at T = ${chosen}: ${formatWithError(at.bound, at.boundError)}` : ''}`}
    >
      {measured[series].map(({ steps, bound, boundError }) => {
        const off = bound - logZ;
        const reach = ERRORS * boundError;
        return (
          <g key={steps}>
            <line x1={x.at(steps)} x2={x.at(steps)} y1={y.at(off - reach)} y2={y.at(off + reach)} />
            <path
              d={symbolPath(mark, steps === chosen ? 6 : 4.5)}
              transform={`translate(${x.at(steps)} ${y.at(off)})`}
              fill={colour}
              stroke="none"
            />
          </g>
        );
      })}
    </g>
  );
}

/** The chosen number of steps. */
function StepsHandle({
  steps,
  drag,
}: {
  readonly steps: number;
  readonly drag: EnclosureChartProps['drag'];
}) {
  const { area, x, y } = useChart();
  const move = useMemo(() => drag('bridgeSteps', (x) => x), [drag]);
  const foot = area.top + area.height;
  return (
    <>
      <line
        className="chart-crosshair"
        x1={x.at(steps)}
        x2={x.at(steps)}
        y1={area.top}
        y2={foot}
        aria-hidden="true"
      />
      <ChartHandle
        at={[steps, y.valueAt(area.top + GRIP)]}
        along="x"
        whole
        name="Steps of the bridge"
        text={`T = ${steps}`}
        mark="square"
        colour="var(--accent)"
        onMove={move}
      />
    </>
  );
}
