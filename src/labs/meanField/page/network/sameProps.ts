/**
 * Whether props mean the same: lists by their entries, all else by identity. Each picture brings new
 * lists, of which most hold the same numbers.
 */
export function sameProps<Props extends object>(before: Props, now: Props): boolean {
  return (Object.keys(now) as (keyof Props)[]).every((name) => {
    const [one, other] = [before[name], now[name]];
    if (one === other) return true;
    if (!Array.isArray(one) || !Array.isArray(other)) return false;
    return one.length === other.length && one.every((value, i) => value === other[i]);
  });
}
