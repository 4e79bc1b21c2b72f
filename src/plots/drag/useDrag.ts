import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { plotScale } from '../style/plotScale.ts';

export interface DragHandlers<Target> {
  /** It has been pressed. */
  readonly onPress?: (target: Target) => void;
  /** The pointer has gone farther than a press. */
  readonly onStart?: (target: Target) => void;
  /** How far the pointer is from where it was pressed, pixels of the plot. */
  readonly onMove: (dx: number, dy: number, target: Target) => void;
  readonly onEnd: (target: Target) => void;
  /** It has been released where it was pressed. */
  readonly onClick?: (target: Target) => void;
  /** Escape was pressed: what was dragged goes back. */
  readonly onCancel: (target: Target) => void;
  /** Movement below this many pixels is a press, not a drag. */
  readonly threshold?: number;
}

export interface PointerProps {
  onPointerDown(event: ReactPointerEvent<Element>): void;
  onPointerMove(event: ReactPointerEvent<Element>): void;
  onPointerUp(event: ReactPointerEvent<Element>): void;
  onPointerCancel(event: ReactPointerEvent<Element>): void;
}

type Report = Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>;

/** What a pointer has taken hold of, and how far it has gone, pixels of the window. */
interface Grip<Target> {
  readonly target: Target;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  dx: number;
  dy: number;
  started: boolean;
  /** Stops listening for Escape. */
  readonly forget: () => void;
}

/**
 * Something that a pointer drags: captured, followed with every report of the pointer, and given
 * back with Escape. Returns the props of the element for a target.
 *
 * @param area the dragged element or one around it. Browsers hand `pointermove` out once for each
 *   display frame, which would let the model's answer wait for one frame more; what comes earlier
 *   is heard there, if there is one.
 */
export function useDrag<Target = undefined>(
  area: RefObject<Element | null> | null,
  handlers: DragHandlers<Target>,
): (target: Target) => PointerProps {
  const latest = useRef(handlers);
  const grip = useRef<Grip<Target> | null>(null);

  const letGo = (): Grip<Target> | null => {
    const { current } = grip;
    current?.forget();
    grip.current = null;
    return current;
  };
  const follow = ({ pointerId, clientX, clientY }: Report): void => {
    const held = grip.current;
    if (held?.pointer !== pointerId) return;
    const dx = clientX - held.x;
    const dy = clientY - held.y;
    // The same place is reported twice: early, and with the display frame.
    if (dx === held.dx && dy === held.dy) return;
    held.dx = dx;
    held.dy = dy;
    const scale = plotScale();
    const { threshold = 0, onStart, onMove } = latest.current;
    if (!held.started && Math.hypot(dx, dy) < threshold * scale) return;
    if (!held.started) onStart?.(held.target);
    held.started = true;
    onMove(dx / scale, dy / scale, held.target);
  };
  const release = (event: ReactPointerEvent<Element>): void => {
    if (grip.current?.pointer !== event.pointerId) return;
    event.stopPropagation();
    const held = letGo();
    if (!held) return;
    if (held.started) latest.current.onEnd(held.target);
    else if (event.type === 'pointerup') latest.current.onClick?.(held.target);
  };
  const listenForEscape = (): (() => void) => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // It is this drag's: no dialog, no presentation ends with it.
      event.preventDefault();
      event.stopImmediatePropagation();
      const held = letGo();
      if (held?.started) latest.current.onCancel(held.target);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  };

  const followLatest = useRef(follow);
  useEffect(() => {
    latest.current = handlers;
    followLatest.current = follow;
  });
  useEffect(() => {
    const element = area?.current;
    const move = (event: Event): void => followLatest.current(event as PointerEvent);
    element?.addEventListener('pointerrawupdate', move);
    return () => element?.removeEventListener('pointerrawupdate', move);
  }, [area]);
  useEffect(() => () => void grip.current?.forget(), []);

  return (target) => ({
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      letGo();
      const { onPress, onStart, threshold = 0 } = latest.current;
      const started = threshold === 0;
      grip.current = {
        ...{ target, pointer: event.pointerId, x: event.clientX, y: event.clientY },
        ...{ dx: 0, dy: 0, started, forget: listenForEscape() },
      };
      onPress?.(target);
      if (started) onStart?.(target);
    },
    onPointerMove(event) {
      if (grip.current?.pointer !== event.pointerId) return;
      event.stopPropagation();
      follow(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  });
}
