import type { ChangeEvent, KeyboardEvent } from 'react';
import { memo, useRef } from 'react';
import type { Gesture } from '../drag/gesture.ts';
import { useHeld } from '../drag/useHeld.ts';

interface ColumnFactorProps {
  /** Counted from 0. */
  readonly column: number;
  readonly width: number;
  readonly factor: number;
  readonly range: readonly [number, number];
  /** `target`: the column. */
  readonly onFactor: ((gesture: Gesture<number, number>) => void) | undefined;
  readonly onHighlight: ((column: number | null) => void) | undefined;
}

const STEP = 0.01;
const LARGE = 0.1;
/** Across, pixels. */
const LARGEST_THUMB = 16;
const same = (a: number, b: number): boolean => Math.abs(a - b) < STEP / 10;
const resetKeys = new Set(['Delete', 'Backspace']);

/**
 * Stands above a column and multiplies it: 1 in the middle, where a double click returns it.
 * Remembered, so that the slider in the hand does not bring all others up to date.
 */
export const ColumnFactor = memo(function ColumnFactor(props: ColumnFactorProps) {
  const { column, factor, range, width, ...on } = props;
  const [low, high] = range;
  const gesture = useRef(false);
  const { held, of, start, move, end } = useHeld<number, number>({
    modelOf: () => ({ at: factor }),
    agree: same,
    onGesture: on.onFactor,
    isInput: true,
  });
  const shown = held?.at ?? factor;
  const moveTo = (value: number): void => {
    start(column, of(column)?.at ?? factor);
    move(Number(Math.min(high, Math.max(low, value)).toFixed(2)));
  };
  const finish = (): void => {
    gesture.current = false;
    end();
  };
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    moveTo(event.target.valueAsNumber);
    // Set by an assistive technology, with neither a pointer nor a key.
    if (!gesture.current) finish();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    gesture.current = true;
    const isLarge = event.shiftKey && event.key.startsWith('Arrow');
    if (!isLarge && !resetKeys.has(event.key)) return;
    event.preventDefault();
    const up = event.key === 'ArrowUp' || event.key === 'ArrowRight';
    moveTo(isLarge ? shown + (up ? LARGE : -LARGE) : 1);
  };

  return (
    <input
      type="range"
      className="column-factor"
      style={{ width, ['--thumb' as string]: `${Math.min(LARGEST_THUMB, width - 2)}px` }}
      aria-label={`Column ${column + 1} factor`}
      aria-orientation="vertical"
      aria-valuetext={shown === 1 ? '1, as learned' : shown.toFixed(2)}
      data-edited={shown !== 1}
      min={low}
      max={high}
      step={STEP}
      value={shown}
      onChange={change}
      onKeyDown={press}
      onKeyUp={finish}
      onPointerDown={() => {
        gesture.current = true;
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
      onBlur={finish}
      onDoubleClick={() => {
        moveTo(1);
        finish();
      }}
      onPointerEnter={() => on.onHighlight?.(column)}
      onPointerLeave={() => on.onHighlight?.(null)}
    />
  );
});
