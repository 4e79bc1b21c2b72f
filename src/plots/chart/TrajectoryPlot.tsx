import { format, scaleLinear } from 'd3';
import { memo, useCallback, useId, useMemo } from 'react';
import { PaintedCanvas } from '../pen/PaintedCanvas.tsx';
import type { Pen } from '../pen/pen.ts';
import { seriesLook } from '../style/seriesLook.ts';
import { useTheme } from '../style/theme.ts';
import { Axes } from './Axes.tsx';
import type { ChartProps } from './ChartHost.tsx';
import { ChartHost, useChartHost } from './ChartHost.tsx';
import { traceDecimated } from './decimate.ts';
import { spreadLabels } from './labelPlacement.ts';
import { SeriesLabels } from './SeriesLabels.tsx';
import type { InputEndProps } from './TimeMarks.tsx';
import { HoverLine, InputEndLine } from './TimeMarks.tsx';
import type { TimeDomain } from './timeScale.ts';
import { createTimeFrame } from './timeScale.ts';
import {
  bandPath,
  layLanes,
  shownColumn,
  trajectoryInterval,
  trajectorySteps,
  usesLanes,
} from './trajectories.ts';
import { useSteadyInterval } from './useSteadyInterval.ts';

export interface TrajectoryPlotProps extends ChartProps, InputEndProps {
  /** Accessible name. */
  readonly label: string;
  /** T x d means or one sample, row by row. */
  readonly latents: ArrayLike<number>;
  /** T x d standard deviations: bands of mean ± 2 of them. */
  readonly deviations?: ArrayLike<number> | null | undefined;
  /** d, 1 to 30. */
  readonly dimension: number;
  /** Step of the first row; 0 by default. */
  readonly start?: number | undefined;
  readonly domain: TimeDomain;
  /** One lane for each latent, or all in one; lanes by default for more than four. */
  readonly lanes?: boolean | undefined;
  readonly hovered: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
  /** Latent drawn before all others, counted from 0. */
  readonly highlighted: number | null;
  readonly onHighlight?: ((latent: number | null) => void) | undefined;
  /** The range is fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

const LABEL_GAP = 13;
const SMALLEST_LABELLED = 11;
const DIMMED = 0.22;
const stepText = format(',d');
const smallText = format('.2f');
const largeText = format('.1e');
const shortText = format('.3~g');

/** Latent trajectories over time (thesis, figure 6.7, left). */
export const TrajectoryPlot = memo(function TrajectoryPlot(props: TrajectoryPlotProps) {
  const theme = useTheme();
  const { latents, deviations, dimension, start = 0, domain, hovered, highlighted } = props;
  const { from, to } = domain;
  const apart = props.lanes ?? usesLanes(dimension);
  const { host, size } = useChartHost();
  const clip = useId();
  const frame = useMemo(
    () => (size === null ? null : createTimeFrame(size, { from, to })),
    [size, from, to],
  );
  const trajectories = useMemo(
    () => ({ values: latents, dimension, start }),
    [latents, dimension, start],
  );
  const interval = useSteadyInterval(
    useMemo(() => trajectoryInterval(trajectories, from, to), [trajectories, from, to]),
    `${props.domainKey ?? ''} ${dimension}`,
  );
  const drawing = useMemo(() => {
    if (frame === null) return null;
    const { area } = frame;
    const lanes = layLanes(area.top, area.height, interval, dimension, apart);
    const columns = lanes.map((_, latent) => shownColumn(trajectories, latent, frame));
    const scale = scaleLinear([interval.low, interval.high], [0, 1]);
    const ticks = scale.ticks(apart ? 2 : Math.max(2, Math.round(area.height / 40)));
    const text = scale.tickFormat(ticks.length);
    const yTicks = apart
      ? lanes.flatMap(({ top, height }, latent) =>
          height >= SMALLEST_LABELLED || latent % 5 === 4 || latent === 0
            ? [{ at: top + height / 2, text: String(latent + 1), bare: true }]
            : [],
        )
      : ticks.map((tick) => ({ at: lanes[0]?.y(tick) ?? 0, text: text(tick).replace('-', '−') }));
    const xTicks = frame.ticks.map((t) => ({ at: frame.middle(t), text: stepText(t) }));
    return { lanes, columns, xTicks, yTicks };
  }, [frame, interval, dimension, apart, trajectories]);

  const bands = useMemo(() => {
    if (frame === null || drawing === null || deviations == null) return null;
    const spread = { values: deviations, dimension, start };
    return drawing.columns.map(({ from: first, values }, latent) =>
      bandPath(
        values,
        shownColumn(spread, latent, frame).values,
        (index) => frame.middle(first + index),
        drawing.lanes[latent].y,
      ),
    );
  }, [frame, drawing, deviations, dimension, start]);

  const paint = useCallback(
    (pen: Pen) => {
      if (frame === null || drawing === null) return;
      const paintOne = (latent: number): void => {
        const { from: first, values } = drawing.columns[latent];
        const look = seriesLook(latent, theme);
        pen.begin();
        traceDecimated(
          values,
          (index) => frame.middle(first + index),
          drawing.lanes[latent].y,
          pen,
        );
        pen.stroke({
          colour: look.colour,
          width: latent === highlighted ? 2.25 : 1.5,
          opacity: highlighted === null || latent === highlighted ? 1 : DIMMED,
        });
      };
      drawing.lanes.forEach((_, latent) => {
        if (latent !== highlighted) paintOne(latent);
      });
      if (highlighted !== null && highlighted < dimension) paintOne(highlighted);
    },
    [frame, drawing, theme, highlighted, dimension],
  );

  const rows = trajectorySteps(trajectories);
  const read = Math.min(rows - 1, Math.max(0, (hovered ?? Math.min(to, start + rows) - 1) - start));
  const labels = useMemo(() => {
    if (drawing === null || frame === null || rows === 0) return [];
    const { top, height } = frame.area;
    const values = drawing.lanes.map((_, latent) => latents[read * dimension + latent]);
    const wishes = drawing.lanes.map((lane, latent) =>
      apart
        ? lane.top + lane.height / 2
        : Math.min(top + height, Math.max(top, lane.y(values[latent]) || top)),
    );
    const placed = apart ? wishes : spreadLabels(wishes, LABEL_GAP, top + 4, top + height - 4);
    return placed.map((y, index) => {
      const value = valueText(values[index]);
      const hasRoom = !apart || drawing.lanes[index].height >= SMALLEST_LABELLED;
      return {
        index,
        text:
          apart && hasRoom
            ? value
            : !apart || index === highlighted
              ? `${index + 1}  ${value}`
              : '',
        name: `Latent ${index + 1}: ${value}`,
        colour: seriesLook(index, theme).colour,
        y,
      };
    });
  }, [drawing, frame, rows, read, latents, dimension, apart, highlighted, theme]);

  return (
    <ChartHost
      host={host}
      className="trajectory-plot"
      label={props.label}
      placeholder={props.placeholder}
      onPoint={(at) => frame !== null && props.onHover?.(at === null ? null : frame.stepAt(at[0]))}
    >
      {frame !== null && drawing !== null && (
        <>
          <Axes
            {...frame}
            xTicks={drawing.xTicks}
            yTicks={drawing.yTicks}
            xLabel="step"
            yLabel={apart ? 'latent' : 'latent state'}
            note={
              apart && rows > 0
                ? `each lane ${short(interval.low)} to ${short(interval.high)}`
                : undefined
            }
          />
          <svg className="plot-layer" width={frame.width} height={frame.height} aria-hidden="true">
            {apart &&
              drawing.lanes
                .slice(1)
                .map(({ top }) => (
                  <line
                    key={top}
                    className="plot-grid"
                    x1={frame.area.left}
                    x2={frame.area.left + frame.area.width}
                    y1={top}
                    y2={top}
                  />
                ))}
            <clipPath id={clip}>
              <rect
                x={frame.area.left}
                y={frame.area.top}
                width={frame.area.width}
                height={frame.area.height}
              />
            </clipPath>
            {bands?.map((path, latent) => (
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: the latent is the item
                key={latent}
                d={path}
                clipPath={`url(#${clip})`}
                fill={seriesLook(latent, theme).colour}
                fillOpacity={highlighted === null || highlighted === latent ? 0.2 : 0.06}
              />
            ))}
          </svg>
          <PaintedCanvas
            width={frame.width}
            height={frame.height}
            clip={frame.area}
            paint={paint}
            marks={0}
          />
          <svg
            className="plot-layer plot-overlay"
            width={frame.width}
            height={frame.height}
            role="presentation"
          >
            <HoverLine frame={frame} step={hovered} named={!apart} />
            {rows > 0 && (
              <>
                <SeriesLabels
                  label="Latents"
                  x={frame.area.left + frame.area.width + 2}
                  labels={labels}
                  pitch={drawing.lanes[0]?.height}
                  picked={highlighted}
                  onPick={props.onHighlight}
                />
                <InputEndLine
                  frame={frame}
                  named={false}
                  inputEnd={props.inputEnd}
                  onInputEnd={props.onInputEnd}
                />
              </>
            )}
          </svg>
        </>
      )}
    </ChartHost>
  );
});

const short = (value: number): string => shortText(value).replace('-', '−');

/** There is room for seven characters beside the plot. */
const valueText = (value: number): string =>
  (Math.abs(value) < 1000 ? smallText : largeText)(value).replace('-', '−');
