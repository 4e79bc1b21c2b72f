import { format, line, scaleLinear } from 'd3';
import { useId, useMemo } from 'react';
import { useTheme } from '../style/theme.ts';
import { trackLook } from '../style/trackLook.ts';
import { Axes } from './Axes.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { verticalTicks } from './chartScales.ts';
import { HoverLine } from './TimeMarks.tsx';
import type { TrackingPlotProps } from './TrackingPlot.tsx';
import { createTimeFrame, NO_NAMES } from './timeScale.ts';
import {
  coordinateOf,
  ESTIMATE_OF,
  ESTIMATES,
  knownSteps,
  MESSAGE_NAMES,
  trackDeviations,
  trackReach,
} from './tracks.ts';
import { bandPath, trajectoryInterval } from './trajectories.ts';
import { useSteadyInterval } from './useSteadyInterval.ts';

const stepText = format(',d');
const valueText = format('.2f');

/** One position against time, with bands of two standard deviations. */
export function TrackingTime(props: TrackingPlotProps) {
  const theme = useTheme();
  const { truth, observations, tracks, sample, present, hovered } = props;
  const { host, size } = useChartHost();
  const clip = useId();
  const steps = Math.max(observations.length, truth?.length ?? 0);
  const frame = useMemo(
    () =>
      size === null
        ? null
        : createTimeFrame(size, { from: 0, to: Math.max(2, steps) }, true, NO_NAMES),
    [size, steps],
  );
  const interval = useSteadyInterval(
    useMemo(() => {
      const bands = ESTIMATES.flatMap((kind) =>
        tracks[kind] ? Array.from(trackReach(tracks[kind], 1)) : [],
      );
      const values = [observations, truth ?? [], sample ?? [], bands].flatMap((of) =>
        Array.from(of),
      );
      return trajectoryInterval({ values, dimension: 1, start: 0 }, 0, values.length);
    }, [observations, truth, sample, tracks]),
    String(props.domainKey ?? ''),
  );
  const chart = useMemo(() => {
    if (frame === null) return null;
    const { area } = frame;
    const { low, high } = interval;
    const y = scaleLinear([low, high], [area.top + area.height, area.top]);
    const xTicks = frame.ticks.map((t) => ({ at: frame.middle(t), text: stepText(t) }));
    return { y, xTicks, yTicks: verticalTicks(low, high, area, y) };
  }, [frame, interval]);
  const drawn = useMemo(() => {
    if (frame === null || chart === null) return null;
    const path = (values: ArrayLike<number>): string =>
      line<number>()
        .defined(Number.isFinite)
        .x((_value, step) => frame.middle(step))
        .y((value) => chart.y(value))(Array.from(values)) ?? '';
    return {
      truth: truth === null ? '' : path(truth),
      sample: sample == null ? '' : path(sample),
      tracks: ESTIMATES.flatMap((kind) => {
        const track = tracks[kind];
        if (track == null) return [];
        const means = coordinateOf(track.means, 1, 0, knownSteps(track, 1));
        const deviations = trackDeviations(track, 1, 0);
        return [
          {
            kind,
            means,
            deviations,
            line: path(means),
            band: bandPath(means, deviations, (step) => frame.middle(step), chart.y),
          },
        ];
      }),
    };
  }, [frame, chart, truth, sample, tracks]);

  const made = present === null ? null : ESTIMATE_OF[present.kind];
  const now = drawn?.tracks.find(({ kind }) => kind === made);
  return (
    <ChartHost
      host={host}
      className="tracking-time"
      label={`${props.names[0]} against time`}
      placeholder={props.placeholder}
      onPoint={(at) => frame !== null && props.onHover?.(at === null ? null : frame.stepAt(at[0]))}
    >
      {frame !== null && chart !== null && drawn !== null && (
        <>
          <Axes
            {...frame}
            {...chart}
            xLabel="step"
            yLabel={props.names[0]}
            note={
              present === null ? undefined : `${MESSAGE_NAMES[present.kind]}, step ${present.step}`
            }
          />
          <svg
            className="plot-layer plot-overlay"
            width={frame.width}
            height={frame.height}
            role="presentation"
          >
            <clipPath id={clip}>
              <rect
                x={frame.area.left}
                y={frame.area.top}
                width={frame.area.width}
                height={frame.area.height}
              />
            </clipPath>
            <g clipPath={`url(#${clip})`} aria-hidden="true">
              {drawn.tracks.map(({ kind, band }) => (
                <path
                  key={kind}
                  d={band}
                  fill={trackLook(kind, theme).colour}
                  fillOpacity={made === null || kind === made ? 0.2 : 0.08}
                />
              ))}
              <path className="track-truth" d={drawn.truth} />
              {drawn.tracks.map(({ kind, line: d }) => {
                const look = trackLook(kind, theme);
                return (
                  <path
                    key={kind}
                    className="track-line"
                    d={d}
                    stroke={look.colour}
                    strokeWidth={look.width}
                    strokeDasharray={look.dashes}
                  />
                );
              })}
              {sample != null && (
                <path
                  className="track-line"
                  d={drawn.sample}
                  stroke={trackLook('sample', theme).colour}
                  strokeWidth={trackLook('sample', theme).width}
                  strokeDasharray={trackLook('sample', theme).dashes}
                />
              )}
              {Array.from(observations, (value, step) =>
                Number.isFinite(value) ? (
                  <path
                    // biome-ignore lint/suspicious/noArrayIndexKey: the step is the item
                    key={step}
                    className="track-observation"
                    d={`M${frame.middle(step) - 3},${chart.y(value) - 3}l6,6m0,-6l-6,6`}
                  />
                ) : null,
              )}
            </g>
            {present !== null && (
              <line
                className="track-present-line"
                x1={frame.middle(present.step)}
                x2={frame.middle(present.step)}
                y1={frame.area.top}
                y2={frame.area.top + frame.area.height}
              />
            )}
            {present?.kind === 'sample' && Number.isFinite(sample?.[present.step]) && (
              <circle
                role="img"
                aria-label={`Step ${present.step}, sample: ${valueText(sample?.[present.step] ?? 0)}`}
                className="track-present"
                cx={frame.middle(present.step)}
                cy={chart.y(sample?.[present.step] ?? 0)}
                r={6}
                stroke={trackLook('sample', theme).colour}
              />
            )}
            {present !== null && now !== undefined && (
              <circle
                role="img"
                aria-label={`Step ${present.step}, ${now.kind}: ${valueText(now.means[present.step])} ± ${valueText(2 * now.deviations[present.step])}`}
                className="track-present"
                cx={frame.middle(present.step)}
                cy={chart.y(now.means[present.step]) || frame.area.top}
                r={6}
                stroke={trackLook(now.kind, theme).colour}
              />
            )}
            <HoverLine frame={frame} step={hovered} named={present === null} />
          </svg>
        </>
      )}
    </ChartHost>
  );
}
