import { scaleLog } from 'd3';
import { memo, useMemo } from 'react';
import { periodText } from '../dial/eigenvalues.ts';
import { Axes } from './Axes.tsx';
import type { ChartProps } from './ChartHost.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { insideMargin } from './chartScales.ts';
import type { Spectrum, SpectrumBar } from './spectrum.ts';
import { periodTicks, spectrumBars } from './spectrum.ts';

export interface FrequencyMeterProps extends ChartProps {
  /** Accessible name, such as "Period of the prediction". */
  readonly label: string;
  /** Steps; null when there is none, as in a picture that stands still. */
  readonly period: number | null;
  /** Period of the data, steps: marked beside the measured one. */
  readonly truePeriod?: number | null | undefined;
  readonly spectrum: Spectrum | null;
}

/** The number stands beside the bars. */
const MARGIN = { left: 124, right: 14, top: 18, bottom: 34 };
const NUMBER_LEFT = 12;
const NOTHING = { periods: [], power: [] };
const NARROWEST = 1;
/** Below the number, pixels. */
const NOTES_TOP = 52;
const NOTE_LINE = 16;

/** How long one bounce of the prediction takes, and where its power lies. */
export const FrequencyMeter = memo(function FrequencyMeter(props: FrequencyMeterProps) {
  const { period, truePeriod = null, spectrum } = props;
  const { host, size } = useChartHost();
  const bars = useMemo(() => spectrumBars(spectrum ?? NOTHING), [spectrum]);
  const longest = bars.at(-1)?.period ?? 100;
  const chart = useMemo(() => {
    if (size === null) return null;
    const area = insideMargin(size, MARGIN);
    const x = scaleLog([2, Math.max(10, longest)], [area.left, area.left + area.width]).clamp(true);
    const xTicks = periodTicks(2, Math.max(10, longest), x).map((tick) => ({
      at: x(tick),
      text: String(tick),
    }));
    return { ...size, area, x, xTicks };
  }, [size, longest]);
  const isKnown = period !== null && Number.isFinite(period);
  const text = isKnown ? periodText(period) : '–';
  const notes = [
    isKnown ? 'of the prediction' : 'no period found',
    ...(truePeriod === null ? [] : [`data ${periodText(truePeriod)}`]),
  ];

  return (
    <ChartHost
      host={host}
      className="frequency-meter"
      label={props.label}
      placeholder={props.placeholder}
    >
      {chart !== null && (
        <>
          <Axes {...chart} yTicks={[]} xLabel="period / steps" yLabel="" />
          <svg className="plot-layer" width={chart.width} height={chart.height} role="presentation">
            <g
              role="img"
              aria-label={
                isKnown
                  ? `Period ${text} steps${truePeriod === null ? '' : `, of the data ${periodText(truePeriod)} steps`}`
                  : 'No period found'
              }
            >
              <text className="meter-number" x={NUMBER_LEFT} y={32}>
                {text}
                {isKnown && (
                  <tspan className="meter-unit" dx={6}>
                    steps
                  </tspan>
                )}
              </text>
              {notes.map((note, line) => (
                <text
                  key={note}
                  className="plot-axis-name"
                  x={NUMBER_LEFT}
                  y={NOTES_TOP + NOTE_LINE * line}
                >
                  {note}
                </text>
              ))}
              <text className="plot-tick" x={chart.area.left} y={10}>
                power
              </text>
            </g>
            <g aria-hidden="true">
              <path className="spectrum-bar" d={barsPath(bars, chart.x, chart.area)} />
              {truePeriod !== null && (
                <line
                  className="spectrum-truth"
                  x1={chart.x(truePeriod)}
                  x2={chart.x(truePeriod)}
                  y1={chart.area.top}
                  y2={chart.area.top + chart.area.height}
                />
              )}
              {isKnown && (
                <path
                  className="spectrum-mark"
                  d={`M${chart.x(period)},${chart.area.top}l-5,-8h10z`}
                />
              )}
            </g>
          </svg>
        </>
      )}
    </ChartHost>
  );
});

/** All bars as one shape: a hundred elements would be too many to bring up to date in each frame. */
function barsPath(
  bars: readonly SpectrumBar[],
  x: (period: number) => number,
  { top, height }: { readonly top: number; readonly height: number },
): string {
  return bars
    .map((bar) => {
      const width = Math.max(NARROWEST, x(bar.to) - x(bar.from) - 0.5);
      const tall = (height * bar.height).toFixed(1);
      return `M${x(bar.from).toFixed(1)},${top + height}v-${tall}h${width.toFixed(1)}v${tall}z`;
    })
    .join('');
}
