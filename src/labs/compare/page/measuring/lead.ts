import type { Likelihood } from './pooled.ts';

/** By how much one model explains the same rows better than another, in nats per row. */
export interface Lead {
  readonly nats: number;
  /**
   * Standard error of that over rows, taken in pairs: what is hard for one model is hard for the
   * other. The noise of the estimates is in it.
   */
  readonly error: number;
}

export function lead(one: Likelihood, other: Likelihood): Lead {
  const { rows } = one;
  const differences = one.ofRows.map((value, row) => value - other.ofRows[row]);
  const nats = differences.reduce((a, b) => a + b) / rows;
  const squares = differences.reduce((sum, difference) => sum + (difference - nats) ** 2, 0);
  return { nats, error: Math.sqrt(squares / Math.max(1, rows - 1) / rows) };
}
