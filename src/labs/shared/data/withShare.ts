/** Without the digits that arithmetic adds. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

/** A distribution with one probability set; the others keep their proportions. */
export function withShare(shares: ArrayLike<number>, at: number, value: number): number[] {
  const all = Array.from(shares);
  const rest = 1 - value;
  const others = all.reduce((sum, share, i) => (i === at ? sum : sum + share), 0);
  const count = all.length - 1;
  if (count === 0) return [1];
  return all.map((share, i) => {
    if (i === at) return value;
    return rounded(others > 0 ? (rest * share) / others : rest / count);
  });
}
