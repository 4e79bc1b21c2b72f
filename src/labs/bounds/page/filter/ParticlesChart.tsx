import { memo, useCallback, useMemo } from 'react';
import { linearAxis, timeAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { finiteInterval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { bandPath, linePath } from '../../../../plots/chart/paths.ts';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { PaintedCanvas } from '../../../../plots/pen/PaintedCanvas.tsx';
import type { Pen } from '../../../../plots/pen/pen.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { symbolsPath } from '../../../../plots/style/symbols.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { Look } from '../../../shared/stage/Swatch.tsx';
import type { FilterView } from '../../filterView.ts';
import { Legend } from '../Legend.tsx';
import { wayLook } from './names.ts';

interface FilterChartProps {
  readonly view: FilterView;
  /** Changes where the axis may jump. */
  readonly rangeKey: string | number;
}

/** Both charts over time share it. */
export const MARGIN = { left: 52, right: 12, top: 22, bottom: 32 } as const;
const RADIUS = 2.25;
const FAINTEST = 0.04;
/** Of the band around the exact mean, standard deviations. */
const BAND = 2;

const useLooks = () => {
  const theme = useTheme();
  return {
    exact: comparedLook('p', theme),
    observed: { ...comparedLook('reverse', theme), mark: 1 },
  };
};

/** Particles over time, the fainter the less they weigh, next to what is exact. */
export const ParticlesChart = memo(function ParticlesChart({ view, rangeKey }: FilterChartProps) {
  const { observations, means, sds } = view;
  const x = useMemo(() => timeAxis(observations.length), [observations.length]);
  const range = useSteady(
    useMemo(
      () =>
        finiteInterval(
          observations,
          means.map((mean, t) => mean - 3 * sds[t]),
          means.map((mean, t) => mean + 3 * sds[t]),
        ),
      [observations, means, sds],
    ),
    rangeKey,
    nextInterval,
  );
  const y = useMemo(() => linearAxis('observed coordinate', range), [range]);
  return (
    <Chart
      label="Particles and observations over time"
      margin={MARGIN}
      x={x}
      y={y}
      below={<Particles view={view} />}
    >
      <Exact view={view} />
      <Observations view={view} />
    </Chart>
  );
});

const Particles = memo(function Particles({
  view: { run, observations },
}: {
  readonly view: FilterView;
}) {
  const { width, height, area, x, y } = useChart();
  const { colour } = wayLook(run.resampling, useTheme());
  const paint = useCallback(
    (pen: Pen) => {
      const stamp = pen.stamp({ symbol: 0, colour, radius: RADIUS, halo: null });
      const { shown, places, weights } = run;
      for (let t = 0; t < observations.length; t++)
        for (let at = t * shown; at < (t + 1) * shown; at++)
          stamp.place(x.at(t), y.at(places[at]), FAINTEST + (1 - FAINTEST) * weights[at]);
    },
    [run, observations, colour, x, y],
  );
  return (
    <PaintedCanvas
      width={width}
      height={height}
      clip={area}
      paint={paint}
      marks={run.places.length}
    />
  );
});

function Exact({ view: { means, sds } }: { readonly view: FilterView }) {
  const { x, y, clip } = useChart();
  const { exact } = useLooks();
  const edge = (side: number) => (t: number) => y.at(means[t] + side * BAND * sds[t]);
  return (
    <g clipPath={clip} aria-hidden="true" pointerEvents="none">
      <path
        d={bandPath(means.length, x.at, edge(-1), edge(1))}
        fill={exact.colour}
        fillOpacity={0.1}
      />
      <path
        className="chart-curve"
        d={linePath(means.length, x.at, (t) => y.at(means[t]))}
        stroke={exact.colour}
        strokeWidth={2}
      />
    </g>
  );
}

function Observations({ view: { observations } }: { readonly view: FilterView }) {
  const { x, y, clip } = useChart();
  const { observed } = useLooks();
  const places = Array.from(observations, (value, t) => [x.at(t), y.at(value)] as const);
  return (
    <path
      clipPath={clip}
      className="lane-mean"
      d={symbolsPath(observed.mark, 4.5, places)}
      fill={observed.colour}
      aria-hidden="true"
    />
  );
}

/** What the marks are. */
export function ParticlesLegend({ colour }: Pick<Look, 'colour'>) {
  const { exact, observed } = useLooks();
  return (
    <Legend
      entries={[
        { name: 'particles', colour, mark: 0, hasLine: false },
        { name: 'observations', ...observed, hasLine: false },
        { name: 'exact mean ± 2 sd', colour: exact.colour },
      ]}
    />
  );
}
