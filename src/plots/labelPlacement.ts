/**
 * Moves labels apart along a line: positions keep their order and at least `gap` between
 * them, inside [from, to] as far as they fit, each as near to its wish as the others allow.
 */
export function spreadLabels(
  wishes: readonly number[],
  gap: number,
  from: number,
  to: number,
): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[a] - wishes[b]);
  const placed = wishes.slice();
  let floor = from;
  for (const index of order) {
    placed[index] = Math.max(placed[index], floor);
    floor = placed[index] + gap;
  }
  let ceiling = to;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index], ceiling);
    ceiling = placed[index] - gap;
  }
  return placed;
}
