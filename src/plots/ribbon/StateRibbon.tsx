import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { rowsAxis, unmarked } from '../chart/axes.ts';
import { Chart, TIME_MARGIN, useChart } from '../chart/Chart.tsx';
import {
  HoverLine,
  InputEndLine,
  type InputEndProps,
  type TimeProps,
  useTimeAxis,
} from '../chart/TimeMarks.tsx';
import type { GesturePhase } from '../drag/gesture.ts';
import { useDrag } from '../drag/useDrag.ts';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { colour } from '../style/palette.ts';
import { useTheme } from '../style/theme.ts';
import './stateRibbon.css';

/** What a stroke leaves behind: a state, or nothing where it takes paint away. */
export type Brush = number | 'eraser';

/** Steps, the first counted and the last not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface StateRibbonProps extends AnyPlotProps, TimeProps, InputEndProps {
  readonly label: string;
  /** T x K: how likely each state is; rows sum to 1. */
  readonly responsibilities: ArrayLike<number>;
  /** K */
  readonly states: number;
  /** T: true states from 0, -1 where one is not known; null where none is shown. */
  readonly truth: ArrayLike<number> | null;
  /** Of the palette, for each true state. */
  readonly trueColours: readonly number[];
  /** T: the state a step is painted with, or -1; absent where nothing can be painted. */
  readonly painted?: ArrayLike<number> | undefined;
  /** What a stroke of the pointer leaves behind. */
  readonly brush?: Brush | undefined;
  readonly onPaint?: ((phase: GesturePhase, stretch: Stretch, what: Brush) => void) | undefined;
  readonly hoveredState: number | null;
  /** Whether steps are written below. */
  readonly hasAxis?: boolean;
  readonly note?: string | undefined;
  /** What stands beside the rows: "found" and "true" by default. */
  readonly names?: readonly [found: string, truth: string] | undefined;
}

const WITHOUT_AXIS = { ...TIME_MARGIN, bottom: 4, top: 6 };
const UNDER_NOTE = { ...WITHOUT_AXIS, top: 20 };
const FAINT = 0.3;
const DRAG_FROM = 3;

/** Which state each step is in: as inferred, stacked by probability, and below it the truth. */
export const StateRibbon = memo(function StateRibbon(props: StateRibbonProps) {
  const { steps, truth, hovered, onHover, hasAxis = false, responsibilities, states } = props;
  const { names = NAMES } = props;
  const hasTruth = truth !== null;
  const rows = useMemo(() => (hasTruth ? names : names.slice(0, 1)), [hasTruth, names]);
  const marked = useTimeAxis(props);
  const x = useMemo(() => (hasAxis ? marked : unmarked(marked)), [marked, hasAxis]);
  const y = useMemo(() => rowsAxis('', rows.length, 8, (row) => rows[row]), [rows]);
  const hasRows = responsibilities.length > 0;
  return (
    <Chart
      label={props.label}
      className="state-ribbon"
      margin={hasAxis ? TIME_MARGIN : props.note ? UNDER_NOTE : WITHOUT_AXIS}
      x={x}
      y={y}
      note={props.note}
      placeholder={props.placeholder}
      onPoint={(at, chart) =>
        onHover?.(at && Math.min(steps - 1, Math.max(0, Math.round(chart.x.valueAt(at[0])))))
      }
    >
      {hasRows && (
        <>
          <Shares {...{ responsibilities, states, steps, hoveredState: props.hoveredState }} />
          {truth && <Truth truth={truth} colours={props.trueColours} steps={steps} />}
          {props.painted && <Painted painted={props.painted} steps={steps} />}
          {props.onPaint && <Canvas {...props} onPaint={props.onPaint} />}
          <InputEndLine inputEnd={props.inputEnd} onInputEnd={undefined} named={false} />
        </>
      )}
      <HoverLine step={hovered} named={false} />
    </Chart>
  );
});

const NAMES = ['found', 'true'] as const;
/** Between the rows, pixels. */
const GAP = 2;

/** Where row 0 or 1 of the ribbon is, pixels. */
function useRow(row: number) {
  const { area, x, y } = useChart();
  const top = y.at(row) + (row > 0 ? GAP : 0);
  const height = Math.max(1, y.at(row + 1) - top);
  const edge = (step: number) => x.at(step - 0.5);
  return { top, height, edge, left: area.left, width: area.width };
}

type SharesProps = Pick<StateRibbonProps, 'responsibilities' | 'states' | 'steps' | 'hoveredState'>;

/** A band for each state, one on the other, stepwise. */
function Shares({ responsibilities, states: K, steps, hoveredState }: SharesProps) {
  const { top, height, edge } = useRow(0);
  const theme = useTheme();
  const bands = useMemo(() => {
    const below = new Float64Array(steps);
    return Array.from({ length: K }, (_, k) => {
      let upper = '';
      let lower = '';
      for (let t = 0; t < steps; t++) {
        const from = below[t];
        const to = from + responsibilities[t * K + k];
        below[t] = to;
        const [left, right] = [edge(t).toFixed(1), edge(t + 1).toFixed(1)];
        const [high, low] = [top + height * (1 - to), top + height * (1 - from)];
        upper += `${t === 0 ? 'M' : 'L'}${left},${high.toFixed(1)}H${right}`;
        lower = `L${right},${low.toFixed(1)}H${left}${lower}`;
      }
      return `${upper}${lower}Z`;
    });
  }, [responsibilities, K, steps, edge, top, height]);
  return (
    <g aria-hidden="true" pointerEvents="none">
      {bands.map((d, k) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the band is its state
          key={k}
          d={d}
          fill={colour(k, theme)}
          opacity={hoveredState === null || hoveredState === k ? 1 : FAINT}
        />
      ))}
    </g>
  );
}

/** Runs of one label each, as boxes. */
function runsOf(labels: ArrayLike<number>, steps: number) {
  const runs: { readonly label: number; readonly from: number; readonly to: number }[] = [];
  for (let from = 0; from < steps; ) {
    let to = from + 1;
    while (to < steps && labels[to] === labels[from]) to += 1;
    if (labels[from] >= 0) runs.push({ label: labels[from], from, to });
    from = to;
  }
  return runs;
}

function Truth({
  truth,
  colours,
  steps,
}: {
  readonly truth: ArrayLike<number>;
  readonly colours: readonly number[];
  readonly steps: number;
}) {
  const { top, height, edge } = useRow(1);
  const theme = useTheme();
  return (
    <g aria-hidden="true" pointerEvents="none">
      {runsOf(truth, steps).map(({ label, from, to }) => (
        <rect
          key={from}
          x={edge(from)}
          y={top}
          width={edge(to) - edge(from)}
          height={height}
          fill={colour(colours[label] ?? -1, theme)}
        />
      ))}
    </g>
  );
}

/** A line over what was painted by hand, in the colour of its state. */
function Painted({
  painted,
  steps,
}: {
  readonly painted: ArrayLike<number>;
  readonly steps: number;
}) {
  const { top, height, edge } = useRow(0);
  const theme = useTheme();
  return (
    <g role="list" aria-label="Painted stretches">
      {runsOf(painted, steps).map(({ label, from, to }) => (
        <g
          key={from}
          role="listitem"
          aria-label={`Steps ${from} to ${to - 1} painted with state ${label + 1}`}
          pointerEvents="none"
        >
          <rect
            className="ribbon-painted"
            x={edge(from)}
            y={top + 1}
            width={edge(to) - edge(from)}
            height={Math.max(1, height - 2)}
          />
          <rect
            className="ribbon-stroke"
            x={edge(from)}
            y={top - 5}
            width={edge(to) - edge(from)}
            height={5}
            fill={colour(label, theme)}
          />
        </g>
      ))}
    </g>
  );
}

interface CanvasProps
  extends Pick<StateRibbonProps, 'steps' | 'states' | 'responsibilities' | 'painted'> {
  readonly brush?: Brush | undefined;
  readonly onPaint: (phase: GesturePhase, stretch: Stretch, what: Brush) => void;
}

const FAR = 10;

/** What the pointer and the keys paint on. */
function Canvas({ steps, states, responsibilities, ...props }: CanvasProps) {
  const { painted, brush = 0, onPaint } = props;
  const { top, height, edge, left, width } = useRow(0);
  const { x } = useChart();
  const nameOf = (step: number) => x.stepName?.(step) ?? String(step);
  const canvas = useRef<SVGRectElement>(null);
  const [stroke, setStroke] = useState<Stretch | null>(null);
  /** Of the keys: where the cursor is, and where the stretch it has been drawn over began. */
  const [cursor, setCursor] = useState({ at: 0, anchor: 0 });
  const begun = useRef(0);
  const clampStep = (step: number) => Math.min(steps - 1, Math.max(0, step));
  const stretchTo = (step: number): Stretch => ({
    from: Math.min(begun.current, step),
    to: Math.max(begun.current, step) + 1,
  });
  const latest = useRef<Stretch>({ from: 0, to: 1 });
  const pressed = useRef(0);
  const follow = (phase: GesturePhase, dx: number): void => {
    if (phase !== 'end' && phase !== 'cancel') {
      const step = clampStep(Math.floor((steps * (pressed.current + dx)) / width));
      latest.current = stretchTo(step);
    }
    setStroke(phase === 'end' || phase === 'cancel' ? null : latest.current);
    onPaint(phase, latest.current, brush);
  };
  const drag = useDrag(canvas, {
    threshold: DRAG_FROM,
    onStart: () => follow('start', 0),
    onMove: (dx) => follow('move', dx),
    onEnd: () => follow('end', 0),
    onCancel: () => follow('cancel', 0),
  })(undefined);
  const onPointerDown = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    pressed.current = (width * (event.clientX - box.left)) / box.width;
    begun.current = clampStep(Math.floor((steps * pressed.current) / width));
    drag.onPointerDown(event);
  };

  const { at, anchor } = cursor;
  const chosen: Stretch = { from: Math.min(at, anchor), to: Math.max(at, anchor) + 1 };
  const move = (to: number, extends_: boolean): void => {
    const step = clampStep(to);
    setCursor({ at: step, anchor: extends_ ? anchor : step });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const pace = { ArrowLeft: -1, ArrowRight: 1, PageUp: FAR, PageDown: -FAR }[event.key];
    const state = Number(event.key) - 1;
    if (pace !== undefined) move(at + pace, event.shiftKey);
    else if (event.key === 'Home') move(0, event.shiftKey);
    else if (event.key === 'End') move(steps - 1, event.shiftKey);
    else if (event.key === 'Delete' || event.key === 'Backspace') put('eraser');
    else if (event.key === 'Enter') put(brush);
    else if (Number.isInteger(state) && state >= 0 && state < states) put(state);
    else return;
    // These keys train the model or scroll the page elsewhere.
    event.preventDefault();
    event.stopPropagation();
  };
  const put = (what: Brush): void => onPaint('end', chosen, what);
  const [isFocused, setIsFocused] = useState(false);
  const marked = stroke ?? (isFocused ? chosen : null);
  return (
    <>
      <rect
        ref={canvas}
        className="ribbon-canvas"
        x={left}
        y={top}
        width={width}
        height={height}
        role="slider"
        tabIndex={0}
        aria-label="Steps to paint"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={steps - 1}
        aria-valuenow={at}
        aria-valuetext={inWords(chosen, at, responsibilities, states, painted, nameOf)}
        aria-keyshortcuts="ArrowLeft ArrowRight Shift+ArrowRight Enter Delete"
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
        onKeyDown={onKeyDown}
        data-export="skip"
        {...drag}
        onPointerDown={onPointerDown}
      />
      {marked && (
        <rect
          className="ribbon-marked"
          x={edge(marked.from)}
          y={top}
          width={Math.max(1, edge(marked.to) - edge(marked.from))}
          height={height}
          data-export="skip"
        />
      )}
    </>
  );
}

function inWords(
  { from, to }: Stretch,
  at: number,
  responsibilities: ArrayLike<number>,
  K: number,
  painted: ArrayLike<number> | undefined,
  nameOf: (step: number) => string,
): string {
  let state = 0;
  for (let k = 1; k < K; k++)
    if (responsibilities[at * K + k] > responsibilities[at * K + state]) state = k;
  const share = Math.round(100 * responsibilities[at * K + state]);
  const hand = (painted?.[at] ?? -1) >= 0 ? ', painted' : '';
  const stretch = to - from > 1 ? `; steps ${nameOf(from)} to ${nameOf(to - 1)} chosen` : '';
  return `step ${nameOf(at)}: state ${state + 1}, ${share} %${hand}${stretch}`;
}
