import { Progress as Base } from '@base-ui/react/progress';
import styles from './Progress.module.css';

export interface ProgressProps {
  /** What is going on: "Measuring backends". */
  readonly label: string;
  /** 0 to 1; null while nobody knows. */
  readonly fraction: number | null;
}

/** How far a longer piece of work has come. */
export function Progress({ label, fraction }: ProgressProps) {
  const percent = fraction === null ? null : Math.round(100 * fraction);
  return (
    <Base.Root value={percent} className={styles.progress} locale="en">
      <Base.Label>{label}</Base.Label>
      <Base.Value className={styles.value}>
        {() => (percent === null ? '' : `${percent} %`)}
      </Base.Value>
      <Base.Track className={styles.track}>
        <Base.Indicator className={styles.indicator} />
      </Base.Track>
    </Base.Root>
  );
}
