/**
 * Agreement of two partitions, corrected for chance (Hubert & Arabie 1985): 1 when they are the
 * same up to names, 0 on average for unrelated ones. Points that a partition leaves out, with a
 * negative label, do not count.
 *
 * @param a N labels
 * @param b N labels
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(`Partitions of ${a.length} and ${b.length} points cannot be compared.`);
  }
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let points = 0;
  for (let n = 0; n < a.length; n++) {
    if (a[n] < 0 || b[n] < 0) continue;
    points++;
    count(cells, `${a[n]} ${b[n]}`);
    count(rows, a[n]);
    count(columns, b[n]);
  }
  const together = pairs(cells);
  const inA = pairs(rows);
  const inB = pairs(columns);
  const all = (points * (points - 1)) / 2;
  const expected = all > 0 ? (inA * inB) / all : 0;
  const most = (inA + inB) / 2;
  // Both partitions trivial in the same way: all points in one class, or each in its own.
  if (most === expected) return 1;
  return (together - expected) / (most - expected);
}

function count<Key>(table: Map<Key, number>, key: Key): void {
  table.set(key, (table.get(key) ?? 0) + 1);
}

/** Number of pairs that share a class. */
function pairs(table: Map<unknown, number>): number {
  let sum = 0;
  for (const n of table.values()) sum += (n * (n - 1)) / 2;
  return sum;
}
