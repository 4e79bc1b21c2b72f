/**
 * The same data, in which every part that equals its counterpart in the data before is that very object:
 * what is drawn from such a part alone (`memo`, `useMemo`) is not rendered again.
 *
 * @param next plain data and typed arrays
 */
export function sharedParts<Data>(before: unknown, next: Data): Data {
  if (before === next || typeof before !== 'object' || typeof next !== 'object') return next;
  if (before === null || next === null) return next;
  if (ArrayBuffer.isView(next)) return isSameArray(before, next) ? (before as Data) : next;
  const names = Object.keys(next);
  const shared = names.map((name) =>
    sharedParts(before[name as keyof typeof before], next[name as keyof Data]),
  );
  const isSame =
    Array.isArray(before) === Array.isArray(next) &&
    Object.keys(before).length === names.length &&
    names.every((name, i) => Object.is(before[name as keyof typeof before], shared[i]));
  if (isSame) return before as Data;
  return (
    Array.isArray(next) ? shared : Object.fromEntries(names.map((name, i) => [name, shared[i]]))
  ) as Data;
}

function isSameArray(before: object, next: object): boolean {
  const [one, other] = [before as Float64Array, next as Float64Array];
  if (one.constructor !== other.constructor || one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) return false;
  return true;
}
