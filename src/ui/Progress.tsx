import { useId } from 'react';
import styles from './Progress.module.css';

export interface ProgressProps {
  /** What is going on: "Measuring backends". */
  readonly label: string;
  /** 0 to 1; null while it is unknown. */
  readonly fraction: number | null;
}

/** How far a longer piece of work has come. */
export function Progress({ label, fraction }: ProgressProps) {
  const id = useId();
  const percent = fraction === null ? undefined : Math.round(100 * fraction);
  const text = percent === undefined ? '' : `${percent} %`;
  return (
    <div
      role="progressbar"
      className={styles.progress}
      aria-labelledby={id}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text || undefined}
    >
      <span id={id}>{label}</span>
      <span className={styles.value} aria-hidden="true">
        {text}
      </span>
      <div className={styles.track}>
        <div
          className={styles.indicator}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
          data-indeterminate={percent === undefined || undefined}
        />
      </div>
    </div>
  );
}
