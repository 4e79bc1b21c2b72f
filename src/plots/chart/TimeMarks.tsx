import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Calendar } from '../../datasets/calendar.ts';
import type { Gesture } from '../drag/gesture.ts';
import { useGrip } from '../drag/useGrip.ts';
import { type AxisOf, timeAxis } from './axes.ts';
import { useChart } from './Chart.tsx';
import { Crosshair } from './Crosshair.tsx';
import { inputEndAfterKey, inputEndText } from './inputEnd.ts';

/** What all charts over the same time take. */
export interface TimeProps {
  /** How many there are, from step 0 on. */
  readonly steps: number;
  /** When they are; the axis counts them where it is not known. */
  readonly calendar?: Calendar | undefined;
  /** The step under the pointer, in any of the charts. */
  readonly hovered: number | null;
  readonly onHover?: ((step: number | null) => void) | undefined;
}

type CalendarAxis = typeof import('./calendarAxis.ts').calendarAxis;
/** Once it is loaded: few series have dates. */
let calendarAxis: CalendarAxis | null = null;

/** The axis of charts over the same time: dates where they are known, or numbers of steps. */
export function useTimeAxis({ steps, calendar }: Pick<TimeProps, 'steps' | 'calendar'>): AxisOf {
  const [dated, setDated] = useState(() => calendarAxis);
  const isMissing = calendar !== undefined && dated === null;
  useEffect(() => {
    if (!isMissing) return;
    const take = (module: { readonly calendarAxis: CalendarAxis }): void => {
      calendarAxis = module.calendarAxis;
      setDated(() => calendarAxis);
    };
    // Without it the axis counts steps.
    import('./calendarAxis.ts').then(take, () => undefined);
  }, [isMissing]);
  return useMemo(
    () => (calendar && dated ? dated(steps, calendar) : timeAxis(steps)),
    [steps, calendar, dated],
  );
}

interface HoverLineProps {
  readonly step: number | null;
  /** Whether to write the step above the line. */
  readonly named: boolean;
  /** The value there, to be written with the step. */
  readonly reading?: string | undefined;
}

/** The step under the pointer, in all charts over the same time. */
export const HoverLine = memo(function HoverLine({ step, named, reading }: HoverLineProps) {
  const { x } = useChart();
  if (step === null || step < x.ends.low || step > x.ends.high) return null;
  const when = x.stepName?.(step) ?? `step ${step}`;
  const name = reading === undefined ? when : `${when}, ${reading}`;
  return <Crosshair at={x.at(step)} name={named ? name : undefined} />;
});

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
export const InputEndLine = memo(function InputEndLine(props: InputEndLineProps) {
  const { inputEnd, onInputEnd, named } = props;
  const { area, x: time } = useChart();
  // Borders between steps are half a step from their middles.
  const steps = time.ends.high + 0.5;
  const line = useRef<SVGGElement>(null);
  const lineAt = (step: number | null) => time.at(Math.min(steps, step ?? steps) - 0.5);
  const { held, propsOf } = useGrip<number | null>(line, {
    modelOf: () => ({ at: inputEnd }),
    agree: same,
    onGesture: onInputEnd,
    pulled(from, dx) {
      const border = Math.max(0, Math.round(time.valueAt(lineAt(from) + dx) + 0.5));
      return border >= steps ? null : border;
    },
    keyed: (event, from) => inputEndAfterKey(event.key, event.shiftKey, from, steps),
  });
  const step = held === null ? inputEnd : held.at;
  const isOff = step === null || step > steps;
  const x = lineAt(step);
  const bottom = area.top + area.height;

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
        aria-valuetext={inputEndText(isOff ? null : step, time.stepName)}
        aria-keyshortcuts="ArrowLeft ArrowRight PageUp PageDown Home End Delete"
        data-held={held?.active ?? false}
        {...propsOf(undefined, step)}
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
});
