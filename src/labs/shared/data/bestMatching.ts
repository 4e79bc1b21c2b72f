/**
 * A column for each row, none twice, so that the sum of what the rows score is as large as it can
 * be; null for rows without one, where columns are fewer. The Hungarian method: rows enter one by
 * one, each along the cheapest path of changes, at prices (duals) that keep every path's cost
 * non-negative.
 */
export function bestMatching(scores: readonly (readonly number[])[]): (number | null)[] {
  const rows = scores.length;
  const size = Math.max(rows, scores[0]?.length ?? 0);
  const cost = (row: number, column: number): number => -(scores[row]?.[column] ?? 0);
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  // Counted from 1; column 0 is where the row that enters waits.
  const rowAt = new Int32Array(size + 1);
  for (let entering = 1; entering <= size; entering++) {
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(size + 1);
    const isSettled = new Uint8Array(size + 1);
    rowAt[0] = entering;
    let column = 0;
    do {
      isSettled[column] = 1;
      const row = rowAt[column];
      let nearest = 0;
      let delta = Number.POSITIVE_INFINITY;
      for (let j = 1; j <= size; j++) {
        if (isSettled[j]) continue;
        const reduced = cost(row - 1, j - 1) - rowPrice[row] - columnPrice[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          cameFrom[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          nearest = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (isSettled[j]) {
          rowPrice[rowAt[j]] += delta;
          columnPrice[j] -= delta;
        } else least[j] -= delta;
      }
      column = nearest;
    } while (rowAt[column] !== 0);
    while (column !== 0) {
      rowAt[column] = rowAt[cameFrom[column]];
      column = cameFrom[column];
    }
  }
  const matching = new Array<number | null>(rows).fill(null);
  const columns = scores[0]?.length ?? 0;
  for (let j = 1; j <= columns; j++) {
    if (rowAt[j] <= rows) matching[rowAt[j] - 1] = j - 1;
  }
  return matching;
}
