/** Throws a RangeError where the data have no such row. */
export function requireRow(row: number, rows: number): void {
  if (!Number.isInteger(row) || row < 0 || row >= rows)
    throw new RangeError(`There is no row ${row}; rows are counted from 0 to ${rows - 1}.`);
}
