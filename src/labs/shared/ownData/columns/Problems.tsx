import { summarised } from '../../../../datasets/csv/chooseColumns.ts';
import type { CsvProblem } from '../../../../datasets/csv/csvResult.ts';
import styles from './Problems.module.css';

/** What is wrong with a file, or with the chosen columns: a few of each kind, and how many more. */
export function Problems({ problems }: { readonly problems: readonly CsvProblem[] }) {
  return (
    <div role="alert">
      <ul className={styles.problems}>
        {summarised(problems).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
