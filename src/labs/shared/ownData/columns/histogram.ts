import type { ColumnProfile } from '../../../../datasets/csv/table.ts';

const BINS = 16;
/** Different texts that get a bar each. */
const MOST_TEXTS = 16;

/** Heights of bars from 0 to 1: of bins of equal width, or of texts as they appear. */
export function histogram({ kind, values, range, cells, distinct }: ColumnProfile): number[] {
  if (kind === 'text' && distinct <= MOST_TEXTS) {
    const counts = new Map<string, number>();
    for (const cell of cells) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
    return relative([...counts.values()]);
  }
  if (kind !== 'numbers' || !range || range.low === range.high) return [];
  const counts = new Array<number>(BINS).fill(0);
  // Halved, so that the width of the largest range is a number.
  const width = range.high / 2 - range.low / 2;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const place = (value / 2 - range.low / 2) / width;
    counts[Math.min(BINS - 1, Math.floor(place * BINS))]++;
  }
  return relative(counts);
}

function relative(counts: readonly number[]): number[] {
  const most = Math.max(...counts, 1);
  return counts.map((count) => count / most);
}
