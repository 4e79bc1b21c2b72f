import { useRef } from 'react';
import { ownText } from '../../datasets/columnUnits.ts';
import type { Gesture } from '../drag/gesture.ts';
import { passFocusOn } from '../drag/passFocusOn.ts';
import { useGrip } from '../drag/useGrip.ts';
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
  const { held, propsOf } = useGrip<number, number>(marks, {
    modelOf: (index) => (index < values.length ? { at: values[index] } : null),
    agree: (a, b) => Math.abs(a - b) * frame.unit < SAME,
    onGesture: onMove,
    pulled: (from, dx) => inside(from + dx / frame.unit),
    keyed(event, from) {
      const action = clusterKeyAction(event.key, event.shiftKey);
      if (action?.kind !== 'move' || action.dx === 0) return undefined;
      return inside(from + (action.dx * KEY_STEP) / frame.unit);
    },
    pressed(event, index) {
      const isRemoving = clusterKeyAction(event.key, event.shiftKey)?.kind === 'remove';
      if (isRemoving) onForget(index);
      return isRemoving;
    },
  });
  useHeldInPlane(held?.active ?? false);
  /** Not farther than the axis reaches. */
  const inside = (value: number) => {
    const reach = (place: number) => (place - frame.screenX(0)) / frame.unit;
    return Math.min(reach(left + width), Math.max(reach(left), value));
  };
  return (
    <g ref={marks}>
      {values.map((value, index) => {
        const shown = held?.target === index ? held.at : value;
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: observations are told apart by their number
            key={index}
            ref={passFocusOn}
            role="button"
            tabIndex={0}
            className="product-grip"
            aria-label={`Observation ${index + 1}`}
            aria-description={`at ${name} ${ownText(frame.units[0], shown)}; left and right arrow move it, with Shift further; Delete removes it`}
            aria-keyshortcuts="ArrowLeft ArrowRight Delete"
            transform={`translate(${frame.screenX(shown)} ${top + height})`}
            {...propsOf(index, shown)}
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
