import { useId, useMemo } from 'react';
import { type SuggestedRole, suggestRoles } from '../../../../datasets/csv/suggestRoles.ts';
import type { ColumnProfile, Table } from '../../../../datasets/csv/table.ts';
import { formatShort } from '../../../../ui/numbers.ts';
import styles from './ColumnTable.module.css';
import { histogram } from './histogram.ts';
import type { ChosenColumns } from './useColumnChoice.ts';

/** First cells shown of a column. */
const FIRST_ROWS = 4;

export interface ColumnTableProps {
  readonly table: Table;
  /** Those to list. */
  readonly shown: readonly ColumnProfile[];
  readonly columns: ChosenColumns;
}

/** The columns of a file: name and first rows, range and histogram of each, and whether it is used. */
export function ColumnTable({ table, shown, columns }: ColumnTableProps) {
  const roles = useMemo(() => suggestRoles(table), [table]);
  return (
    <div className={styles.frame} data-scrolls={shown.length > 0 || undefined}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{table.form === 'points' ? 'Use as dimensions' : 'Use as signals'}</th>
            <th scope="col">Range</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <ColumnRow
              key={column.position}
              column={column}
              role={roles[column.position]}
              isUsed={columns.choice.values.includes(column.position)}
              isClass={columns.choice.label === column.position}
              isTime={table.time?.position === column.position}
              onUse={(isUsed) => columns.use([column.position], isUsed)}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className={styles.none}>No column has such a name.</p>}
    </div>
  );
}

interface ColumnRowProps {
  readonly column: ColumnProfile;
  readonly role: SuggestedRole;
  readonly isUsed: boolean;
  readonly isClass: boolean;
  /** Whether it holds the dates of the rows. */
  readonly isTime: boolean;
  readonly onUse: (isUsed: boolean) => void;
}

function ColumnRow({ column, role, isUsed, isClass, isTime, onUse }: ColumnRowProps) {
  const id = useId();
  const { name, cells, kind } = column;
  const first = cells.slice(0, FIRST_ROWS).map((cell) => (cell === '' ? '–' : cell));
  const reason = isClass ? 'Classes' : role.reason && `This column ${role.reason}.`;
  return (
    <tr data-used={isUsed || isClass || undefined}>
      <td>
        <label className={styles.name}>
          <input
            type="checkbox"
            checked={isUsed}
            disabled={kind !== 'numbers' && !isTime}
            aria-describedby={id}
            onChange={(event) => onUse(event.target.checked)}
          />
          <span>{name}</span>
        </label>
        <div id={id} className={styles.more}>
          <span className={styles.cells}>{first.join('  ')}</span>
          {reason && <span className={styles.reason}>{reason}</span>}
        </div>
      </td>
      <td className={styles.range}>
        <ColumnHistogram column={column} />
        <span>{rangeInWords(column)}</span>
      </td>
    </tr>
  );
}

const short = (value: number): string => formatShort(value, 5);

function rangeInWords({ kind, range, distinct, missing }: ColumnProfile): string {
  const lacking = missing > 0 && kind !== 'empty' ? `, ${missing} missing` : '';
  if (kind === 'numbers' && range) {
    return `${short(range.low)} to ${short(range.high)}${lacking}`;
  }
  if (kind === 'text') return `${distinct} different${lacking}`;
  return kind === 'dates' ? `dates or times${lacking}` : 'empty';
}

const WIDTH = 96;
const HEIGHT = 22;

/** How often which values occur; the range next to it says the same in words. */
function ColumnHistogram({ column }: { readonly column: ColumnProfile }) {
  const bars = useMemo(() => histogram(column), [column]);
  if (bars.length === 0) return null;
  const width = WIDTH / bars.length;
  return (
    <svg className={styles.histogram} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {bars.map((share, bin) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          key={bin}
          x={bin * width}
          y={HEIGHT * (1 - share)}
          width={Math.max(width - 1, 0.5)}
          height={HEIGHT * share}
        />
      ))}
    </svg>
  );
}
