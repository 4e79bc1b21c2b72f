import { memo, useMemo } from 'react';
import { type AxisOf, logAxis, scaledAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { ErrorMarks } from '../../../../plots/chart/ErrorMarks.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { signedLogScale } from '../../../../plots/host/scale.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatAtMost, formatWithError } from '../../../../ui/numbers.ts';
import type { SettingDrag } from '../../../shared/editing/settingDrag.ts';
import type { AnnealingSeries, AnnealingView } from '../../annealingView.ts';
import { NAMES, SERIES, seriesLook } from './looks.ts';

interface EnclosureChartProps {
  readonly view: AnnealingView;
  readonly drag: SettingDrag<'bridgeSteps'>;
  /** Of kept runs. */
  readonly ghosts?: readonly Ghost[];
}

const MARGIN = { left: 56, right: 14, top: 20, bottom: 34 } as const;
const STEPS = logAxis('steps of the bridge, T', { low: 0.8, high: 1300 });
/** Around zero the axis is linear, farther away logarithmic, in nats. */
const LINEAR = 0.01;
const TICKS = [-1000, -100, -10, -1, -0.1, 0, 0.1, 1, 10, 100, 1000];
const STEPS_OF_LIMIT = Array.from({ length: 31 }, (_, i) => 10 ** (i / 10));
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
export const EnclosureChart = memo(function EnclosureChart({
  view,
  drag,
  ghosts = NO_GHOSTS,
}: EnclosureChartProps) {
  const { exact, divergence } = view;
  const most = Math.max(exact.gap[0], exact.reverseGap[0], divergence / 2);
  // Round, so that the axis rests while the target is moved a little.
  const reach = 2 * 10 ** (Math.ceil(2 * Math.log10(most)) / 2);
  const y = useMemo(() => gapAxis(reach), [reach]);
  return (
    <Chart label="Bounds on log Z over the number of steps" margin={MARGIN} x={STEPS} y={y}>
      <LaterGhosts ghosts={ghosts} />
      <Limits divergence={divergence} />
      <g role="list" aria-label="Measured bounds">
        {SERIES.map((series) => (
          <Series key={series} view={view} series={series} />
        ))}
      </g>
      <StepsHandle view={view} drag={drag} />
      <Values view={view} />
    </Chart>
  );
});

/** What is measured, by the number of steps. */
function Values({ view: { measured, logZ } }: { readonly view: AnnealingView }) {
  const theme = useTheme();
  const xs = [...new Set(SERIES.flatMap((series) => measured[series].map(({ steps }) => steps)))];
  xs.sort((one, other) => one - other);
  const lines = SERIES.map((series) => {
    const at = (record: number) => measured[series].find(({ steps }) => steps === xs[record]);
    return {
      ...{ key: series, name: NAMES[series], colour: seriesLook(series, theme).colour },
      value: (record: number) => (at(record)?.bound ?? Number.NaN) - logZ,
      text: (record: number) =>
        formatWithError((at(record)?.bound ?? Number.NaN) - logZ, at(record)?.boundError ?? 0),
    };
  });
  return <Reading {...{ label: 'Number of steps', xs, named: stepsInWords, lines }} />;
}

const stepsInWords = (steps: number) => `T = ${steps}`;

/** log Z itself, and J / 2T on both sides of it. */
function Limits({ divergence }: { readonly divergence: number }) {
  const { x, y } = useChart();
  const limit = STEPS_OF_LIMIT.map((steps) => divergence / (2 * steps));
  const { text } = usePlotStyle().ink;
  const look = { colour: text, width: 1.5, dashes: '2 4' };
  return (
    <>
      <Curve xs={STEPS_OF_LIMIT} values={limit} {...look} />
      <Curve xs={STEPS_OF_LIMIT} values={limit.map((gap) => -gap)} {...look} />
      <Rule along="y" at={0} colour={text} width={1.5} name="log Z" />
      <text
        className="lane-name"
        x={x.at(4)}
        y={y.at(divergence / 8) - 8}
        fill={text}
        aria-hidden="true"
      >
        J / 2T
      </text>
    </>
  );
}

interface SeriesProps {
  readonly view: AnnealingView;
  readonly series: AnnealingSeries;
}

/** Exact where that is known, and measured. */
function Series({ view: { measured, exact, logZ, steps: chosen }, series }: SeriesProps) {
  const { colour, dashes, mark } = seriesLook(series, useTheme());
  const at = measured[series].find(({ steps }) => steps === chosen);
  const gaps = {
    forward: exact.gap.map((gap) => -gap),
    reverse: exact.reverseGap,
    metropolis: null,
  }[series];
  const marks = measured[series].map(({ steps, bound, boundError }) => ({
    ...{ at: steps, value: bound - logZ, error: boundError },
  }));
  const inWords = at ? ` at T = ${chosen}: ${formatWithError(at.bound, at.boundError)}` : '';
  return (
    <g role="listitem" aria-label={`${NAMES[series]}${inWords}`}>
      {gaps && <Curve xs={exact.steps} values={gaps} {...{ colour, dashes, width: 2.25 }} />}
      <ErrorMarks {...{ marks, mark, colour, chosen }} />
    </g>
  );
}

/** The chosen number of steps. */
function StepsHandle({ view: { steps }, drag }: EnclosureChartProps) {
  const { area, y } = useChart();
  const move = useMemo(() => drag('bridgeSteps', (x) => x), [drag]);
  return (
    <>
      <Rule along="x" at={steps} />
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
