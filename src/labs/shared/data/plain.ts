/**
 * Plain data as nested arrays and objects without typed arrays, for scripts. Infinite numbers, which
 * JSON does not have, are the word "infinite".
 */
export const plain = (values: object): Readonly<Record<string, unknown>> =>
  plainValue(values) as Readonly<Record<string, unknown>>;

function plainValue(value: unknown): unknown {
  if (value === Infinity) return 'infinite';
  if (value === -Infinity) return '-infinite';
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plainValue);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainValue(part)]));
}
