import { memo, useMemo } from 'react';
import { formatFixed, formatInPowers, formatShort } from '../../ui/numbers.ts';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { useSteady } from '../host/useSteady.ts';
import { seriesStyle } from '../style/seriesStyle.ts';
import { useTheme } from '../style/theme.ts';
import { linearAxis, rowsAxis, stepAt } from './axes.ts';
import { Chart, useChart } from './Chart.tsx';
import { finiteInterval, type Interval, nextInterval } from './intervals.ts';
import { Lines } from './Lines.tsx';
import { spreadLabels } from './labelPlacement.ts';
import { SeriesLabels } from './SeriesLabels.tsx';
import type { InputEndProps, TimeProps } from './TimeMarks.tsx';
import { HoverLine, InputEndLine, useTimeAxis } from './TimeMarks.tsx';
import { columnsOf, inLane, usesLanes } from './trajectories.ts';

export interface TrajectoryPlotProps extends AnyPlotProps, TimeProps, InputEndProps {
  /** Accessible name. */
  readonly label: string;
  /** T x d means or one sample, row by row. */
  readonly latents: ArrayLike<number>;
  /** d, 1 to 30; more than four have a lane each. */
  readonly dimension: number;
  /** Latent drawn before all others, counted from 0. */
  readonly highlighted: number | null;
  readonly onHighlight?: ((latent: number | null) => void) | undefined;
  /** The range is fitted again when this changes. */
  readonly domainKey?: string | number | undefined;
}

const LABEL_GAP = 13;
const SMALLEST_LANE = 11;
const DIMMED = 0.22;
const shortText = (value: number): string => formatShort(value, 3);
/** There is room for seven characters beside the plot. */
const valueText = (value: number): string =>
  Math.abs(value) < 1000 ? formatFixed(value, 2) : formatInPowers(value);

/** Latent trajectories over time (thesis, figure 6.7, left). */
export const TrajectoryPlot = memo(function TrajectoryPlot(props: TrajectoryPlotProps) {
  const { latents, dimension, hovered, highlighted } = props;
  const { onHover } = props;
  const apart = usesLanes(dimension);
  const interval = useSteady(
    useMemo(() => finiteInterval(latents), [latents]),
    `${props.domainKey ?? ''} ${dimension}`,
    nextInterval,
  );
  const columns = useMemo(() => columnsOf(latents, dimension), [latents, dimension]);
  const x = useTimeAxis(props);
  const y = useMemo(
    () =>
      apart
        ? rowsAxis('latent', dimension, SMALLEST_LANE, (latent) => String(latent + 1), true)
        : linearAxis('latent state', interval),
    [apart, dimension, interval],
  );
  const hasRows = latents.length > 0;
  const shared = { columns, apart, interval, highlighted };
  return (
    <Chart
      label={props.label}
      x={x}
      y={y}
      note={
        apart && hasRows
          ? `each lane ${shortText(interval.low)} to ${shortText(interval.high)}`
          : undefined
      }
      placeholder={props.placeholder}
      onPoint={(at, chart) => onHover?.(at && stepAt(chart.x, at[0]))}
      below={<Trajectories {...shared} />}
    >
      <HoverLine step={hovered} named={!apart} />
      {hasRows && (
        <>
          <LatentLabels {...shared} step={hovered} onHighlight={props.onHighlight} />
          <InputEndLine named={false} inputEnd={props.inputEnd} onInputEnd={props.onInputEnd} />
        </>
      )}
    </Chart>
  );
});

interface TrajectoriesProps extends Pick<TrajectoryPlotProps, 'highlighted'> {
  /** d, over the steps. */
  readonly columns: readonly Float64Array[];
  readonly apart: boolean;
  readonly interval: Interval;
}

/** A curve for each latent. */
const Trajectories = memo(function Trajectories(props: TrajectoriesProps) {
  const theme = useTheme();
  const { columns, apart, interval, highlighted } = props;
  const { y } = useChart();
  const lines = useMemo(
    () =>
      columns
        .map((values, latent) => ({
          latent,
          values,
          at: apart ? inLane(y, latent, interval) : y.at,
          stroke: {
            colour: seriesStyle(latent, theme).colour,
            width: latent === highlighted ? 2.25 : 1.5,
            opacity: highlighted === null || latent === highlighted ? 1 : DIMMED,
          },
        }))
        .sort((a, b) => Number(a.latent === highlighted) - Number(b.latent === highlighted)),
    [columns, apart, y, interval, theme, highlighted],
  );
  return <Lines lines={lines} />;
});

interface LatentLabelsProps extends TrajectoriesProps {
  /** Whose values are written; the last by default. */
  readonly step: number | null;
  readonly onHighlight: TrajectoryPlotProps['onHighlight'];
}

/** Number and value of each latent at the ends of the lines, to choose one. */
function LatentLabels(props: LatentLabelsProps) {
  const theme = useTheme();
  const { columns, apart, highlighted, step } = props;
  const { area, y } = useChart();
  const bottom = area.top + area.height;
  const last = columns[0].length - 1;
  const values = columns.map((column) => column[Math.min(last, Math.max(0, step ?? last))]);
  const pitch = y.at(1) - y.at(0);
  const places = apart
    ? values.map((_, latent) => y.at(latent + 0.5))
    : spreadLabels(
        values.map((value) => Math.min(bottom, Math.max(area.top, y.at(value) || area.top))),
        LABEL_GAP,
        area.top + 4,
        bottom - 4,
      );
  const labels = places.map((at, index) => {
    const value = valueText(values[index]);
    const full = `${index + 1}  ${value}`;
    const inRoom = pitch >= SMALLEST_LANE ? value : index === highlighted ? full : '';
    return {
      index,
      text: apart ? inRoom : full,
      name: `Latent ${index + 1}: ${value}`,
      colour: seriesStyle(index, theme).colour,
      y: at,
    };
  });
  return (
    <SeriesLabels
      label="Latents"
      distance={2}
      labels={labels}
      pitch={apart ? pitch : undefined}
      picked={highlighted}
      onPick={props.onHighlight}
    />
  );
}
