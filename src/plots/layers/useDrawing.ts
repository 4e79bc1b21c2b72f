import type { PointerEvent } from 'react';
import { useRef, useState } from 'react';
import { useDrag } from '../drag/useDrag.ts';
import type { PlotPointerKind } from '../host/PlotHost.tsx';
import type { Data, Screen } from '../plane/coordinates.ts';
import { data, screen } from '../plane/coordinates.ts';
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

  const stroke = useDrag<{ readonly from: Screen; readonly frame: Frame<Data> }>(null, {
    onStart({ from, frame }) {
      last.current = from;
      apply(frame.fromScreen(from), 0);
    },
    onMove(dx, dy, { from, frame }) {
      const at = screen(from[0] + dx, from[1] + dy);
      const [x, y] = last.current ?? from;
      if (Math.hypot(at[0] - x, at[1] - y) < SPACING) return;
      last.current = at;
      apply(frame.fromScreen(at), drawing?.radius ?? 0);
    },
    // What has been drawn stays: undo takes it back.
    onEnd: () => {
      last.current = null;
    },
    onCancel: () => {
      last.current = null;
    },
  });

  const onPointer = (
    kind: PlotPointerKind,
    at: Screen,
    frame: Frame<Data>,
    event: PointerEvent,
  ): void => {
    if (drawing === undefined) return;
    const pointer = stroke({ from: at, frame });
    if (kind === 'down') pointer.onPointerDown(event);
    else if (kind === 'move') {
      setPointer(frame.fromScreen(at));
      pointer.onPointerMove(event);
    } else if (kind !== 'leave') pointer.onPointerUp(event);
    else if (last.current === null) setPointer(null);
  };

  return { pointer, onPointer };
}
