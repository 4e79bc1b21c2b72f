import { memo, useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { nextInterval } from '../../../../plots/chart/intervals.ts';
import type { AnyPlotProps } from '../../../../plots/host/PlotHost.tsx';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { DensitiesView, FitView } from '../../snapshot.ts';
import type { Component, MixtureTarget } from '../../targets.ts';
import { PLOT_MARGIN, placesAxis } from '../axes.ts';
import type { DivergenceGestures } from '../gestures.ts';
import { NAMES } from '../words.ts';
import { DrawnDensity } from './DrawnDensity.tsx';

export interface DensityChartProps extends AnyPlotProps {
  /** Null before there is something to draw. */
  readonly view: DensitiesView | null;
  /** Changes where the height of the chart may jump. */
  readonly rangeKey: string | number;
  readonly gestures: DivergenceGestures | null;
}

/** Highest peak a chart is made for: a q on its way may be much narrower. */
const MOST_HEIGHT = 2.2;
/** Peaks nearer to one another than this have one name, pixels. */
const NAMES_APART = 26;

/** p and what approximates it, with the handles of both. */
export function DensityChart({ view, rangeKey, gestures, placeholder }: DensityChartProps) {
  const theme = useTheme();
  const highest = useMemo(() => heightOf(view), [view]);
  const range = useSteady(highest, rangeKey, nextInterval);
  const y = useMemo(
    () => linearAxis('density', { low: 0, high: Math.max(0.3, range.high) }),
    [range],
  );
  const p = comparedLook('p', theme);
  return (
    <Chart
      label="Densities"
      className="densities"
      margin={PLOT_MARGIN}
      x={placesAxis}
      y={y}
      placeholder={placeholder}
    >
      {view && (
        <>
          <Curve xs={view.x} values={view.p} colour={p.colour} width={2.25} area={0.12} />
          {view.fits.map(({ direction, density }) => {
            const { colour, dashes } = comparedLook(direction, theme);
            return (
              <Curve
                key={direction}
                {...{ xs: view.x, values: density, colour, dashes, width: 2.75, area: 0.1 }}
              />
            );
          })}
          <PeakNames view={view} />
          {gestures && view.target.kind === 'mixture' && (
            <TargetHandles view={view} target={view.target} gestures={gestures} />
          )}
          {gestures && view.target.kind === 'drawn' && (
            <DrawnDensity heights={view.target.heights} onDraw={gestures.draw} />
          )}
          {gestures &&
            view.fits.map((fit) => (
              <FitHandles key={fit.direction} fit={fit} gestures={gestures} />
            ))}
        </>
      )}
    </Chart>
  );
}

function heightOf(view: DensitiesView | null) {
  if (!view) return null;
  let high = 0.2;
  for (const density of [view.p, ...view.fits.map((fit) => fit.density)])
    for (const value of density) if (value > high) high = value;
  return { low: 0, high: Math.min(high, MOST_HEIGHT) };
}

/** The names of the curves, at their peaks; one name where two are the same curve. */
const PeakNames = memo(function PeakNames({ view }: { readonly view: DensitiesView }) {
  const { x, y, area } = useChart();
  const theme = useTheme();
  const curves = [
    { key: 'p' as const, name: 'p', values: view.p },
    ...view.fits.map(({ direction, density }) => ({
      key: direction,
      name: view.fits.length > 1 ? `q of ${NAMES[direction]}` : 'q',
      values: density,
    })),
  ].map((curve) => {
    const peak = curve.values.reduce(
      (best, value, i) => (value > curve.values[best] ? i : best),
      0,
    );
    return { ...curve, left: x.at(view.x[peak]), top: y.at(curve.values[peak]) };
  });
  const isOne = view.fits.length > 1 && sameCurve(view.fits[0].density, view.fits[1].density);
  const shown = isOne ? [curves[0], { ...curves[1], name: 'q' }] : curves;
  const placed: { left: number; top: number }[] = [];
  return (
    <g aria-hidden="true">
      {shown.map(({ key, name, left, top }) => {
        let at = Math.max(area.top + 14, top - 14);
        while (
          placed.some(
            (other) =>
              Math.abs(other.left - left) < 70 && Math.abs(other.top - at) < NAMES_APART / 2,
          )
        )
          at += NAMES_APART / 2;
        placed.push({ left, top: at });
        return (
          <text
            key={key}
            className="chart-name"
            x={Math.min(area.left + area.width - 8, Math.max(area.left + 8, left + 12))}
            y={at}
            textAnchor={left > area.left + 0.75 * area.width ? 'end' : 'start'}
            fill={comparedLook(key, theme).colour}
          >
            {name}
          </text>
        );
      })}
    </g>
  );
});

const sameCurve = (a: Float32Array, b: Float32Array) => a.every((value, i) => value === b[i]);

interface TargetHandlesProps {
  readonly view: DensitiesView;
  readonly target: MixtureTarget;
  readonly gestures: DivergenceGestures;
}

/** Peaks and widths of p, and the ends where it is cut off. */
function TargetHandles({ view, target, gestures }: TargetHandlesProps) {
  const { colour } = comparedLook('p', useTheme());
  const { area, x } = useChart();
  const heightAt = (place: number) => {
    const share = (place - view.x[0]) / (view.x[view.x.length - 1] - view.x[0]);
    const at = Math.round(share * (view.x.length - 1));
    return view.p[Math.min(view.p.length - 1, Math.max(0, at))];
  };
  const isOnly = target.components.length === 1;
  return (
    <>
      {(['from', 'to'] as const).map((end) => {
        const place = target[end];
        if (place === undefined) return null;
        return (
          <g key={end}>
            <line
              className="density-end"
              x1={x.at(place)}
              x2={x.at(place)}
              y1={area.top}
              y2={area.top + area.height}
            />
            <ChartHandle
              at={[place, 0]}
              along="x"
              name={end === 'from' ? 'Left end of p' : 'Right end of p'}
              text={formatFixed(place, 2)}
              mark="square"
              colour={colour}
              onMove={gestures.moveEnd(end)}
            />
          </g>
        );
      })}
      {target.components.map(({ weight, mean, sd }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a peak is its place in the list
        <g key={k}>
          <ChartHandle
            at={[Math.min(6, mean + sd), heightAt(mean + sd)]}
            along="x"
            name={`Width of peak ${k + 1} of p`}
            text={`standard deviation ${formatFixed(sd, 2)}`}
            mark="diamond"
            colour={colour}
            onMove={gestures.widenPeak(k)}
          />
          <ChartHandle
            at={[mean, heightAt(mean)]}
            along="both"
            name={`Peak ${k + 1} of p`}
            text={`mean ${formatFixed(mean, 2)}, weight ${formatFixed(weight, 2)}${isOnly ? '' : '; Delete removes it'}`}
            mark="circle"
            colour={colour}
            onMove={gestures.movePeak(k)}
            onRemove={isOnly ? undefined : () => gestures.removePeak(k)}
          />
        </g>
      ))}
    </>
  );
}

interface FitHandlesProps {
  readonly fit: FitView;
  readonly gestures: DivergenceGestures;
}

const peakOf = ({ weight, sd }: Component) => weight / (Math.sqrt(2 * Math.PI) * sd);

/** The peaks of q: sideways its mean, up and down its width. */
function FitHandles({ fit: { direction, components }, gestures }: FitHandlesProps) {
  const { colour } = comparedLook(direction, useTheme());
  return components.map((component, k) => (
    <ChartHandle
      // biome-ignore lint/suspicious/noArrayIndexKey: a peak is its place in the list
      key={k}
      at={[component.mean, peakOf(component)]}
      along="both"
      name={`q of ${NAMES[direction]}${components.length > 1 ? `, peak ${k + 1}` : ''}`}
      text={`mean ${formatFixed(component.mean, 2)}, standard deviation ${formatFixed(component.sd, 2)}; up and down change the width`}
      mark="circle"
      colour={colour}
      onMove={gestures.moveFit(direction, k)}
    />
  ));
}
