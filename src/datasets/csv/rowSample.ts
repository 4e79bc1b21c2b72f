import type { Random } from '../../math/random.ts';
import type { CsvRow } from './csvRows.ts';

/** Which rows to keep of a file with more rows than are allowed. */
export type RowsKept =
  | { readonly how: 'first' }
  /** Every 2nd, 4th, 8th … row, as many as are needed. */
  | { readonly how: 'spaced' }
  /** Each row with the same chance, in the order of the file. */
  | { readonly how: 'random'; readonly random: Random };

export interface RowSample {
  readonly how: RowsKept['how'];
  add(row: CsvRow): void;
  /** The rows kept, at most `maxRows`, in the order of the file. */
  rows(): readonly CsvRow[];
  /** Rows seen. */
  seen(): number;
}

/**
 * Chooses rows while they stream past, so that a file of any length needs the memory of `maxRows`.
 */
export function createRowSample(kept: RowsKept, maxRows: number): RowSample {
  let rows: CsvRow[] = [];
  let seen = 0;
  let stride = 1;

  function add(row: CsvRow): void {
    const index = seen++;
    if (kept.how === 'spaced') {
      if (index % stride !== 0) return;
      rows.push(row);
      if (rows.length > maxRows) {
        rows = rows.filter((_, position) => position % 2 === 0);
        stride *= 2;
      }
    } else if (rows.length < maxRows) {
      rows.push(row);
    } else if (kept.how === 'random') {
      // Reservoir sampling: the new row takes a random place, or none.
      const place = kept.random.integer(seen);
      if (place < maxRows) rows[place] = row;
    }
  }

  return {
    how: kept.how,
    add,
    rows: () => [...rows].sort((a, b) => a.number - b.number),
    seen: () => seen,
  };
}
