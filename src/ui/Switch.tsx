import { type ReactNode, useId } from 'react';
import field from './field.module.css';
import { HelpTip } from './HelpTip.tsx';
import styles from './Switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string;
  readonly disabled?: boolean;
  /** Right after the label: a small sign. */
  readonly mark?: ReactNode;
  /** At the end of the label's line: a reset button. */
  readonly adornment?: ReactNode;
}

/** On or off, at once. */
export function Switch({ label, checked, onChange, help, disabled, mark, adornment }: SwitchProps) {
  const labelId = useId();
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
          <button
            type="button"
            role="switch"
            className={styles.switch}
            aria-labelledby={labelId}
            aria-checked={checked}
            onClick={() => onChange(!checked)}
            disabled={disabled}
          >
            <span className={styles.thumb} />
          </button>
        </span>
      </div>
    </div>
  );
}
