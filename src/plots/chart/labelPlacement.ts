/** Labels that touch one another, from one on. */
interface Stack {
  /** Where the first would stand if it were about the stack alone. */
  start: number;
  readonly count: number;
}

/**
 * Moves labels apart along a line: positions keep their order and at least `gap` between
 * them, inside [from, to] as far as they fit. Those that touch stand around the middle of what
 * they wish for, so that none is further off than it must be.
 */
export function spreadLabels(
  wishes: readonly number[],
  gap: number,
  from: number,
  to: number,
): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[a] - wishes[b]);
  const stacks: Stack[] = [];
  for (const index of order) {
    let stack: Stack = { start: wishes[index], count: 1 };
    for (let last = stacks.at(-1); last; last = stacks.at(-1)) {
      const shift = gap * last.count;
      if (last.start + shift <= stack.start) break;
      const count = last.count + stack.count;
      const start = (last.count * last.start + stack.count * (stack.start - shift)) / count;
      stack = { start, count };
      stacks.pop();
    }
    stacks.push(stack);
  }
  const placed = wishes.slice();
  const highest = to - gap * (wishes.length - 1);
  let rank = 0;
  for (const { start, count } of stacks) {
    // Where the first of all labels would stand: what fits in front of this stack moves with it.
    const first = start - gap * rank;
    const fitted = Math.min(highest, Math.max(from, first));
    for (let i = 0; i < count; i++) {
      placed[order[rank]] = fitted + gap * rank;
      rank++;
    }
  }
  return placed;
}
