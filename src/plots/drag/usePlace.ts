import { useRef } from 'react';
import type { PlanePoint, Screen } from '../plane/coordinates.ts';
import { screen } from '../plane/coordinates.ts';
import { type Frame, insideArea } from '../plane/frame.ts';
import type { Gesture } from './gesture.ts';
import { useDrag } from './useDrag.ts';
import { useHeld } from './useHeld.ts';

/** Places closer than this are the same, pixels. */
const SAME = 0.01;

/**
 * A mark on a plane that is dragged or moved by keys: where it is drawn, and the props of its
 * element, which `mark` refers to. It stays under the pointer beyond the plot's border too.
 *
 * @param at where the model has it
 */
export function usePlace<P extends PlanePoint<string>>(
  frame: Frame<P>,
  at: P,
  onGesture: (gesture: Gesture<P>) => void,
) {
  const mark = useRef<SVGGElement>(null);
  const { held, of, start, move, end, cancel } = useHeld<P>({
    modelOf: () => ({ at }),
    agree: (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) * frame.unit < SAME,
    onGesture,
  });
  const shown = held?.at ?? at;
  const stands = insideArea(frame, shown);
  const drag = useDrag<Screen>(mark, {
    onStart: () => start(undefined, shown),
    onMove: (dx, dy, from) => move(frame.fromScreen(screen(from[0] + dx, from[1] + dy))),
    onEnd: end,
    onCancel: cancel,
  });
  return {
    mark,
    shown,
    stands,
    props: { ...drag(stands), onKeyUp: end, onBlur: end },
    /** One stroke of a key; the gesture ends when the key goes up. */
    step(to: (from: P) => P): void {
      const from = of(undefined)?.at ?? at;
      start(undefined, from);
      move(to(from));
    },
  };
}
