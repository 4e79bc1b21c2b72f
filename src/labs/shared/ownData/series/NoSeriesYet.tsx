import { LoadCsvButton } from '../LoadCsvButton.tsx';
import styles from './NoSeriesYet.module.css';
import { seriesIntake } from './seriesIntake.ts';

/** An own series is asked for and there is none. */
export default function NoSeriesYet(props: {
  /** Of columns, to end a sentence. */ readonly columns: string;
}) {
  return (
    <div className={styles.empty}>
      <p>
        <b>No series yet.</b> Load a CSV file with a row for each step, in the order of time, and{' '}
        {props.columns}. It can also be dropped anywhere on the page.
      </p>
      <LoadCsvButton intake={seriesIntake} variant="primary" />
    </div>
  );
}
