import { type KeyboardEvent, useRef } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import { useDrag } from '../drag/useDrag.ts';
import { useHeld } from '../drag/useHeld.ts';
import { useChart } from './Chart.tsx';

/** Values along x and y. */
export type ChartPoint = readonly [number, number];

export interface ChartHandleProps {
  /** Where the model has it. */
  readonly at: ChartPoint;
  /** In which directions it can be moved. */
  readonly along: 'x' | 'y' | 'both';
  readonly name: string;
  /** Where it is, for screen readers. */
  readonly text: string;
  readonly colour: string;
  /** How it is drawn; a handle that cannot be seen is one of something drawn elsewhere. */
  readonly mark: 'circle' | 'diamond' | 'square';
  readonly onMove: (gesture: Gesture<ChartPoint>) => void;
  /** Delete was pressed. */
  readonly onRemove?: (() => void) | undefined;
  /** Of an arrow key, pixels; with Shift five times as much. */
  readonly keyStep?: number;
}

const KEY_STEP = 3;
const HIT = 15;
/** Places closer than this are the same, pixels. */
const SAME = 0.5;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const MARKS = {
  circle: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z',
  diamond: 'M0 -7.5L7.5 0L0 7.5L-7.5 0Z',
  square: 'M-6 -6H6V6H-6Z',
} as const;

/** A mark in a chart that is dragged or moved by arrow keys, and stays inside its area. */
export function ChartHandle({ at, along, onMove, keyStep = KEY_STEP, ...props }: ChartHandleProps) {
  const { area, x, y } = useChart();
  const element = useRef<SVGGElement>(null);
  const pixels = ([across, up]: ChartPoint) => [x.at(across), y.at(up)] as const;
  const { held, of, start, move, end, cancel } = useHeld<ChartPoint>({
    modelOf: () => ({ at }),
    agree: (one, other) => {
      const [a, b] = [pixels(one), pixels(other)];
      const apart = [along === 'y' ? 0 : a[0] - b[0], along === 'x' ? 0 : a[1] - b[1]];
      return Math.hypot(apart[0], apart[1]) < SAME;
    },
    onGesture: onMove,
  });
  const shown = held?.at ?? at;
  // What it cannot be moved along follows the model.
  const [left, top] = pixels([along === 'y' ? at[0] : shown[0], along === 'x' ? at[1] : shown[1]]);
  const inside = [
    Math.min(area.left + area.width, Math.max(area.left, left)),
    Math.min(area.top + area.height, Math.max(area.top, top)),
  ] as const;
  const valueAt = (across: number, down: number): ChartPoint => [
    along === 'y' ? at[0] : x.valueAt(across),
    along === 'x' ? at[1] : y.valueAt(down),
  ];
  const drag = useDrag<readonly [number, number]>(element, {
    onStart: () => start(undefined, shown),
    onMove: (dx, dy, from) => move(valueAt(from[0] + dx, from[1] + dy)),
    onEnd: end,
    onCancel: cancel,
  });
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRemoving = event.key === 'Delete' || event.key === 'Backspace';
    const direction = ARROWS[event.key];
    if (!direction && !(isRemoving && props.onRemove)) return;
    // These keys train the model or scroll the page elsewhere.
    event.preventDefault();
    event.stopPropagation();
    if (!direction) {
      props.onRemove?.();
      return;
    }
    const from = pixels(of(undefined)?.at ?? at);
    const far = keyStep * (event.shiftKey ? 5 : 1);
    start(undefined, of(undefined)?.at ?? at);
    move(valueAt(from[0] + far * direction[0], from[1] + far * direction[1]));
  };
  return (
    <g
      ref={element}
      role="slider"
      tabIndex={0}
      className="chart-handle"
      data-along={along}
      data-held={held?.active || undefined}
      aria-orientation={along === 'y' ? 'vertical' : 'horizontal'}
      aria-valuenow={Number(shown[along === 'y' ? 1 : 0].toPrecision(6))}
      aria-valuetext={props.text}
      aria-label={props.name}
      aria-keyshortcuts={KEYS[along] + (props.onRemove ? ' Delete' : '')}
      transform={`translate(${inside[0].toFixed(1)} ${inside[1].toFixed(1)})`}
      onKeyDown={press}
      onKeyUp={end}
      onBlur={end}
      {...drag(inside)}
    >
      <circle className="chart-handle-hit" r={HIT} data-export="skip" />
      <circle className="chart-handle-focus" r={HIT - 2} data-export="skip" />
      <path className="chart-handle-mark" d={MARKS[props.mark]} fill={props.colour} />
    </g>
  );
}

const KEYS = {
  x: 'ArrowLeft ArrowRight',
  y: 'ArrowUp ArrowDown',
  both: 'ArrowLeft ArrowRight ArrowUp ArrowDown',
} as const;
