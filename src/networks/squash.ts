/**
 * Log-precisions and log-variances are squashed to (-5, 5) by 5 tanh(a / 5): near zero nothing
 * changes, and no output of a network can make a precision vanish or overflow.
 */
export const SQUASH_LIMIT = 5;

/** 5 tanh(a / 5) */
export function squash(a: number): number {
  return SQUASH_LIMIT * Math.tanh(a / SQUASH_LIMIT);
}

/** The a that is squashed to a value between the limits. */
export const unsquash = (squashed: number): number =>
  SQUASH_LIMIT * Math.atanh(squashed / SQUASH_LIMIT);

/** Derivative of `squash`, from its value. */
export function squashSlope(squashed: number): number {
  const t = squashed / SQUASH_LIMIT;
  return 1 - t * t;
}
