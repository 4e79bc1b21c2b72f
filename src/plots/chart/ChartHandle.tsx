import { useCallback, useRef } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import { passFocusOn } from '../drag/passFocusOn.ts';
import { useGrip } from '../drag/useGrip.ts';
import { useChart } from './Chart.tsx';

/** Values along x and y. */
export type ChartPoint = readonly [number, number];

export interface ChartHandleProps {
  /** Where the model has it. */
  readonly at: ChartPoint;
  /** In which directions it can be moved. */
  readonly along: 'x' | 'y' | 'both';
  /** Values along x are whole numbers; an arrow key moves by one at least. */
  readonly whole?: boolean | undefined;
  readonly name: string;
  /** Where it is, for screen readers. */
  readonly text: string;
  readonly colour: string;
  /** How it is drawn; a handle that cannot be seen is one of something drawn elsewhere. */
  readonly mark: 'circle' | 'diamond' | 'square';
  readonly onMove: (gesture: Gesture<ChartPoint>) => void;
  /** Delete was pressed. */
  readonly onRemove?: (() => void) | undefined;
}

/** Of an arrow key, pixels; with Shift five times as much. */
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
export function ChartHandle({ at, along, whole, onMove, ...props }: ChartHandleProps) {
  const { area, x, y } = useChart();
  const element = useRef<SVGGElement>(null);
  const mark = useCallback((own: SVGGElement | null) => {
    element.current = own;
    return passFocusOn(own);
  }, []);
  const pixels = ([across, up]: ChartPoint) => [x.at(across), y.at(up)] as const;
  const valueAt = (across: number, down: number): ChartPoint => [
    along === 'y' ? at[0] : whole ? Math.round(x.valueAt(across)) : x.valueAt(across),
    along === 'x' ? at[1] : y.valueAt(down),
  ];
  const pulled = (from: ChartPoint, dx: number, dy: number): ChartPoint => {
    const [left, top] = pixels(from);
    return valueAt(left + dx, top + dy);
  };
  const { held, propsOf } = useGrip<ChartPoint>(element, {
    modelOf: () => ({ at }),
    agree: (one, other) => {
      const [a, b] = [pixels(one), pixels(other)];
      const apart = [along === 'y' ? 0 : a[0] - b[0], along === 'x' ? 0 : a[1] - b[1]];
      return Math.hypot(apart[0], apart[1]) < SAME;
    },
    onGesture: onMove,
    pulled,
    keyed(event, from) {
      const direction = ARROWS[event.key];
      const far = KEY_STEP * (event.shiftKey ? 5 : 1);
      if (!direction) return undefined;
      const to = pulled(from, far * direction[0], far * direction[1]);
      return whole && to[0] === from[0] ? [from[0] + direction[0], to[1]] : to;
    },
    pressed({ key }) {
      if (!props.onRemove || (key !== 'Delete' && key !== 'Backspace')) return false;
      props.onRemove();
      return true;
    },
  });
  const shown = held?.at ?? at;
  // What it cannot be moved along follows the model.
  const [left, top] = pixels([along === 'y' ? at[0] : shown[0], along === 'x' ? at[1] : shown[1]]);
  const inside = [
    Math.min(area.left + area.width, Math.max(area.left, left)),
    Math.min(area.top + area.height, Math.max(area.top, top)),
  ] as const;
  return (
    <g
      ref={mark}
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
      {...propsOf(undefined, shown, valueAt(...inside))}
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
