import { area as areaShape, line as lineShape, scaleLinear } from 'd3';
import type { PointerEvent } from 'react';
import { useId, useMemo, useRef, useState } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { placeInPlot } from '../style/plotScale.ts';
import { useTheme } from '../style/theme.ts';
import { type Chart, ChartAxes } from './ChartAxes.tsx';
import { FreeEnergyBar } from './FreeEnergyBar.tsx';
import { FreeEnergyLabels } from './FreeEnergyLabels.tsx';
import type { FreeEnergyRow, FreeEnergySeries } from './freeEnergySeries.ts';
import { rowsOf, shownInterval, stretchesOf } from './freeEnergySeries.ts';
import { padInterval } from './intervals.ts';
import { useSteadyInterval } from './useSteadyInterval.ts';
import '../style/plots.css';
import './charts.css';
import '../em/em.css';

export interface FreeEnergyChartProps {
  readonly series: FreeEnergySeries;
  /** What is drawn strongly; null for all alike. */
  readonly emphasised?: FreeEnergyPart | null | undefined;
  /** The ranges are fitted again when this changes. */
  readonly domainKey: string | number;
  readonly placeholder?: Placeholder | null | undefined;
}

/** What the chart is made of, by the names that formulas point with. */
export type FreeEnergyPart = 'logLikelihood' | 'gap' | 'freeEnergy' | 'entropy' | 'energy';

/** Ticks on the left; on the right the bar of figure 2.2 and what its parts come to. Pixels. */
const SMALL = {
  margin: { left: 44, right: 150, top: 22, bottom: 32 },
  bar: { distance: 8, width: 14 },
  labelGap: 15,
} as const;
/** Where there is room, as when presenting: the bar is what one looks at. */
const LARGE = {
  margin: { left: 48, right: 226, top: 26, bottom: 34 },
  bar: { distance: 10, width: 44 },
  labelGap: 20,
} as const;
const LARGE_FROM = { width: 420, height: 270 } as const;
/** What a row is called that nothing led to: settings were changed, or a mean was moved. */
const NEW_START = 'new start';
const NEW_START_WIDTH = 60;
const FEWEST_HALF_STEPS = 12;
/** Half-steps this far apart have room for their letters, pixels. */
const LETTER_PITCH = 13;

/**
 * Log-likelihood and free energy over the half-steps of EM. Between them lies the KL divergence of
 * figure 2.2: it closes at each E-step and opens at each M-step. The bar beside the chart is that
 * figure for one moment, in the same scale.
 */
export function FreeEnergyChart(props: FreeEnergyChartProps) {
  const theme = useTheme();
  const { series, placeholder, emphasised = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const clipId = useId();
  const [pointerX, setPointerX] = useState<number | null>(null);
  const rows = useMemo(() => rowsOf(series), [series]);
  const interval = useSteadyInterval(
    useMemo(() => shownInterval(rows), [rows]),
    String(props.domainKey),
  );
  const last = rows[rows.length - 1];
  const lastHalfStep = Math.max(FEWEST_HALF_STEPS, last?.halfStep ?? 0);
  const [first, end] = useMemo(() => {
    const from = rows[0]?.halfStep ?? 0;
    return [from, from + padInterval({ low: 0, high: lastHalfStep - from }).high];
  }, [rows, lastHalfStep]);
  const isLarge =
    size !== null && size.width >= LARGE_FROM.width && size.height >= LARGE_FROM.height;
  const { margin, bar, labelGap } = isLarge ? LARGE : SMALL;
  const chart = useMemo<Chart | null>(() => {
    if (size === null) return null;
    const area = {
      left: margin.left,
      top: margin.top,
      width: Math.max(1, size.width - margin.left - margin.right),
      height: Math.max(1, size.height - margin.top - margin.bottom),
    };
    const x = scaleLinear([first, end], [area.left, area.left + area.width]);
    const y = scaleLinear([interval.low, interval.high], [area.top + area.height, area.top]);
    return { ...size, area, x, y };
  }, [size, margin, first, end, interval]);

  const move = (event: PointerEvent<HTMLDivElement>): void =>
    setPointerX(placeInPlot(host, event)[0]);
  const isReading =
    pointerX !== null && chart !== null && pointerX < margin.left + chart.area.width;
  const read = isReading && chart ? nearestRow(rows, chart.x.invert(pointerX)) : last;
  const barLeft = chart === null ? 0 : chart.area.left + chart.area.width + bar.distance;

  return (
    <div
      ref={host}
      className="plot elbo-chart free-energy-chart"
      data-theme={theme}
      data-large={isLarge || undefined}
      data-emphasised={emphasised ?? undefined}
      onPointerMove={move}
      onPointerDown={move}
      onPointerLeave={() => setPointerX(null)}
    >
      {chart !== null && (
        <>
          <ChartAxes chart={chart} xLabel="half-step" yLabel="nats per point" logarithmic={false} />
          <svg
            className="plot-layer plot-overlay"
            width={chart.width}
            height={chart.height}
            role="presentation"
          >
            <clipPath id={clipId}>
              <rect
                x={chart.area.left}
                y={chart.area.top}
                width={chart.area.width}
                height={chart.area.height}
              />
            </clipPath>
            <g clipPath={`url(#${clipId})`} aria-hidden="true">
              <Climb rows={rows} chart={chart} />
            </g>
            {read && (
              <>
                {isReading && (
                  <line
                    className="chart-crosshair"
                    x1={chart.x(read.halfStep)}
                    x2={chart.x(read.halfStep)}
                    y1={chart.area.top}
                    y2={chart.area.top + chart.area.height}
                  />
                )}
                <text className="plot-tick chart-step" x={barLeft} y={chart.area.top - 10}>
                  {nameOf(read)}
                </text>
                <FreeEnergyBar row={read} chart={chart} left={barLeft} width={bar.width} />
                <FreeEnergyLabels
                  row={read}
                  chart={chart}
                  left={barLeft + bar.width + 7}
                  gap={labelGap}
                  name={nameOf(read)}
                />
              </>
            )}
          </svg>
        </>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} />}
    </div>
  );
}

/** The stretches between starts, and the half-steps by their letters where there is room. */
function Climb({
  rows,
  chart,
}: {
  readonly rows: readonly FreeEnergyRow[];
  readonly chart: Chart;
}) {
  const { x, y, area } = chart;
  const stretches = useMemo(() => stretchesOf(rows), [rows]);
  const pitch = x(1) - x(0);
  return (
    <>
      {stretches.map((stretch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches only ever follow one another
        <g key={index}>
          {index > 0 && (
            <NewStart
              at={x(stretch[0].halfStep)}
              area={area}
              isNamed={index === stretches.length - 1}
            />
          )}
          <Stretch rows={stretch} chart={chart} />
        </g>
      ))}
      {pitch >= LETTER_PITCH &&
        rows.map((row, index) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a start stands where the half-step before it stands
            key={index}
          >
            <circle
              className="free-energy-dot"
              cx={x(row.halfStep)}
              cy={y(row.freeEnergy)}
              r={2.5}
            />
            {row.mark !== 'start' && (
              <text
                className="plot-tick chart-step"
                x={x(row.halfStep)}
                y={area.top + area.height - 5}
                textAnchor="middle"
              >
                {row.mark.toUpperCase()}
              </text>
            )}
          </g>
        ))}
    </>
  );
}

/** The line says why what follows does not join on. */
function NewStart(props: {
  readonly at: number;
  readonly area: Chart['area'];
  readonly isNamed: boolean;
}) {
  const { at, area } = props;
  const isRight = at + NEW_START_WIDTH > area.left + area.width;
  return (
    <>
      <line
        className="free-energy-start"
        x1={at}
        x2={at}
        y1={area.top}
        y2={area.top + area.height}
      />
      {props.isNamed && (
        <text
          className="plot-tick chart-step"
          x={at + (isRight ? -4 : 4)}
          y={area.top + 12}
          textAnchor={isRight ? 'end' : 'start'}
        >
          {NEW_START}
        </text>
      )}
    </>
  );
}

/** The lines from one start to the next, and the gap between them. */
function Stretch({
  rows,
  chart: { x, y },
}: {
  readonly rows: readonly FreeEnergyRow[];
  readonly chart: Chart;
}) {
  const line = (value: (row: FreeEnergyRow) => number | null) =>
    lineShape<FreeEnergyRow>(
      (row) => x(row.halfStep),
      (row) => y(value(row) ?? 0),
    ).defined((row) => value(row) !== null)(rows) ?? '';
  const band = (low: (row: FreeEnergyRow) => number, high: (row: FreeEnergyRow) => number | null) =>
    areaShape<FreeEnergyRow>(
      (row) => x(row.halfStep),
      (row) => y(low(row)),
      (row) => y(high(row) ?? low(row)),
    )(rows) ?? '';
  return (
    <>
      <path
        className="free-energy-fill"
        data-part="entropy"
        d={band(
          ({ energy }) => energy,
          ({ energy, entropy }) => energy + entropy,
        )}
      />
      <path
        className="free-energy-fill"
        data-part="globalKl"
        d={band(
          ({ freeEnergy }) => freeEnergy,
          ({ energy, entropy }) => energy + entropy,
        )}
      />
      <path
        className="free-energy-fill"
        data-part="gap"
        d={band(
          ({ freeEnergy }) => freeEnergy,
          ({ logLikelihood }) => logLikelihood,
        )}
      />
      <path className="free-energy-line" data-part="energy" d={line(({ energy }) => energy)} />
      <path
        className="free-energy-line"
        data-part="freeEnergy"
        d={line(({ freeEnergy }) => freeEnergy)}
      />
      <path
        className="free-energy-line"
        data-part="logLikelihood"
        d={line(({ logLikelihood }) => logLikelihood)}
      />
    </>
  );
}

function nearestRow(rows: readonly FreeEnergyRow[], halfStep: number): FreeEnergyRow | undefined {
  let nearest = rows[0];
  for (const row of rows)
    if (Math.abs(row.halfStep - halfStep) <= Math.abs(nearest.halfStep - halfStep)) nearest = row;
  return nearest;
}

function nameOf({ mark, halfStep }: FreeEnergyRow): string {
  if (mark === 'start') return halfStep === 0 ? 'at the start' : NEW_START;
  return `after ${mark.toUpperCase()}-step, ${halfStep.toLocaleString('en-US')}`;
}
