/**
 * The value that came, with those of its parts that are as they were in the last one: whatever draws
 * such a part sees that it is the same, and need not draw it again.
 *
 * @param next what nobody else has yet: its parts are replaced in place
 */
export function withUnchanged<Value extends object>(next: Value, last: object | null): Value {
  if (last !== null) keepUnchanged(next, last);
  return next;
}

/** @returns whether all parts are as they were */
function keepUnchanged(next: object, last: object): boolean {
  const [into, from] = [next, last] as Record<string | number, unknown>[];
  let isSame = true;
  const keep = (key: string | number): void => {
    into[key] = unchanged(into[key], from[key]);
    isSame &&= Object.is(into[key], from[key]);
  };
  if (Array.isArray(next)) {
    for (let at = 0; at < next.length; at++) keep(at);
    return isSame && next.length === (last as readonly unknown[]).length;
  }
  const keys = Object.keys(next);
  keys.forEach(keep);
  return isSame && keys.length === Object.keys(last).length;
}

/** The last one where both are equal, NaN included. */
function unchanged(next: unknown, last: unknown): unknown {
  if (Object.is(next, last) || !isObject(next) || !isObject(last)) return next;
  if (next.constructor !== last.constructor) return next;
  const isSame = ArrayBuffer.isView(next)
    ? areEqual(next as Float64Array, last as Float64Array)
    : keepUnchanged(next, last);
  return isSame ? last : next;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function areEqual(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!Object.is(a[at], b[at])) return false;
  return true;
}
