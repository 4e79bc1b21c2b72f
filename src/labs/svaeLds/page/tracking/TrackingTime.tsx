import { useMemo } from 'react';
import { linearAxis, stepAt, timeAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { finiteInterval, nextInterval } from '../../../../plots/chart/intervals.ts';
import { bandPath, linePath } from '../../../../plots/chart/paths.ts';
import { HoverLine } from '../../../../plots/chart/TimeMarks.tsx';
import { useSteady } from '../../../../plots/host/useSteady.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { TrackingPlotProps } from './TrackingPlot.tsx';
import { trackStyle } from './trackStyle.ts';
import {
  coordinateOf,
  ESTIMATE_OF,
  ESTIMATES,
  type Estimate,
  knownSteps,
  trackDeviations,
  trackReach,
} from './tracks.ts';

const MARGIN = { left: 44, right: 10, top: 22, bottom: 34 };
const DEVIATIONS = 2;
const FEWEST_STEPS = 2;
const NOTHING: readonly number[] = [];
const valueText = (value: number): string => formatFixed(value, 2);

/** One position against time, with bands of two standard deviations. */
export function TrackingTime(props: TrackingPlotProps) {
  const { truth, observations, tracks, sample, present, hovered, onHover } = props;
  const [name] = props.names;
  const steps = Math.max(FEWEST_STEPS, observations.length, truth?.length ?? 0);
  const interval = useSteady(
    useMemo(
      () =>
        finiteInterval(
          observations,
          truth ?? NOTHING,
          sample ?? NOTHING,
          ...ESTIMATES.map((kind) => (tracks[kind] ? trackReach(tracks[kind], 1) : NOTHING)),
        ),
      [observations, truth, sample, tracks],
    ),
    String(props.domainKey ?? ''),
    nextInterval,
  );
  const x = useMemo(() => timeAxis(steps), [steps]);
  const y = useMemo(() => linearAxis(name, interval), [name, interval]);
  return (
    <Chart
      label={`${name} against time`}
      margin={MARGIN}
      x={x}
      y={y}
      note={present === null ? undefined : `${present.kind}, step ${present.step}`}
      placeholder={props.placeholder}
      onPoint={(at, chart) => onHover?.(at && stepAt(chart.x, at[0]))}
    >
      <Tracks {...props} />
      <HoverLine step={hovered} named={present === null} />
    </Chart>
  );
}

/** Truth, observations, estimates and sample, and the message of the moment. */
function Tracks({ truth, observations, tracks, sample, present }: TrackingPlotProps) {
  const theme = useTheme();
  const { area, x, y, clip } = useChart();
  const lineOf = (values: ArrayLike<number>) =>
    linePath(values.length, x.at, (step) => y.at(values[step]));
  const estimates = ESTIMATES.flatMap((kind) => {
    const track = tracks[kind];
    if (track == null) return [];
    const means = coordinateOf(track.means, 1, 0, knownSteps(track, 1));
    return [{ kind, means, deviations: trackDeviations(track, 1, 0) }];
  });
  const made = present === null ? null : ESTIMATE_OF[present.kind];
  const bottom = area.top + area.height;
  return (
    <>
      <g clipPath={clip} aria-hidden="true">
        {estimates.map(({ kind, means, deviations }) => (
          <path
            key={kind}
            d={bandPath(
              means.length,
              x.at,
              (step) => y.at(means[step] - DEVIATIONS * deviations[step]),
              (step) => y.at(means[step] + DEVIATIONS * deviations[step]),
            )}
            fill={trackStyle(kind, theme).colour}
            fillOpacity={made === null || kind === made ? 0.2 : 0.08}
          />
        ))}
        {truth !== null && <path className="track-truth" d={lineOf(truth)} />}
        {estimates.map(({ kind, means }) => (
          <TrackLine key={kind} kind={kind} d={lineOf(means)} />
        ))}
        {sample != null && <TrackLine kind="sample" d={lineOf(sample)} />}
        {Array.from(observations, (value, step) =>
          Number.isFinite(value) ? (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: the step is the item
              key={step}
              className="track-observation"
              d={`M${x.at(step) - 3},${y.at(value) - 3}l6,6m0,-6l-6,6`}
            />
          ) : null,
        )}
      </g>
      {present !== null && (
        <line
          className="track-present-line"
          x1={x.at(present.step)}
          x2={x.at(present.step)}
          y1={area.top}
          y2={bottom}
        />
      )}
      {present?.kind === 'sample' && Number.isFinite(sample?.[present.step]) && (
        <Present step={present.step} estimate="sample" value={sample?.[present.step] ?? 0} />
      )}
      {estimates.map(({ kind, means, deviations }) =>
        present !== null && kind === made ? (
          <Present
            key={kind}
            step={present.step}
            estimate={kind}
            value={means[present.step]}
            deviation={deviations[present.step]}
          />
        ) : null,
      )}
    </>
  );
}

interface TrackLineProps {
  readonly kind: Estimate | 'sample';
  readonly d: string;
}

function TrackLine({ kind, d }: TrackLineProps) {
  const { colour, width, dashes } = trackStyle(kind, useTheme());
  return (
    <path
      className="track-line"
      d={d}
      stroke={colour}
      strokeWidth={width}
      strokeDasharray={dashes}
    />
  );
}

interface PresentProps {
  readonly step: number;
  readonly estimate: Estimate | 'sample';
  readonly value: number;
  readonly deviation?: number;
}

/** The ring around what the message of the moment has made. */
function Present({ step, estimate, value, deviation }: PresentProps) {
  const { area, x, y } = useChart();
  const spread = deviation === undefined ? '' : ` ± ${valueText(DEVIATIONS * deviation)}`;
  return (
    <circle
      role="img"
      aria-label={`Step ${step}, ${estimate}: ${valueText(value)}${spread}`}
      className="track-present"
      cx={x.at(step)}
      cy={y.at(value) || area.top}
      r={6}
      stroke={trackStyle(estimate, useTheme()).colour}
    />
  );
}
