import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { useHeld } from '../dynamics/useHeld.ts';
import type { GesturePhase } from '../useManipulation.ts';
import { usePointerDrag } from '../usePointerDrag.ts';
import { inputEndAfterKey, inputEndText } from './inputEnd.ts';
import type { TimeFrame } from './timeScale.ts';

interface HoverLineProps {
  readonly frame: TimeFrame;
  readonly step: number | null;
  /** Whether to write the step above the line. */
  readonly named: boolean;
  /** What stands there, to be written with the step. */
  readonly reading?: string | undefined;
}

/** The step under the pointer, in all charts over the same time. */
export function HoverLine({ frame, step, named, reading }: HoverLineProps) {
  if (step === null || step < frame.domain.from || step >= frame.domain.to) return null;
  const { area } = frame;
  const x = frame.middle(step);
  return (
    <g aria-hidden="true" pointerEvents="none" data-export="skip">
      <line className="chart-crosshair" x1={x} x2={x} y1={area.top} y2={area.top + area.height} />
      {named && (
        <text className="plot-tick chart-step" x={x} y={area.top - 9} textAnchor="middle">
          {reading === undefined ? `step ${step}` : `step ${step}, ${reading}`}
        </text>
      )}
    </g>
  );
}

export interface InputEndProps {
  /** First step without input: 0 for no input at all, null for input throughout. */
  readonly inputEnd: number | null;
  /** Called while the line is dragged or moved by keys; without it the line stands still. */
  readonly onInputEnd?: ((step: number | null, phase: GesturePhase) => void) | undefined;
}

interface InputEndLineProps extends InputEndProps {
  readonly frame: TimeFrame;
  /** Whether to write above it what it is; where a note stands there, another chart says it. */
  readonly named: boolean;
}

const HIT_WIDTH = 24;
const same = (a: number | null, b: number | null): boolean => a === b;

/** The line where input ends. It can be dragged to the very start, and off at the right. */
export function InputEndLine({ frame, inputEnd, onInputEnd, named }: InputEndLineProps) {
  const { area, domain } = frame;
  const line = useRef<SVGGElement>(null);
  const from = useRef(0);
  const held = useHeld(inputEnd, onInputEnd, same);
  const step = held.shown;
  const isOff = step === null || step > domain.to;
  const x = frame.x(isOff ? domain.to : Math.max(domain.from, step));
  const bottom = area.top + area.height;

  const drag = usePointerDrag(line, {
    onGrasp: () => {
      from.current = x;
      held.start();
    },
    onDrag: (dx) => {
      const border = frame.borderAt(from.current + dx);
      // Where the shown steps begin there is nothing left to be input.
      held.move(border >= domain.to ? null : border);
    },
    onRelease: held.end,
  });
  const press = (event: KeyboardEvent): void => {
    const next = inputEndAfterKey(event.key, event.shiftKey, step, domain);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    held.move(next);
  };

  if (onInputEnd === undefined) {
    if (isOff) return null;
    return (
      <g className="input-end" aria-hidden="true" pointerEvents="none">
        <line className="input-end-line" x1={x} x2={x} y1={area.top} y2={bottom} />
      </g>
    );
  }
  const isRight = x > area.left + area.width / 2;
  return (
    <>
      <g
        ref={line}
        role="slider"
        tabIndex={0}
        className="input-end"
        aria-label="Input ends"
        aria-orientation="horizontal"
        aria-valuemin={domain.from}
        aria-valuemax={domain.to}
        aria-valuenow={isOff ? domain.to : step}
        aria-valuetext={inputEndText(isOff ? null : step, domain)}
        aria-keyshortcuts="ArrowLeft ArrowRight PageUp PageDown Home End Delete"
        data-held={held.active}
        onKeyDown={press}
        onKeyUp={held.end}
        onBlur={held.end}
        {...drag}
      >
        <rect
          className="input-end-hit"
          x={x - HIT_WIDTH / 2}
          y={area.top}
          width={HIT_WIDTH}
          height={area.height}
          data-export="skip"
        />
        <line className="input-end-line" x1={x} x2={x} y1={area.top} y2={bottom} data-off={isOff} />
        <path className="input-end-grip" d={`M${x},${area.top}m-6,-7h12v3l-6,7l-6,-7z`} />
      </g>
      {named && (
        <text
          className="input-end-name"
          x={x + (isRight ? -10 : 10)}
          y={area.top - 9}
          textAnchor={isRight ? 'end' : 'start'}
          aria-hidden="true"
        >
          {isOff ? 'input throughout' : 'input ends'}
        </text>
      )}
    </>
  );
}
