import { type KeyboardEvent, useRef, useState } from 'react';
import { useChart } from '../../../../plots/chart/Chart.tsx';
import { Rule } from '../../../../plots/chart/Rule.tsx';
import type { GesturePhase } from '../../../../plots/drag/gesture.ts';
import { useDrag } from '../../../../plots/drag/useDrag.ts';
import { placeInPlot } from '../../../../plots/style/plotScale.ts';
import { AXIS, DRAWN_POINTS } from '../../targets.ts';

interface DrawnDensityProps {
  /** As they are now, also where no picture has shown the last stroke yet. */
  readonly heights: () => readonly number[];
  readonly onDraw: (phase: GesturePhase, heights: readonly number[]) => void;
}

/** Of an arrow key up or down, as a fraction of the height of the chart. */
const KEY_RISE = 0.04;

/** The whole area of the chart is drawn in: a stroke sets the heights that it passes. */
export function DrawnDensity({ heights, onDraw }: DrawnDensityProps) {
  const { area, x, y } = useChart();
  const surface = useRef<SVGRectElement>(null);
  const stroke = useRef<{ heights: number[]; at: number; top: number } | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);

  // Heights are in units of the density that is drawn now, whatever they were in before.
  const step = (AXIS.high - AXIS.low) / (DRAWN_POINTS - 1);
  const scaled = () => {
    const drawn = heights();
    const mass = drawn.reduce((sum, height) => sum + height, 0) * step;
    return Array.from({ length: DRAWN_POINTS }, (_, i) => {
      const at = (i / (DRAWN_POINTS - 1)) * (drawn.length - 1);
      const left = Math.min(drawn.length - 2, Math.floor(at));
      const share = at - left;
      return (drawn[left] * (1 - share) + drawn[left + 1] * share) / (mass || 1);
    });
  };
  const indexAt = (left: number) =>
    Math.min(DRAWN_POINTS - 1, Math.max(0, Math.round((x.valueAt(left) - AXIS.low) / step)));
  const levelAt = (top: number) =>
    Math.max(0, y.valueAt(Math.min(area.top + area.height, Math.max(area.top, top))));

  const drag = useDrag<readonly [number, number]>(surface, {
    onStart: ([left, top]) => {
      stroke.current = { heights: scaled(), at: indexAt(left), top };
      onDraw('start', heights());
    },
    onMove: (dx, dy, [left, top]) => {
      const { current } = stroke;
      if (!current) return;
      const [from, to] = [current.at, indexAt(left + dx)];
      const [low, high] = [levelAt(current.top), levelAt(top + dy)];
      for (let i = Math.min(from, to); i <= Math.max(from, to); i++) {
        const share = from === to ? 1 : (i - from) / (to - from);
        current.heights[i] = low + share * (high - low);
      }
      Object.assign(current, { at: to, top: top + dy });
      if (current.heights.some((height) => height > 0)) onDraw('move', current.heights);
    },
    onEnd: () => {
      // Without any mass it is refused in words.
      if (stroke.current) onDraw('end', stroke.current.heights);
    },
    onCancel: () => onDraw('cancel', heights()),
  });

  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const upwards = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (sideways === undefined && upwards === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = cursor ?? (DRAWN_POINTS - 1) / 2;
    if (sideways !== undefined)
      setCursor(Math.min(DRAWN_POINTS - 1, Math.max(0, at + sideways * (event.shiftKey ? 5 : 1))));
    if (upwards !== undefined) {
      const next = scaled();
      const rise = KEY_RISE * (event.shiftKey ? 5 : 1) * y.ends.high;
      next[at] = Math.max(0, next[at] + upwards * rise);
      onDraw('start', heights());
      onDraw('end', next);
    }
  };
  const place = cursor === null ? null : AXIS.low + cursor * step;
  return (
    <g>
      <rect
        ref={surface}
        role="slider"
        tabIndex={0}
        className="drawing-surface drawing-area"
        aria-label="Drawn density"
        aria-description="Draw p across the chart. With keys: left and right move the pen, up and down change the height there, with Shift further."
        aria-valuenow={place ?? 0}
        aria-valuetext={place === null ? 'the pen is in the middle' : `pen at ${place.toFixed(1)}`}
        {...area}
        x={area.left}
        y={area.top}
        onKeyDown={press}
        onFocus={() => setCursor((at) => at ?? (DRAWN_POINTS - 1) / 2)}
        onBlur={() => setCursor(null)}
        onPointerDown={(event) => {
          const host = event.currentTarget.closest<HTMLDivElement>('.plot');
          if (host) drag(placeInPlot({ current: host }, event)).onPointerDown(event);
        }}
        onPointerMove={drag([0, 0]).onPointerMove}
        onPointerUp={drag([0, 0]).onPointerUp}
        onPointerCancel={drag([0, 0]).onPointerCancel}
      />
      {place !== null && <Rule along="x" at={place} width={2} />}
    </g>
  );
}
