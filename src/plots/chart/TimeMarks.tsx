import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import { useDrag } from '../drag/useDrag.ts';
import { useHeld } from '../drag/useHeld.ts';
import { useChart } from './Chart.tsx';
import { Crosshair } from './Crosshair.tsx';
import { inputEndAfterKey, inputEndText } from './inputEnd.ts';

/** What all charts over the same time take. */
export interface TimeProps {
  /** How many there are, from step 0 on. */
  readonly steps: number;
  /** The step under the pointer, in any of the charts. */
  readonly hovered: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
}

interface HoverLineProps {
  readonly step: number | null;
  /** Whether to write the step above the line. */
  readonly named: boolean;
  /** The value there, to be written with the step. */
  readonly reading?: string | undefined;
}

/** The step under the pointer, in all charts over the same time. */
export function HoverLine({ step, named, reading }: HoverLineProps) {
  const { x } = useChart();
  if (step === null || step < x.ends.low || step > x.ends.high) return null;
  const name = reading === undefined ? `step ${step}` : `step ${step}, ${reading}`;
  return <Crosshair at={x.at(step)} name={named ? name : undefined} />;
}

export interface InputEndProps {
  /** First step without input: 0 for no input at all, null for input throughout. */
  readonly inputEnd: number | null;
  /** Called while the line is dragged or moved by keys; without it the line stands still. */
  readonly onInputEnd?: ((gesture: Gesture<number | null>) => void) | undefined;
}

interface InputEndLineProps extends InputEndProps {
  /** Whether to write above it what it is; where a note stands there, another chart says it. */
  readonly named: boolean;
}

const HIT_WIDTH = 24;
const same = (a: number | null, b: number | null): boolean => a === b;

/** The line where input ends. It can be dragged to the very start, and off at the right. */
export function InputEndLine({ inputEnd, onInputEnd, named }: InputEndLineProps) {
  const { area, x: time } = useChart();
  // Borders between steps are half a step from their middles.
  const steps = time.ends.high + 0.5;
  const line = useRef<SVGGElement>(null);
  const { held, of, start, move, end, cancel } = useHeld<number | null>({
    modelOf: () => ({ at: inputEnd }),
    agree: same,
    onGesture: onInputEnd,
  });
  const step = held === null ? inputEnd : held.at;
  const isOff = step === null || step > steps;
  const x = time.at((isOff ? steps : step) - 0.5);
  const bottom = area.top + area.height;

  const drag = useDrag<number>(line, {
    onStart: () => start(undefined, step),
    onMove(dx, _dy, from) {
      const border = Math.max(0, Math.round(time.valueAt(from + dx) + 0.5));
      move(border >= steps ? null : border);
    },
    onEnd: end,
    onCancel: cancel,
  });
  const press = (event: KeyboardEvent): void => {
    const now = of(undefined);
    const from = now === null ? inputEnd : now.at;
    const next = inputEndAfterKey(event.key, event.shiftKey, from, steps);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    start(undefined, from);
    move(next);
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
        aria-valuemin={0}
        aria-valuemax={steps}
        aria-valuenow={isOff ? steps : step}
        aria-valuetext={inputEndText(isOff ? null : step)}
        aria-keyshortcuts="ArrowLeft ArrowRight PageUp PageDown Home End Delete"
        data-held={held?.active ?? false}
        onKeyDown={press}
        onKeyUp={end}
        onBlur={end}
        {...drag(x)}
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
