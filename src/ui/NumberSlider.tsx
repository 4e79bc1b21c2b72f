import { Slider } from '@base-ui/react/slider';
import { type ReactNode, useId, useState } from 'react';
import field from './field.module.css';
import { HelpTip } from './HelpTip.tsx';
import entry from './NumberEntry.module.css';
import styles from './NumberSlider.module.css';
import {
  formatInRange,
  largeStep,
  logSliderPositions,
  type NumberRange,
  positionOnLogSlider,
  valueAfterLogStep,
  valueOnLogSlider,
} from './numbers.ts';
import { useNumberEntry } from './useNumberEntry.ts';

export interface NumberSliderProps extends NumberRange {
  readonly label: string;
  readonly value: number;
  /** Every value on the way while one drags; the thumb follows whether or not it is taken up. */
  readonly onChange?: (value: number) => void;
  /** The value one lets go at, or types, or reaches by a key. */
  readonly onCommit: (value: number) => void;
  readonly unit?: string;
  readonly help?: string;
  readonly disabled?: boolean;
  /** Right after the label: a small sign. */
  readonly mark?: ReactNode;
  /** At the end of the label's line: a reset button. */
  readonly adornment?: ReactNode;
}

/**
 * A number by slider, by key or by typing. What is typed is checked and refused in words. Nothing
 * where the range leaves nothing to choose.
 */
export function NumberSlider(props: NumberSliderProps) {
  const { label, value, onChange, onCommit, unit, help, disabled = false } = props;
  const { mark, adornment } = props;
  const range: NumberRange = props;
  const labelId = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const { inputProps, error, errorId } = useNumberEntry(shown, range, onCommit);

  const isLog = range.scale === 'log';
  const last = isLog ? logSliderPositions(range).last : 0;
  const valueAt = (position: number, reason: string): number => {
    if (!isLog) return position;
    return reason === 'keyboard'
      ? valueAfterLogStep(position, shown, range)
      : valueOnLogSlider(position, range);
  };

  if (range.min === range.max) return null;
  return (
    <div className={field.field}>
      <div className={field.row}>
        <span id={labelId} className={field.label}>
          {label}
        </span>
        {mark}
        {help && <HelpTip about={label} text={help} />}
        <span className={field.end}>
          {adornment}
          <input
            {...inputProps}
            className={entry.entry}
            style={{ width: `calc(${widthInDigits(range)}ch + 0.8rem)` }}
            aria-label={`${label}, value`}
            disabled={disabled}
          />
          {unit && <span className={field.unit}>{unit}</span>}
        </span>
      </div>
      <Slider.Root
        value={isLog ? positionOnLogSlider(shown, range) : shown}
        min={isLog ? 0 : range.min}
        max={isLog ? last : range.max}
        step={isLog ? 1 : range.step}
        largeStep={isLog ? Math.max(2, Math.round(last / 10)) : largeStep(range)}
        disabled={disabled}
        aria-labelledby={labelId}
        onValueChange={(position, { reason }) => {
          const next = valueAt(position, reason);
          setDragged(next);
          onChange?.(next);
        }}
        onValueCommitted={(position, { reason }) => {
          setDragged(null);
          onCommit(dragged ?? valueAt(position, reason));
        }}
      >
        <Slider.Control className={styles.control}>
          <Slider.Track className={styles.track}>
            <Slider.Indicator className={styles.indicator} />
            <Slider.Thumb
              className={styles.thumb}
              aria-labelledby={labelId}
              getAriaValueText={() => [formatInRange(shown, range), unit].filter(Boolean).join(' ')}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      {error && (
        <p id={errorId} role="alert" className={entry.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Room for either end of the range and one digit too many, so that the field keeps its width. */
function widthInDigits(range: NumberRange): number {
  const ends = [range.min, range.max].map((end) => formatInRange(end, range).length);
  return 1 + Math.max(range.scale === 'log' && !range.integer ? 6 : 2, ...ends);
}
