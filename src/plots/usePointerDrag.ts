import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { useRef } from 'react';
import { plotScale } from './style/plotScale.ts';
import { useEarlyMoves } from './useEarlyMoves.ts';

/** A position, pixels in the window. */
interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PointerDrag {
  onPointerDown(event: ReactPointerEvent<Element>): void;
  onPointerMove(event: ReactPointerEvent<Element>): void;
  onPointerUp(event: ReactPointerEvent<Element>): void;
  onPointerCancel(event: ReactPointerEvent<Element>): void;
}

interface DragHandlers {
  readonly onGrasp: () => void;
  /** How far the pointer is from where it took hold, pixels of the plot. */
  readonly onDrag: (dx: number, dy: number) => void;
  readonly onRelease: () => void;
}

/** Pointer handlers of something that is dragged; spread them on the element `target` refers to. */
export function usePointerDrag(
  target: RefObject<Element | null>,
  { onGrasp, onDrag, onRelease }: DragHandlers,
): PointerDrag {
  const grip = useRef<{ readonly pointer: number; readonly from: Place; last: Place } | null>(null);

  const follow = ({
    pointerId,
    clientX: x,
    clientY: y,
  }: Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>): void => {
    const held = grip.current;
    if (held?.pointer !== pointerId) return;
    // The same place is reported twice: early, and with the display frame.
    if (held.last.x === x && held.last.y === y) return;
    held.last = { x, y };
    onDrag((x - held.from.x) / plotScale(), (y - held.from.y) / plotScale());
  };
  useEarlyMoves(target, follow);
  const release = (event: ReactPointerEvent<Element>): void => {
    if (grip.current?.pointer !== event.pointerId) return;
    event.stopPropagation();
    grip.current = null;
    onRelease();
  };

  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const from = { x: event.clientX, y: event.clientY };
      grip.current = { pointer: event.pointerId, from, last: from };
      onGrasp();
    },
    onPointerMove(event) {
      if (grip.current?.pointer !== event.pointerId) return;
      event.stopPropagation();
      follow(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}
