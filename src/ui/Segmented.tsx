import { useId } from 'react';
import styles from './Segmented.module.css';

export interface Segment<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** More than the label, on hover. */
  readonly tooltip?: string | undefined;
}

export interface SegmentedProps<Value extends string = string> {
  /** The name of the group; not drawn. */
  readonly label: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** One of a few options, all in sight: the browser's own radio buttons in one row. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, segments, onChange, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className={styles.group} aria-label={label} disabled={disabled}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment} data-tooltip={segment.tooltip}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
