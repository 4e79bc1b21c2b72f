/**
 * Divergences may be infinite, and snapshots hold finite numbers only: a model file is refused as
 * damaged where it shows others. So what is infinite travels as a number that nothing else reaches.
 */
const INFINITE = 1e30;

/** The largest finite number that travels. */
export const LARGEST = 1e29;

export const finiteOrInfinite = (value: number): number =>
  value === Infinity ? value : Math.min(value, LARGEST);

/** A snapshot as it leaves the engine. */
export const withoutInfinities = <Data>(data: Data): Data =>
  changed(data, (value) => (Math.abs(value) === Infinity ? Math.sign(value) * INFINITE : value));

/** The same as it was: for all who compute with it or show it. */
export const withInfinities = <Data>(data: Data): Data =>
  changed(data, (value) => (Math.abs(value) > INFINITE / 2 ? Math.sign(value) * Infinity : value));

/** Plain data with each number changed. */
function changed<Data>(data: Data, change: (value: number) => number): Data {
  const all = (part: unknown): unknown => {
    if (typeof part === 'number') return change(part);
    if (typeof part !== 'object' || part === null) return part;
    if (ArrayBuffer.isView(part)) {
      const values = part as Float32Array;
      return values.some((value) => change(value) !== value) ? values.map(change) : values;
    }
    if (Array.isArray(part)) return part.map(all);
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, all(inner)]));
  };
  return all(data) as Data;
}
