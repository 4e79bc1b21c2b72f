import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Data, PlanePoint } from '../plane/coordinates.ts';
import { data } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import { useHeldInPlane, useScene } from '../plane/scene.ts';
import { usePlotStyle } from '../style/style.ts';

/** How own points are drawn into the data plot. */
export interface Drawing {
  readonly tool: 'brush' | 'eraser';
  /** Class given to new points. */
  readonly label: number;
  /** Radius of brush and eraser, data units. */
  readonly radius: number;
  /** New points of one class: one per click, several along a stroke. */
  readonly onAdd: (points: readonly Data[], label: number) => void;
  /** Everything within the radius is to go. */
  readonly onErase: (centre: Data, radius: number) => void;
}

export interface DrawingSurfaceProps {
  readonly drawing: Drawing;
  readonly pointer: Data | null;
}

const STEP = 8;
const LARGE = 5;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The brush's outline, and a crosshair that draws with the keyboard: arrows move it, Enter or Space uses the tool. */
export function DrawingSurface({ drawing, pointer }: DrawingSurfaceProps) {
  const { frame, clip } = useScene<Data>();
  const { colour } = usePlotStyle();
  useHeldInPlane(true);
  const { area } = frame;
  const [cursor, setCursor] = useState<Data>(() => centreOf(frame));
  const [focused, setFocused] = useState(false);
  const shown = pointer ?? (focused ? cursor : null);

  const press = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = (STEP * (event.shiftKey ? LARGE : 1)) / frame.unit;
      setCursor(data(cursor[0] + arrow[0] * step, cursor[1] + arrow[1] * step));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (drawing.tool === 'brush') drawing.onAdd([cursor], drawing.label);
      else drawing.onErase(cursor, drawing.radius);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <g
      role="application"
      tabIndex={0}
      clipPath={clip}
      data-export="skip"
      className="drawing-surface"
      aria-label="Drawing surface"
      aria-description="Arrow keys move the crosshair, Enter uses the brush or eraser"
      onKeyDown={press}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <rect
        className="drawing-area"
        x={area.left}
        y={area.top}
        width={area.width}
        height={area.height}
      />
      {shown !== null && (
        <g transform={`translate(${frame.toScreen(shown).join(' ')})`} pointerEvents="none">
          <circle
            className="drawing-brush"
            r={drawing.radius * frame.unit}
            stroke={colour(drawing.label)}
            strokeDasharray={drawing.tool === 'eraser' ? '4 3' : undefined}
          />
          <path className="drawing-crosshair" d="M-5,0H5M0,-5V5" />
        </g>
      )}
    </g>
  );
}

function centreOf(frame: Frame<PlanePoint<string>>): Data {
  const { left, top, width, height } = frame.area;
  const [x, y] = frame.fromScreen([left + width / 2, top + height / 2] as never);
  return data(x, y);
}
