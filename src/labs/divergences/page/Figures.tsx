import type { ReactNode } from 'react';
import { ChangingText } from '../../../ui/ChangingText.tsx';
import styles from './Stage.module.css';

export interface FiguresRow {
  readonly name: ReactNode;
  readonly colour?: string | undefined;
  readonly values: readonly string[];
}

interface FiguresProps {
  /** What the rows are, and the columns. */
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly FiguresRow[];
}

/** Figures as a table: the first column names the rows. */
export const Figures = ({ head, rows }: FiguresProps) => (
  // A region that scrolls sideways is reached by key.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section className={styles.tableFrame} aria-label="Figures" tabIndex={0}>
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, colour, values }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the table
          <tr key={row}>
            <th scope="row" style={{ color: colour }}>
              {name}
            </th>
            {values.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column}>
                <ChangingText>{value}</ChangingText>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
