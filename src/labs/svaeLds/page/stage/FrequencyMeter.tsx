import { memo, useMemo } from 'react';
import { linearAxis, scaledAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { periodText } from '../../../../plots/dial/eigenvalues.ts';
import type { AnyPlotProps } from '../../../../plots/host/PlotHost.tsx';
import { logScale } from '../../../../plots/host/scale.ts';
import type { Spectrum, SpectrumBar } from './spectrum.ts';
import { periodTicks, spectrumBars } from './spectrum.ts';

export interface FrequencyMeterProps extends AnyPlotProps {
  /** Accessible name, such as "Period of the prediction". */
  readonly label: string;
  /** Steps; null when there is none, as in a picture that does not move. */
  readonly period: number | null;
  /** Period of the data, steps: marked beside the measured one. */
  readonly truePeriod?: number | null | undefined;
  /** What the rows for training show by themselves, steps. */
  readonly trainingPeriod?: number | null | undefined;
  readonly spectrum: Spectrum | null;
}

/** The number is beside the bars. */
const MARGIN = { left: 124, right: 14, top: 18, bottom: 34 };
const NUMBER_LEFT = 12;
const NOTHING = { periods: [], power: [] };
const NARROWEST = 1;
/** Below the number, pixels: where the first note stands and how far the next is; three stand closer. */
const [LOOSE, CLOSE] = [
  { top: 52, line: 16 },
  { top: 48, line: 14 },
];
const SHARE = linearAxis('', { low: 0, high: 1 }, { ticks: [] });

/** How long one bounce of the prediction takes, and where its power lies. */
export const FrequencyMeter = memo(function FrequencyMeter(props: FrequencyMeterProps) {
  const { truePeriod = null, trainingPeriod = null, spectrum } = props;
  const period = Number.isFinite(props.period) ? props.period : null;
  const bars = useMemo(() => spectrumBars(spectrum ?? NOTHING), [spectrum]);
  const longest = Math.max(10, bars.at(-1)?.period ?? 100);
  const x = useMemo(
    () => (from: number, to: number) => {
      const scale = logScale([2, longest], [from, to]);
      return scaledAxis('period / steps', scale, periodTicks(2, longest, scale.at), String);
    },
    [longest],
  );
  const text = period === null ? '–' : periodText(period);
  const notes = [
    period === null ? 'no period found' : 'of the prediction',
    ...(truePeriod === null ? [] : [`data ${periodText(truePeriod)}`]),
    ...(trainingPeriod === null ? [] : [`trained on ${periodText(trainingPeriod)}`]),
  ];
  const { top, line } = notes.length > 2 ? CLOSE : LOOSE;
  return (
    <Chart
      className="frequency-meter"
      label={props.label}
      margin={MARGIN}
      x={x}
      y={SHARE}
      placeholder={props.placeholder}
    >
      <g
        role="img"
        aria-label={
          period === null
            ? 'No period found'
            : `Period ${text} steps${truePeriod === null ? '' : `, of the data ${periodText(truePeriod)} steps`}${trainingPeriod === null ? '' : `, of the rows for training ${periodText(trainingPeriod)} steps`}`
        }
      >
        <text className="meter-number" x={NUMBER_LEFT} y={32}>
          {text}
          {period !== null && (
            <tspan className="meter-unit" dx={6}>
              steps
            </tspan>
          )}
        </text>
        {notes.map((note, index) => (
          <text key={note} className="plot-axis-name" x={NUMBER_LEFT} y={top + line * index}>
            {note}
          </text>
        ))}
        <text className="plot-tick" x={MARGIN.left} y={10}>
          power
        </text>
      </g>
      <SpectrumMarks bars={bars} period={period} truePeriod={truePeriod} />
    </Chart>
  );
});

interface SpectrumMarksProps {
  readonly bars: readonly SpectrumBar[];
  readonly period: number | null;
  readonly truePeriod: number | null;
}

/** The bars, the period measured, and that of the data. */
function SpectrumMarks({ bars, period, truePeriod }: SpectrumMarksProps) {
  const { area, x, y } = useChart();
  const bottom = area.top + area.height;
  // One shape: a hundred elements would be too many to bring up to date in each frame.
  const shape = bars
    .map((bar) => {
      const width = Math.max(NARROWEST, x.at(bar.to) - x.at(bar.from) - 0.5);
      const tall = (bottom - y.at(bar.height)).toFixed(1);
      return `M${x.at(bar.from).toFixed(1)},${bottom}v-${tall}h${width.toFixed(1)}v${tall}z`;
    })
    .join('');
  return (
    <g aria-hidden="true">
      <path className="spectrum-bar" d={shape} />
      {truePeriod !== null && (
        <line
          className="spectrum-truth"
          x1={x.at(truePeriod)}
          x2={x.at(truePeriod)}
          y1={area.top}
          y2={bottom}
        />
      )}
      {period !== null && (
        <path className="spectrum-mark" d={`M${x.at(period)},${area.top}l-5,-8h10z`} />
      )}
    </g>
  );
}
