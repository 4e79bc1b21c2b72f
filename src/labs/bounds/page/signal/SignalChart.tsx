import { memo, useMemo } from 'react';
import { logAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { Curve } from '../../../../plots/chart/Curve.tsx';
import { EndLabels } from '../../../../plots/chart/EndLabels.tsx';
import { type ErrorMark, ErrorMarks } from '../../../../plots/chart/ErrorMarks.tsx';
import { Reading } from '../../../../plots/chart/Reading.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import type { Margin } from '../../../../plots/host/PlotHost.tsx';
import type { Size } from '../../../../plots/host/useElementSize.ts';
import { gradientLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatDigits, formatFixed, formatWithError } from '../../../../ui/numbers.ts';
import { boundsLayers } from '../../layers.ts';
import { type GradientView, standsOut } from '../../snapshot.ts';
import { DRAWS, drawsInWords } from '../weights/BoundChart.tsx';

interface SignalChartProps {
  readonly drawn: readonly GradientView[];
  /** K of the lines. */
  readonly sizes: readonly number[];
  readonly samples: number;
}

/** A chart that is narrower has no room for names at its right. */
const NARROW = 440;
/** With room for slopes, and names where they fit. */
const marginsOf =
  (bottom: number) =>
  ({ width }: Size): Margin => ({ left: 52, right: width < NARROW ? 48 : 130, top: 20, bottom });
export const ABOVE = marginsOf(10);
const MARGIN = marginsOf(32);
/** Of the axis at least. */
const LEAST = 1e-4;

/** Signal-to-noise of the gradients over K: exact lines through measured marks. */
export const SignalChart = memo(function SignalChart({ drawn, sizes, samples }: SignalChartProps) {
  const ratios = drawn.flatMap((gradient) =>
    Array.from(gradient.ratios).filter((ratio) => ratio > 0),
  );
  const low = 10 ** Math.floor(Math.log10(Math.max(LEAST, Math.min(0.1, ...ratios))) - 0.05);
  const high = 10 ** Math.ceil(Math.log10(Math.max(1, ...ratios)) + 0.05);
  const y = useMemo(() => logAxis('signal / noise', { low, high }), [low, high]);
  return (
    <Chart
      label="Signal-to-noise of the gradients over the number of draws"
      margin={MARGIN}
      x={DRAWS}
      y={y}
    >
      <Rule along="x" at={samples} />
      <g role="list" aria-label="Gradients">
        {drawn.map((gradient) => (
          <Gradient key={gradient.id} gradient={gradient} sizes={sizes} />
        ))}
      </g>
      <Names drawn={drawn} />
      <Values drawn={drawn} sizes={sizes} />
    </Chart>
  );
});

function Values({ drawn, sizes }: Pick<SignalChartProps, 'drawn' | 'sizes'>) {
  const theme = useTheme();
  const xs = drawn[0]?.marks.map(({ samples }) => samples) ?? [];
  const lines = drawn.map(({ id, ratios, marks }) => {
    const value = (record: number) => onLogs(ratios[sizes.indexOf(xs[record])]);
    return {
      ...{ key: id, name: boundsLayers[id].label, colour: gradientLook(id, theme).colour, value },
      short: (record: number) => formatDigits(value(record)),
      text: (record: number) => {
        const { ratio, ratioError } = marks[record];
        return `${formatDigits(value(record))}, measured ${formatWithError(ratio, ratioError)}`;
      },
    };
  });
  return <Reading {...{ label: 'Number of draws', xs, named: drawsInWords, lines }} />;
}

/** A logarithmic axis has no place for 0: the line has a gap there. */
const onLogs = (ratio: number): number => (ratio > 0 ? ratio : Number.NaN);

interface GradientProps extends Pick<SignalChartProps, 'sizes'> {
  readonly gradient: GradientView;
}

function Gradient({ gradient, sizes }: GradientProps) {
  const { id, ratios, ratio, marks } = gradient;
  const line = useMemo(() => Float64Array.from(ratios, onLogs), [ratios]);
  const { colour, dashes, mark } = gradientLook(id, useTheme());
  const measured = marks.map(({ samples, ratio: value, ratioError }) => ({
    ...{ at: samples, value, error: ratioError },
  }));
  return (
    <g role="listitem" aria-label={`${boundsLayers[id].label}: ${formatDigits(ratio)} at K`}>
      <Curve xs={sizes} values={line} {...{ colour, dashes, width: 2.5 }} />
      <ErrorMarks marks={measured} mark={mark} colour={colour} isHollow={isNoise} />
    </g>
  );
}

const isNoise = ({ value, error }: ErrorMark): boolean => !standsOut(value, error);

/** Each line's slope and name at its end. */
function Names({ drawn }: Pick<SignalChartProps, 'drawn'>) {
  const { y, width } = useChart();
  const theme = useTheme();
  return (
    <EndLabels
      label="Slopes of the lines"
      labels={drawn.map(({ id, ratios, slope }) => ({
        key: id,
        name: width < NARROW ? '' : boundsLayers[id].label,
        value: slope === null ? '' : formatFixed(slope, 2),
        at: y.at(onLogs(ratios[ratios.length - 1])),
        colour: gradientLook(id, theme).colour,
      }))}
    />
  );
}
