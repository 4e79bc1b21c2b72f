/** What is said of edits: to screen readers, and in the strip over the charts. */

import { formatFixed } from '../../../../ui/numbers.ts';
import type { SvaeGmmEdit } from '../../edits.ts';

/** "(1.2, −4.0)" */
export function placeInWords(mean: readonly number[]): string {
  return `(${mean.map((value) => formatFixed(value, 1)).join(', ')})`;
}

/** An edit that has just been made, as a sentence without its full stop. */
export function editInWords(edit: SvaeGmmEdit): string {
  const name = `Cluster ${edit.cluster + 1}`;
  switch (edit.kind) {
    case 'moveCluster':
      return `${name} moved to ${placeInWords(edit.mean)}`;
    case 'reshapeCluster':
      return `${name} reshaped`;
    case 'weighCluster':
      return `${name} has weight ${formatFixed(edit.weight, 2)}`;
    case 'removeCluster':
      return `${name} removed`;
  }
}

/** Clusters named one by one when points of a removed one scatter; the rest are "others". */
const NAMED = 3;

/**
 * Where the points of a removed cluster went. Both arrays: N, the most responsible cluster of
 * each point, counted from 0.
 */
export function removalInWords(
  cluster: number,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): string {
  const counts = new Map<number, number>();
  let points = 0;
  for (let row = 0; row < before.length; row++) {
    if (before[row] !== cluster) continue;
    points += 1;
    counts.set(after[row], (counts.get(after[row]) ?? 0) + 1);
  }
  const removed = `Cluster ${cluster + 1} removed`;
  if (points === 0) return `${removed}; it had no points`;
  const heirs = [...counts].sort((a, b) => b[1] - a[1]).map(([heir]) => heir + 1);
  const whose = points === 1 ? 'its point' : `its ${points} points`;
  return `${removed}; ${whose} went to ${clustersInWords(heirs)}`;
}

function clustersInWords(numbers: readonly number[]): string {
  if (numbers.length === 1) return `cluster ${numbers[0]}`;
  const named =
    numbers.length > NAMED
      ? [...numbers.slice(0, NAMED - 1).map(String), 'others']
      : numbers.map(String);
  return `clusters ${named.slice(0, -1).join(', ')} and ${named[named.length - 1]}`;
}
