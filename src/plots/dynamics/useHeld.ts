import { useCallback, useEffect, useRef, useState } from 'react';
import type { GesturePhase } from '../useManipulation.ts';

/** Longest wait for the model's answer to a released edit before its own value returns. */
const ANSWER_MS = 600;

interface HeldValue<T> {
  readonly value: T;
  /** False after the release, until the model has answered. */
  readonly active: boolean;
  /** Whether the gesture has changed anything; a gesture without a change is not reported. */
  readonly moved: boolean;
}

export interface Held<T> {
  /** What to draw: the value in the hand, or the model's. */
  readonly shown: T;
  readonly active: boolean;
  start(): void;
  /** Opens a gesture if there is none, so that single key presses are whole gestures. */
  move(value: T): void;
  end(): void;
}

/**
 * A value that can be dragged. During the drag it is local, so it follows at once and does not
 * fall back between the release and the model's answer. `onChange` hears of one start, any
 * number of moves and one end.
 */
export function useHeld<T>(
  value: T,
  onChange: ((value: T, phase: GesturePhase) => void) | undefined,
  agree: (held: T, model: T) => boolean,
): Held<T> {
  const [held, setHeld] = useState<HeldValue<T> | null>(null);
  // Several events can arrive between two renders; each builds on the one before.
  const latest = useRef<HeldValue<T> | null>(null);
  const put = useCallback((next: HeldValue<T> | null): void => {
    latest.current = next;
    setHeld(next);
  }, []);

  const start = (): void => {
    if (latest.current?.active) return;
    put({ value: latest.current?.value ?? value, active: true, moved: false });
  };
  const move = (to: T): void => {
    start();
    const current = latest.current;
    if (current === null || agree(current.value, to)) return;
    if (!current.moved) onChange?.(current.value, 'start');
    put({ value: to, active: true, moved: true });
    onChange?.(to, 'move');
  };
  const end = (): void => {
    const current = latest.current;
    if (!current?.active) return;
    put(current.moved ? { ...current, active: false } : null);
    if (current.moved) onChange?.(current.value, 'end');
  };

  const isWaiting = held !== null && !held.active;
  const answered = isWaiting && agree(held.value, value);
  useEffect(() => {
    if (answered) put(null);
  }, [answered, put]);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => put(null), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, put]);

  return { shown: held?.value ?? value, active: held?.active ?? false, start, move, end };
}
