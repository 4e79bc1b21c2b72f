import type { ReactNode } from 'react';
import { ChangingText } from '../../../ui/ChangingText.tsx';
import { classNames } from '../../../ui/classNames.ts';
import styles from './FiguresTable.module.css';
import { type Look, Swatch } from './Swatch.tsx';

export interface FiguresRow {
  readonly name: ReactNode;
  readonly colour?: string | undefined;
  /** Drawn before the name: the line and mark of what the row is about. */
  readonly look?: Look | undefined;
  /** The next update is about this row. */
  readonly isLit?: boolean;
  readonly values: readonly ReactNode[];
}

interface FiguresColumn {
  readonly name: string;
  readonly help?: string;
  readonly colour?: string;
}

interface FiguresTableProps {
  readonly label?: string;
  readonly className?: string | undefined;
  /** What the rows are, and the columns; a column may have a sentence that explains it. */
  readonly head: readonly (string | FiguresColumn)[];
  readonly rows: readonly FiguresRow[];
}

/** Figures as a table: the first column names the rows. It scrolls sideways where it is too wide. */
export const FiguresTable = ({ label = 'Figures', className, head, rows }: FiguresTableProps) => (
  // A region that scrolls sideways is reached by key.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section className={classNames(styles.frame, className)} aria-label={label} tabIndex={0}>
    <table className={styles.table} data-export="text">
      <thead>
        <tr>
          {head.map((column) => {
            const { name, help, colour }: FiguresColumn =
              typeof column === 'string' ? { name: column } : column;
            return (
              <th key={help ?? name} scope="col" data-tooltip={help} style={{ color: colour }}>
                {name}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, colour, look, isLit, values }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the table
          <tr key={row} data-lit={isLit || undefined}>
            <th scope="row" style={{ color: colour }}>
              {look ? (
                <span className={styles.looked}>
                  <Swatch {...look} /> {name}
                </span>
              ) : (
                name
              )}
            </th>
            {values.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column}>
                {typeof value === 'string' ? <ChangingText>{value}</ChangingText> : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
