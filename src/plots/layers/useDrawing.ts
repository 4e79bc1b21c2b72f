import type { PointerEvent } from 'react';
import { useRef, useState } from 'react';
import type { PlotPointerKind } from '../host/PlotHost.tsx';
import type { Data, Screen } from '../plane/coordinates.ts';
import { data } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import type { Drawing } from './DrawingSurface.tsx';

/** A stroke leaves a point each time it has gone this far, pixels. */
const SPACING = 7;

/** A normal draw around `at`, by Box and Muller: its radius, then its direction. */
function scattered(at: Data, deviation: number): Data {
  const radius = deviation * Math.sqrt(-2 * Math.log(1 - Math.random()));
  const direction = 2 * Math.PI * Math.random();
  return data(at[0] + radius * Math.cos(direction), at[1] + radius * Math.sin(direction));
}

/** Pointer handlers of the brush and the eraser, and where the pointer is. */
export function useDrawing(drawing: Drawing | undefined) {
  const [pointer, setPointer] = useState<Data | null>(null);
  const last = useRef<Screen | null>(null);

  const apply = (at: Data, spread: number): void => {
    if (drawing === undefined) return;
    if (drawing.tool === 'eraser') drawing.onErase(at, drawing.radius);
    else {
      // A stroke scatters its points over the brush, two deviations to its border; a click puts one exactly.
      drawing.onAdd([scattered(at, spread / 2)], drawing.label);
    }
  };

  const onPointer = (
    kind: PlotPointerKind,
    at: Screen,
    frame: Frame<Data>,
    event: PointerEvent,
  ): void => {
    if (drawing === undefined) return;
    switch (kind) {
      case 'down':
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = at;
        apply(frame.fromScreen(at), 0);
        break;
      case 'move': {
        setPointer(frame.fromScreen(at));
        const from = last.current;
        if (from === null || Math.hypot(at[0] - from[0], at[1] - from[1]) < SPACING) break;
        last.current = at;
        apply(frame.fromScreen(at), drawing.radius);
        break;
      }
      case 'up':
      case 'cancel':
        last.current = null;
        break;
      case 'leave':
        if (last.current === null) setPointer(null);
    }
  };

  return { pointer, onPointer };
}
