import { useRef } from 'react';
import type { PlanePoint, Screen } from './plane/coordinates.ts';
import { screen } from './plane/coordinates.ts';
import { type Frame, insideArea } from './plane/frame.ts';
import { usePointerDrag } from './usePointerDrag.ts';

/**
 * A place of a plane under the pointer: where its mark stands, and handlers for its element, which
 * `mark` refers to. It stays under the pointer beyond the plot's border too.
 *
 * @param onMove `isEnd`: there it is let go of; not told of a press that has not moved
 */
export function useDraggedPlace<P extends PlanePoint<string>>(
  frame: Frame<P>,
  at: P,
  onMove: (to: P, isEnd: boolean) => void,
) {
  const mark = useRef<SVGGElement>(null);
  /** Where the mark stood when the pointer took hold, and where it has been taken since. */
  const held = useRef<{ readonly from: Screen; to: P | null } | null>(null);
  const stands = insideArea(frame, at);
  const drag = usePointerDrag(mark, {
    onGrasp: () => {
      held.current = { from: stands, to: null };
    },
    onDrag: (dx, dy) => {
      if (held.current === null) return;
      const { from } = held.current;
      held.current.to = frame.fromScreen(screen(from[0] + dx, from[1] + dy));
      onMove(held.current.to, false);
    },
    onRelease: () => {
      if (held.current?.to) onMove(held.current.to, true);
      held.current = null;
    },
  });
  return { mark, stands, drag };
}
