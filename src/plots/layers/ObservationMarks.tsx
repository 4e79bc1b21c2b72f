import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import type { Gesture } from '../drag/gesture.ts';
import { useDrag } from '../drag/useDrag.ts';
import { useHeld } from '../drag/useHeld.ts';
import { useHeldInPlane, useScene } from '../plane/scene.ts';
import { clusterKeyAction } from './clusterKeys.ts';

/** Observations along x, as they are drawn. */
export interface Observed {
  readonly values: readonly number[];
  readonly onMove: (gesture: Gesture<number, number>) => void;
  readonly onForget: (index: number) => void;
}

interface ObservationMarksProps {
  readonly observed: Observed;
  /** Of the axis. */
  readonly name: string;
}

const KEY_STEP = 4;
const SAME = 0.01;
const HIT_RADIUS = 14;

/** Observations on the axis of their mean: each is dragged along it, or moved by arrow keys. */
export function ObservationMarks({ observed, name }: ObservationMarksProps) {
  const { frame } = useScene();
  const { values, onMove, onForget } = observed;
  const marks = useRef<SVGGElement>(null);
  const { left, top, width, height } = frame.area;
  const { held, of, start, move, end, cancel } = useHeld<number, number>({
    modelOf: (index) => (index < values.length ? { at: values[index] } : null),
    agree: (a, b) => Math.abs(a - b) * frame.unit < SAME,
    onGesture: onMove,
  });
  useHeldInPlane(held?.active ?? false);
  /** Not farther than the axis reaches. */
  const inside = (value: number) => {
    const reach = (place: number) => (place - frame.screenX(0)) / frame.unit;
    return Math.min(reach(left + width), Math.max(reach(left), value));
  };
  const drag = useDrag<{ readonly index: number; readonly from: number }>(marks, {
    onStart: ({ index, from }) => start(index, from),
    onMove: (dx, _dy, { from }) => move(inside(from + dx / frame.unit)),
    onEnd: end,
    onCancel: cancel,
  });
  const press = (index: number) => (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const action = clusterKeyAction(event.key, event.shiftKey);
    if (action?.kind === 'remove') onForget(index);
    else if (action?.kind === 'move' && action.dx !== 0) {
      const from = of(index)?.at ?? values[index];
      start(index, from);
      move(inside(from + (action.dx * KEY_STEP) / frame.unit));
    } else return;
    // These keys train the model elsewhere on the page.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g ref={marks}>
      {values.map((value, index) => {
        const shown = held?.target === index ? held.at : value;
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: observations are told apart by their number
            key={index}
            role="button"
            tabIndex={0}
            className="product-grip"
            aria-label={`Observation ${index + 1}`}
            aria-description={`at ${name} ${ownText(frame.units[0], shown)}; left and right arrow move it, with Shift further; Delete removes it`}
            aria-keyshortcuts="ArrowLeft ArrowRight Delete"
            transform={`translate(${frame.screenX(shown)} ${top + height})`}
            onKeyDown={press(index)}
            onKeyUp={end}
            onBlur={end}
            {...drag({ index, from: shown })}
          >
            <circle className="product-hit" r={HIT_RADIUS} />
            <circle className="product-focus" r={HIT_RADIUS - 2} />
            <path className="observation-mark" d="M0,-7L6,3A7,7 0 1 1 -6,3Z" />
          </g>
        );
      })}
    </g>
  );
}
