/**
 * A point worth following: the row whose largest responsibility is smallest, other than those in `except`.
 */
export function undecidedRow(
  { confidence }: { readonly confidence: ArrayLike<number> },
  except: readonly number[] = [],
): number {
  let best = -1;
  for (let row = 0; row < confidence.length; row++) {
    if (except.includes(row)) continue;
    if (best < 0 || confidence[row] < confidence[best]) best = row;
  }
  return Math.max(0, best);
}
