import type { ReactNode } from 'react';
import styles from './FigureTable.module.css';

interface FigureTableProps {
  readonly label: string;
  /** Names of the columns, the first that of the rows. */
  readonly head: readonly { readonly name: string; readonly help?: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly values: readonly string[];
    /** The row of what is drawn in the other plots. */
    readonly isShown?: boolean;
  }[];
}

/** Figures of what is compared, a row for each. */
export function FigureTable({ label, head, rows }: FigureTableProps) {
  return (
    // A region that scrolls sideways is reached by key.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map(({ name, help }) => (
              <th key={name} scope="col" data-tooltip={help}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, values, isShown }) => (
            <tr key={key} data-shown={isShown || undefined}>
              <th scope="row">{name}</th>
              {values.map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a value is its column
                <td key={column}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
