import { memo, useMemo } from 'react';
import { type AxisOf, linearAxis, scaledAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { PlacedNames } from '../../../../plots/chart/PlacedNames.tsx';
import type { AnyPlotProps } from '../../../../plots/host/PlotHost.tsx';
import { linearScale } from '../../../../plots/host/scale.ts';
import { bandsOf } from '../../../../plots/layers/landscapeBands.ts';
import { heightRamp } from '../../../../plots/style/colourMaps.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { Direction, DivergencesAnswer, Stationary } from '../../snapshot.ts';
import { AXIS, type Component, LOG_WIDTHS, landscapeGrid } from '../../targets.ts';
import { PLOT_MARGIN } from '../axes.ts';
import type { DivergenceGestures } from '../gestures.ts';
import { NAMES, nats } from '../words.ts';

export interface LandscapeChartProps extends AnyPlotProps {
  readonly landscape: DivergencesAnswer | null;
  readonly direction: Direction;
  /** q, where it is one Gaussian. */
  readonly component: Component | null;
  readonly path: Float32Array;
  readonly showsPoints: boolean;
  readonly gestures: DivergenceGestures | null;
}

/** Heights of the contours over the lowest point, in nats: finer near it. */
const ABOVE = [0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2, 3, 4.5, 7, 11, 20, 50, 150];
const MEANS = linearAxis('mean of q', AXIS);
const WIDTHS = [0.2, 0.5, 1, 2, 4];

/** Logs of standard deviations, written as standard deviations. */
const widthAxis: AxisOf = (from, to) =>
  scaledAxis(
    'standard deviation of q',
    linearScale([LOG_WIDTHS.low, LOG_WIDTHS.high], [from, to]),
    WIDTHS.map(Math.log),
    (log) => String(Number(Math.exp(log).toPrecision(2))),
  );

/** A divergence over mean and width of one Gaussian, its stationary points, and the path of the fit. */
export function LandscapeChart(props: LandscapeChartProps) {
  const { landscape, direction, component, gestures } = props;
  const { colour } = comparedLook(direction, useTheme());
  return (
    <Chart
      label={`Landscape of ${NAMES[direction]}`}
      margin={PLOT_MARGIN}
      x={MEANS}
      y={widthAxis}
      placeholder={props.placeholder}
      onPick={(at, { x, y }) => gestures?.placeFit(x.valueAt(at[0]), Math.exp(y.valueAt(at[1])))}
    >
      {landscape && landscape.absent === null && <Ground landscape={landscape} />}
      <PathSoFar path={props.path} colour={colour} />
      {landscape && props.showsPoints && <Points points={landscape.points} fit={component} />}
      {component && gestures && (
        <ChartHandle
          at={[component.mean, Math.log(component.sd)]}
          along="both"
          name={`q on the landscape of ${NAMES[direction]}`}
          text={`mean ${formatFixed(component.mean, 2)}, standard deviation ${formatFixed(component.sd, 2)}`}
          mark="circle"
          colour={colour}
          onMove={gestures.dropFit}
        />
      )}
    </Chart>
  );
}

const Ground = memo(function Ground({ landscape }: { readonly landscape: DivergencesAnswer }) {
  const { area, x, y, clip } = useChart();
  const theme = useTheme();
  const bands = useMemo(() => {
    const { cells, values } = landscape;
    const { means, logSds } = landscapeGrid(cells);
    const least = values.reduce((low, value) => Math.min(low, value), Infinity);
    const heights = values.map((value) => -value);
    const levels = ABOVE.map((above) => -(least + above)).reverse();
    return bandsOf({ cells, x: means, y: logSds, values: heights }, levels, x.at, y.at);
  }, [landscape, x, y]);
  const ramp = heightRamp(theme, ABOVE.length + 1);
  return (
    <g clipPath={clip} aria-hidden="true">
      <rect x={area.left} y={area.top} width={area.width} height={area.height} fill={ramp[0]} />
      {bands.map(({ path }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place among them, as levels change with p
        <path key={i} className="landscape-band" d={path} fill={ramp[i + 1]} />
      ))}
    </g>
  );
});

interface PathSoFarProps {
  /** Means and standard deviations in turn. */
  readonly path: Float32Array;
  readonly colour: string;
}

const PathSoFar = memo(function PathSoFar({ path, colour }: PathSoFarProps) {
  const { x, y, clip } = useChart();
  const places = Array.from(
    { length: path.length / 2 },
    (_, i) => `${x.at(path[2 * i]).toFixed(1)},${y.at(Math.log(path[2 * i + 1])).toFixed(1)}`,
  );
  if (places.length < 2) return null;
  const d = `M${places.join('L')}`;
  return (
    <g clipPath={clip} aria-hidden="true">
      <path className="landscape-path-halo" d={d} />
      <path className="chart-curve" d={d} stroke={colour} strokeWidth={2.5} />
    </g>
  );
});

const SIGNS = {
  minimum: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  saddle: 'M-4 -4L4 4M-4 4L4 -4',
  maximum: 'M-5 3.5L0 -5L5 3.5Z',
} as const;

/** Height of the type of `landscape-point-value`, pixels. */
const VALUE_SIZE = 12;

interface PointsProps {
  readonly points: readonly Stationary[];
  /** The handle of q, which names keep clear of. */
  readonly fit: { readonly mean: number; readonly sd: number } | null;
}

function Points({ points, fit }: PointsProps) {
  const { x, y, clip } = useChart();
  const marks = points.map((point) => ({
    ...{ ...point, left: x.at(point.mean), top: y.at(Math.log(point.sd)) },
    ...{ text: formatFixed(point.value, 2), first: [1, 0] as const, radius: 6 },
  }));
  return (
    <g role="list" aria-label="Stationary points" clipPath={clip}>
      {marks.map(({ kind, mean, sd, value, left, top }) => {
        const words = `${kind} at mean ${formatFixed(mean, 2)}, standard deviation ${formatFixed(sd, 2)}: ${nats(value)} nats`;
        return (
          <g
            key={`${mean} ${sd}`}
            role="listitem"
            aria-label={words}
            transform={`translate(${left} ${top})`}
          >
            <path className="landscape-point-halo" d={SIGNS[kind]} />
            <path className="landscape-point" d={SIGNS[kind]} />
          </g>
        );
      })}
      <PlacedNames
        className="landscape-point-value"
        names={marks.filter(({ kind }) => kind === 'minimum')}
        size={VALUE_SIZE}
        obstacles={[
          ...marks,
          ...(fit ? [{ left: x.at(fit.mean), top: y.at(Math.log(fit.sd)), radius: 10 }] : []),
        ]}
      />
    </g>
  );
}
