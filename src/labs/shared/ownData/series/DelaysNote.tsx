import { useRun } from '../../../../store/context.ts';
import styles from '../../sideSection.module.css';

/** Says what the columns of delay coordinates are. */
export default function DelaysNote() {
  const delays = useRun(({ dataset }) =>
    dataset?.kind === 'sequence' ? (dataset.delays ?? null) : null,
  );
  if (!delays) return null;
  const { count, apart } = delays;
  const steps = apart === 1 ? 'one step' : `${apart} steps`;
  return (
    <p className={styles.text}>
      In delay coordinates: a row shows a value and the {count - 1} values before it, {steps} apart,
      over one period. Errors are those of the first{' '}
      {delays.columns === 1 ? 'column' : `${delays.columns} columns`} alone. The ELBO counts each
      value {count} times.
    </p>
  );
}
