import styles from './NumberEntry.module.css';
import type { NumberRange } from './numbers.ts';
import { useNumberEntry } from './useNumberEntry.ts';

export interface NumberEntryProps {
  readonly label: string;
  readonly value: number;
  readonly range: NumberRange;
  readonly onCommit: (value: number) => void;
  /** Width of the field in digits; it does not change with the value. */
  readonly digits: number;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A number field without a slider, named by its label, which it does not draw. */
export function NumberEntry(props: NumberEntryProps) {
  const { label, value, range, onCommit, digits, disabled = false } = props;
  const { inputProps, error, errorId } = useNumberEntry(value, range, onCommit);
  return (
    <span className={props.className}>
      <input
        {...inputProps}
        className={styles.entry}
        style={{ width: `calc(${digits}ch + 0.8rem)` }}
        aria-label={label}
        disabled={disabled}
      />
      {error && (
        <span id={errorId} role="alert" className={styles.error}>
          {error}
        </span>
      )}
    </span>
  );
}
