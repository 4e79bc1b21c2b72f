import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Calls `onMove` with every report of a pointer over, or held by, an element: browsers hand
 * `pointermove` out once per display frame, which would let the answer of the model wait for one
 * frame more. Where there are no such early reports nothing is called; `pointermove`, which comes
 * in any case, has to do as well.
 */
export function useEarlyMoves(
  target: RefObject<Element | null>,
  onMove: (event: PointerEvent) => void,
): void {
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const element = target.current;
    const move = (event: Event): void => latest.current(event as PointerEvent);
    element?.addEventListener('pointerrawupdate', move);
    return () => element?.removeEventListener('pointerrawupdate', move);
  }, [target]);
}
