import { type PointerEvent, useRef } from 'react';
import type { PlotPointerKind } from '../host/PlotHost.tsx';
import type { Screen } from './coordinates.ts';

/** A pointer that goes farther meanwhile does not click, CSS pixels. */
const SLOP = 4;

/** Tells of each report of a pointer whether a click ends with it: a press and a release at the same place. */
export function useClick(): (kind: PlotPointerKind, at: Screen, event: PointerEvent) => boolean {
  const pressed = useRef<Screen | null>(null);
  return (kind, at, { button }) => {
    const from = pressed.current;
    if (kind !== 'move') pressed.current = kind === 'down' && button === 0 ? at : null;
    return kind === 'up' && from !== null && Math.hypot(at[0] - from[0], at[1] - from[1]) <= SLOP;
  };
}
