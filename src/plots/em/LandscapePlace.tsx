import { format } from 'd3';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { clusterKeyAction } from '../clusterKeys.ts';
import type { PlanePoint } from '../coordinates.ts';
import type { Frame } from '../frame.ts';

/** A place in the space of two parameters. */
export type Parameters = PlanePoint<'parameters'>;

interface LandscapePlaceProps {
  readonly frame: Frame<Parameters>;
  /** Where the model is. */
  readonly at: readonly [number, number];
  readonly names: readonly [string, string];
  /** `isEnd`: there it is let go of. */
  readonly onMove: (to: readonly [number, number], isEnd: boolean) => void;
}

/** One step of an arrow key, pixels. */
const KEY_STEP = 4;
const HIT_RADIUS = 16;
/** Longest wait for the model's answer before its own place is shown again. */
const ANSWER_MS = 600;
const coordinate = format('.2f');

/** The present place on a landscape, to be dragged or moved by arrow keys. */
export function LandscapePlace({ frame, at, names, onMove }: LandscapePlaceProps) {
  /** Where a hand or a key has put it; null once the model has answered. */
  const [held, setHeld] = useState<readonly [number, number] | null>(null);
  const grip = useRef<{ readonly dx: number; readonly dy: number; hasMoved: boolean } | null>(null);
  const [px, py] = held ?? at;
  const { left, top, width, height } = frame.area;
  // A place outside the plot waits at its border, still within reach.
  const x = Math.min(left + width, Math.max(left, frame.screenX(px)));
  const y = Math.min(top + height, Math.max(top, frame.screenY(py)));

  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => {
      if (grip.current === null) setHeld(null);
    }, ANSWER_MS);
    return () => clearTimeout(timer);
  }, [held]);

  const put = (to: readonly [number, number], isEnd: boolean): void => {
    setHeld(to);
    onMove(to, isEnd);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const action = clusterKeyAction(event.key, event.shiftKey);
    if (action?.kind !== 'move') return;
    // These keys train the model elsewhere on the page.
    event.preventDefault();
    event.stopPropagation();
    const step = KEY_STEP / frame.unit;
    put([px + action.dx * step, py + action.dy * step], true);
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { dx: event.clientX - x, dy: event.clientY - y, hasMoved: false };
  };
  const placeOf = (event: PointerEvent, { dx, dy }: { readonly dx: number; readonly dy: number }) =>
    [
      px + (event.clientX - dx - x) / frame.unit,
      py - (event.clientY - dy - y) / frame.unit,
    ] as const;
  const move = (event: PointerEvent): void => {
    if (grip.current === null) return;
    event.stopPropagation();
    grip.current.hasMoved = true;
    put(placeOf(event, grip.current), false);
  };
  const up = (event: PointerEvent): void => {
    const { current } = grip;
    if (current === null) return;
    event.stopPropagation();
    grip.current = null;
    if (current.hasMoved) put(placeOf(event, current), true);
  };

  return (
    <g
      role="button"
      tabIndex={0}
      className="landscape-place"
      aria-label="Place on the landscape"
      aria-description={`at ${names[0]} ${coordinate(px)}, ${names[1]} ${coordinate(py)}; arrow keys move it, with Shift further`}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
      transform={`translate(${x} ${y})`}
      onKeyDown={press}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    >
      <circle className="landscape-hit" r={HIT_RADIUS} />
      <circle className="landscape-focus" r={HIT_RADIUS - 4} />
      <circle className="landscape-present" r={6} />
    </g>
  );
}
