import { type KeyboardEvent, useRef } from 'react';
import type { PlanePoint } from '../plane/coordinates.ts';
import { screen } from '../plane/coordinates.ts';
import { type Frame, insideArea } from '../plane/frame.ts';
import type { Gesture } from './gesture.ts';
import { useGrip } from './useGrip.ts';

/** Places closer than this are the same, pixels. */
const SAME = 0.01;

/**
 * A mark on a plane that is dragged or moved by keys: where it is drawn, and the props of its
 * element, which `mark` refers to. It stays under the pointer beyond the plot's border too.
 *
 * @param at where the model has it
 * @param keyed where a key puts it; undefined for keys that do not move it
 */
export function usePlace<P extends PlanePoint<string>>(
  frame: Frame<P>,
  at: P,
  onGesture: (gesture: Gesture<P>) => void,
  keyed: (event: KeyboardEvent, from: P) => P | undefined,
) {
  const mark = useRef<SVGGElement>(null);
  const { held, propsOf } = useGrip<P>(mark, {
    modelOf: () => ({ at }),
    agree: (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) * frame.unit < SAME,
    onGesture,
    pulled(from, dx, dy) {
      const [x, y] = frame.toScreen(from);
      return frame.fromScreen(screen(x + dx, y + dy));
    },
    keyed,
  });
  const shown = held?.at ?? at;
  const stands = insideArea(frame, shown);
  return { mark, shown, stands, props: propsOf(undefined, shown, frame.fromScreen(stands)) };
}
