import { memo, useCallback, useMemo, useRef } from 'react';
import type { Calendar } from '../../../datasets/calendar.ts';
import { type ColumnUnit, MODEL_UNIT, ownText } from '../../../datasets/columnUnits.ts';
import { type Axis, type AxisOf, countAxis, ownAxis } from '../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../plots/chart/Chart.tsx';
import { Crosshair } from '../../../plots/chart/Crosshair.tsx';
import { calendarAxis } from '../../../plots/chart/calendarAxis.ts';
import { linePath } from '../../../plots/chart/paths.ts';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import { useGrip } from '../../../plots/drag/useGrip.ts';
import type { AnyPlotProps } from '../../../plots/host/PlotHost.tsx';
import { markRadius } from '../../../plots/layers/Points.ts';
import { PaintedCanvas } from '../../../plots/pen/PaintedCanvas.tsx';
import type { Pen, Stamp } from '../../../plots/pen/pen.ts';
import { colour } from '../../../plots/style/palette.ts';
import { usePlotStyle } from '../../../plots/style/style.ts';
import { symbolOf, symbolPath } from '../../../plots/style/symbols.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import './statesPlot.css';

/** A state by what its values are like, in model units. */
export interface PlottedState {
  /** Counted from 0. */
  readonly id: number;
  readonly mean: number;
  readonly deviation: number;
}

export interface StatesPlotProps extends AnyPlotProps {
  /** T, NaN where a value is missing. */
  readonly values: ArrayLike<number>;
  /** When the steps are, where that is known. */
  readonly calendar?: Calendar | undefined;
  /** Name of the values. */
  readonly name: string;
  /** How values are read; in model units by default. */
  readonly unit?: ColumnUnit | undefined;
  /** T: the level each value was drawn around; null hides it. */
  readonly clean: ArrayLike<number> | null;
  readonly states: readonly PlottedState[];
  /** T x K: in whose colours points are; null for plain ones. */
  readonly responsibilities: ArrayLike<number> | null;
  /** Points from this step on are plain, as nothing is known of them yet. */
  readonly knownUntil?: number | undefined;
  /** The step under the pointer, and the one chosen. */
  readonly hovered: number | null;
  readonly selected: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
  readonly onSelect?: ((step: number | null) => void) | undefined;
  readonly hoveredState: number | null;
  readonly onHoverState?: ((id: number | null) => void) | undefined;
  /** Absent where means cannot be moved. */
  readonly onMove?: ((gesture: Gesture<number, number>) => void) | undefined;
}

/** The ribbon of states below takes the same, so that steps stand under one another. */
export const SERIES_MARGIN = { left: 52, right: 52, top: 22, bottom: 34 } as const;
/** Above the highest and below the lowest value, as a fraction of their range. */
const AIR = 0.12;
/** One step of an arrow key, pixels; with Shift five times as much. */
const KEY_STEP = 2;
const HIT = 13;
/** Marks of means nearer than this stand side by side, this far from one another, pixels. */
const APART = 12;
const BESIDE = 22;

/** Steps are counted from 1, as rows are everywhere on the page, or dated where that is known. */
export function stepsAxis(count: number, calendar: Calendar | undefined): AxisOf {
  const counted = countAxis('step', { low: 1, high: Math.max(2, count) });
  return calendar ? calendarAxis(count, calendar, counted, 1) : counted;
}

/** The row, counted from 0, whose step stands nearest to a place. */
const rowAt = ({ valueAt }: Axis, place: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.round(valueAt(place)) - 1));

/** A series with the states that a model sees behind it: their means, spreads and steps. */
export function StatesPlot(props: StatesPlotProps) {
  const { values, calendar, name, unit = MODEL_UNIT, states, hovered, selected } = props;
  const { onHover, onSelect } = props;
  const x = useMemo(() => stepsAxis(values.length, calendar), [values.length, calendar]);
  const range = useMemo(() => rangeOf(values), [values]);
  const y = useMemo(() => ownAxis(name, range, unit), [name, range, unit]);
  const isSeries = values.length > 0;
  return (
    <Chart
      label="The series and the states behind it"
      className="state-series"
      margin={SERIES_MARGIN}
      x={x}
      y={y}
      onPoint={(at, chart) =>
        onHover?.(at && isSeries ? rowAt(chart.x, at[0], values.length) : null)
      }
      onPick={(at, chart) => {
        const { left, width } = chart.area;
        if (!isSeries || at[0] < left || at[0] > left + width) return;
        const step = rowAt(chart.x, at[0], values.length);
        onSelect?.(step === selected ? null : step);
      }}
      below={<StepPoints {...props} />}
      placeholder={props.placeholder}
    >
      <Bands states={states} hovered={props.hoveredState} />
      {props.clean && <CleanLine values={props.clean} />}
      {selected !== null && <StepLine step={selected} />}
      {hovered !== null && hovered !== selected && <StepLine step={hovered} />}
      {states.map((state) => (
        <MeanHandle
          key={state.id}
          state={state}
          states={states}
          unit={unit}
          onMove={props.onMove}
          onHover={props.onHoverState}
        />
      ))}
    </Chart>
  );
}

function StepLine({ step }: { readonly step: number }) {
  const { x } = useChart();
  return <Crosshair at={x.at(step + 1)} name={x.stepName?.(step + 1) ?? `step ${step + 1}`} />;
}

/** One standard deviation around each mean. */
function Bands({
  states,
  hovered,
}: {
  readonly states: readonly PlottedState[];
  readonly hovered: number | null;
}) {
  const { area, y, clip } = useChart();
  const theme = useTheme();
  return (
    <g clipPath={clip} aria-hidden="true" pointerEvents="none">
      {states.map(({ id, mean, deviation }) => {
        const fill = colour(id, theme);
        const [top, bottom] = [y.at(mean + deviation), y.at(mean - deviation)];
        return (
          <g key={id} opacity={hovered === null || hovered === id ? 1 : 0.3}>
            <rect
              x={area.left}
              y={top}
              width={area.width}
              height={Math.max(0, bottom - top)}
              fill={fill}
              opacity={0.14}
            />
            <line
              className="state-mean"
              x1={area.left}
              x2={area.left + area.width}
              y1={y.at(mean)}
              y2={y.at(mean)}
              stroke={fill}
            />
          </g>
        );
      })}
    </g>
  );
}

function CleanLine({ values }: { readonly values: ArrayLike<number> }) {
  const { x, y, clip } = useChart();
  const d = useMemo(
    () =>
      linePath(
        values.length,
        (step) => x.at(step + 1),
        (step) => y.at(values[step]),
      ),
    [values, x, y],
  );
  return <path className="state-clean" d={d} clipPath={clip} aria-hidden="true" />;
}

type StepPointsProps = Pick<
  StatesPlotProps,
  'values' | 'states' | 'responsibilities' | 'knownUntil' | 'hoveredState'
>;

/** The values: a line through them, and on it the mark of the most likely state of each step. */
const StepPoints = memo(function StepPoints(props: StepPointsProps) {
  const { values, states, responsibilities, hoveredState } = props;
  const { knownUntil = values.length } = props;
  const { width, height, area, x, y } = useChart();
  const theme = useTheme();
  const { ink } = usePlotStyle();
  const K = states.length;
  const paint = useCallback(
    (pen: Pen) => {
      pen.begin();
      let isOpen = false;
      for (let t = 0; t < values.length; t++) {
        const isSeen = Number.isFinite(values[t]);
        if (isSeen && isOpen) pen.lineTo(x.at(t + 1), y.at(values[t]));
        else if (isSeen) pen.moveTo(x.at(t + 1), y.at(values[t]));
        isOpen = isSeen;
      }
      pen.stroke({ colour: ink.link, width: 1, opacity: 0.7 });
      const radius = Math.min(4.5, markRadius(values.length));
      const stamps = new Map<number, Stamp>();
      const stampOf = (state: number): Stamp => {
        const known = stamps.get(state);
        if (known) return known;
        const made = pen.stamp(
          state < 0
            ? { symbol: 0, colour: ink.observation, radius: 0.75 * radius, halo: ink.surface }
            : { symbol: symbolOf(state), colour: colour(state, theme), radius, halo: ink.surface },
        );
        stamps.set(state, made);
        return made;
      };
      for (let t = 0; t < values.length; t++) {
        if (!Number.isFinite(values[t])) continue;
        const isKnown = responsibilities !== null && t < knownUntil;
        const { state, share } = isKnown ? mostLikely(responsibilities, t, K) : UNKNOWN;
        const isOther = hoveredState !== null && hoveredState !== state;
        stampOf(state).place(x.at(t + 1), y.at(values[t]), isOther ? 0.25 : 0.35 + 0.6 * share);
      }
    },
    [values, responsibilities, K, knownUntil, hoveredState, x, y, theme, ink],
  );
  return (
    <PaintedCanvas width={width} height={height} clip={area} paint={paint} marks={values.length} />
  );
});

const UNKNOWN = { state: -1, share: 1 };
/** Before the first E-step all states are equally likely, and none is shown. */
const EQUAL = 1e-6;

function mostLikely(responsibilities: ArrayLike<number>, step: number, K: number) {
  let state = 0;
  for (let k = 1; k < K; k++)
    if (responsibilities[step * K + k] > responsibilities[step * K + state]) state = k;
  const share = responsibilities[step * K + state];
  return K > 1 && share < 1 / K + EQUAL ? UNKNOWN : { state, share };
}

interface MeanHandleProps {
  readonly state: PlottedState;
  readonly states: readonly PlottedState[];
  readonly unit: ColumnUnit;
  readonly onMove: StatesPlotProps['onMove'];
  readonly onHover: StatesPlotProps['onHoverState'];
}

const agree = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** The mark of a state at the right end of its mean, by which it is moved. */
function MeanHandle({ state, states, unit, onMove, onHover }: MeanHandleProps) {
  const { id, mean, deviation } = state;
  const { area, y } = useChart();
  const fill = colour(id, useTheme());
  const handle = useRef<SVGGElement>(null);
  const pulled = (from: number, _dx: number, dy: number) => y.valueAt(y.at(from) + dy);
  const { held, propsOf } = useGrip<number, number>(handle, {
    modelOf: (target) => (target === id ? { at: mean } : null),
    agree,
    onGesture: onMove,
    pulled,
    keyed(event, from) {
      const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      return direction && pulled(from, 0, direction * KEY_STEP * (event.shiftKey ? 5 : 1));
    },
  });
  const shown = held === null ? mean : held.at;
  const at = Math.min(area.top + area.height, Math.max(area.top, y.at(shown)));
  // Marks that would cover one another stand side by side, or the upper one alone could be taken.
  const before = states.filter(
    (other) => other.id < id && Math.abs(y.at(other.mean) - y.at(mean)) < APART,
  ).length;
  const across = area.left + area.width + 11 + (before % 2) * BESIDE;
  const mark = (
    <g transform={`translate(${across} ${at})`}>
      <path className="state-mark" d={symbolPath(id, 7)} fill={fill} />
      <text className="cluster-number" x={9} y={4} aria-hidden="true">
        {id + 1}
      </text>
    </g>
  );
  if (!onMove) return <g aria-hidden="true">{mark}</g>;
  return (
    <g
      ref={handle}
      role="slider"
      tabIndex={0}
      className="state-handle"
      aria-label={`Mean of state ${id + 1}`}
      aria-orientation="vertical"
      aria-valuenow={unit.offset + unit.scale * shown}
      aria-valuetext={`${ownText(unit, shown)}, standard deviation ${Number((unit.scale * deviation).toPrecision(2))}`}
      aria-keyshortcuts="ArrowUp ArrowDown"
      data-state={id}
      data-held={held?.active ?? false}
      onPointerEnter={() => onHover?.(id)}
      onPointerLeave={() => onHover?.(null)}
      {...propsOf(id, shown, y.valueAt(at))}
    >
      <circle className="state-hit" cx={across} cy={at} r={HIT} data-export="skip" />
      {mark}
    </g>
  );
}

function rangeOf(values: ArrayLike<number>) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < values.length; t++) {
    // A missing value is NaN, and no comparison with it holds.
    if (values[t] < low) low = values[t];
    if (values[t] > high) high = values[t];
  }
  if (low > high) return { low: 0, high: 1 };
  const air = AIR * (high - low || 1);
  return { low: low - air, high: high + air };
}
