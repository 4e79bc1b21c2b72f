import { memo, useMemo } from 'react';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import type { Interval } from '../../../../plots/chart/intervals.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { PlacedNames } from '../../../../plots/chart/PlacedNames.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import { useSteadyAxis } from '../../../../plots/chart/useSteadyAxis.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { DensitiesView, FitView } from '../../snapshot.ts';
import type { Component, MixtureTarget } from '../../targets.ts';
import { PLOT_MARGIN, placesAxis } from '../axes.ts';
import { type DivergenceGestures, heightOf } from '../gestures.ts';
import { NAMES } from '../words.ts';
import { DrawnDensity } from './DrawnDensity.tsx';

export interface DensityChartProps {
  readonly view: DensitiesView;
  /** Changes where the height of the chart may jump. */
  readonly rangeKey: string | number;
  readonly gestures: DivergenceGestures;
  /** q of runs that are kept. */
  readonly ghosts?: readonly Ghost[];
}

/** Highest peak a chart is made for: a q on its way may be much narrower. */
const MOST_HEIGHT = 2.2;
/** Height of the type of names, and the radius of a handle, pixels. */
const NAME_SIZE = 14;
const HANDLE = 8;
/** Of the places of a curve, those that names keep clear of. */
const EVERY = 4;
/** Where a name is tried first: above its peak, to the right. */
const ASIDE = [0.9, -0.45] as const;

/** p and what approximates it, with the handles of both. */
export function DensityChart({ view, rangeKey, gestures, ghosts = NO_GHOSTS }: DensityChartProps) {
  const theme = useTheme();
  const { x, p, target, fits } = view;
  const highest = useMemo(() => rangeOf(view), [view]);
  const y = useSteadyAxis('density', highest, rangeKey, fromZero);
  return (
    <Chart
      label="Densities"
      className="densities"
      margin={PLOT_MARGIN}
      x={placesAxis[view.part]}
      y={y}
    >
      <Curve xs={x} values={p} {...comparedLook('p', theme)} width={2.25} area={0.12} />
      {fits.map(({ direction, density }) => (
        <Curve
          key={direction}
          {...{ xs: x, values: density, width: 2.75, area: 0.1 }}
          {...comparedLook(direction, theme)}
        />
      ))}
      <LaterGhosts ghosts={ghosts} />
      <PeakNames view={view} />
      {target.kind === 'mixture' ? (
        <TargetHandles {...{ xs: x, p, target, gestures }} />
      ) : (
        <DrawnDensity heights={gestures.drawnHeights} onDraw={gestures.draw} />
      )}
      {fits.map(({ direction, components }) => (
        <FitHandles key={direction} {...{ direction, components, gestures }} />
      ))}
    </Chart>
  );
}

const fromZero = ({ high }: Interval): Interval => ({ low: 0, high: Math.max(0.3, high) });

function rangeOf(view: DensitiesView): Interval {
  let high = 0.2;
  for (const density of [view.p, ...view.fits.map((fit) => fit.density)])
    for (const value of density) if (value > high) high = value;
  return { low: 0, high: Math.min(high, MOST_HEIGHT) };
}

/** The names of the curves, at their peaks; one name where two are the same curve. */
const PeakNames = memo(function PeakNames({ view }: { readonly view: DensitiesView }) {
  const { x, y, area } = useChart();
  const theme = useTheme();
  const { fits, target } = view;
  const isOne = fits.length > 1 && sameCurve(fits[0].density, fits[1].density);
  const curves = [
    { key: 'p' as const, text: 'p', values: view.p },
    ...(isOne ? fits.slice(0, 1) : fits).map(({ direction, density }) => ({
      key: direction,
      text: isOne || fits.length === 1 ? 'q' : `q of ${NAMES[direction]}`,
      values: density,
    })),
  ];
  const named = curves.map(({ key, text, values }) => {
    const { colour } = comparedLook(key, theme);
    const peak = values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
    const top = Math.max(area.top, y.at(values[peak]));
    return { text, left: x.at(view.x[peak]), top, first: ASIDE, colour };
  });
  const peaks = target.kind === 'mixture' ? target.components : [];
  const handles = peaks.flatMap(({ mean, sd }) => [mean, mean + sd]);
  const obstacles = [
    ...curves.flatMap(({ values }) =>
      Array.from({ length: Math.floor(values.length / EVERY) }, (_, i) => ({
        ...{ left: x.at(view.x[EVERY * i]), top: y.at(values[EVERY * i]), radius: 1 },
      })),
    ),
    ...named.map(({ left, top }) => ({ left, top, radius: HANDLE })),
    ...handles.map((at) => ({
      ...{ left: x.at(at), top: y.at(heightOf(view.x, view.p, at)), radius: HANDLE },
    })),
  ];
  return <PlacedNames names={named} size={NAME_SIZE} obstacles={obstacles} />;
});

const sameCurve = (a: Float32Array, b: Float32Array) => a.every((value, i) => value === b[i]);

interface TargetHandlesProps {
  readonly xs: Float32Array;
  readonly p: Float32Array;
  readonly target: MixtureTarget;
  readonly gestures: DivergenceGestures;
}

/** Peaks and widths of p, and the ends where it is cut off. */
const TargetHandles = memo(function TargetHandles(props: TargetHandlesProps) {
  const { xs, p, target, gestures } = props;
  const { colour } = comparedLook('p', useTheme());
  const isOnly = target.components.length === 1;
  return (
    <>
      {(['from', 'to'] as const).map((end) => {
        const place = target[end];
        if (place === undefined) return null;
        return (
          <g key={end}>
            <Rule along="x" at={place} colour={colour} width={1.5} dashes="4 3" />
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
            at={[Math.min(6, mean + sd), heightOf(xs, p, mean + sd)]}
            along="x"
            name={`Width of peak ${k + 1} of p`}
            text={`standard deviation ${formatFixed(sd, 2)}`}
            mark="diamond"
            colour={colour}
            onMove={gestures.widenPeak(k)}
          />
          <ChartHandle
            at={[mean, heightOf(xs, p, mean)]}
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
});

interface FitHandlesProps extends Pick<FitView, 'direction' | 'components'> {
  readonly gestures: DivergenceGestures;
}

const peakOf = ({ weight, sd }: Component) => weight / (Math.sqrt(2 * Math.PI) * sd);

/** The peaks of q: sideways its mean, up and down its width. */
const FitHandles = memo(function FitHandles({ direction, components, gestures }: FitHandlesProps) {
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
});
