import type { EstimatorsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts. */
export const plainEstimatorsSnapshot = (
  snapshot: EstimatorsSnapshot,
): Readonly<Record<string, unknown>> => plain(snapshot) as Readonly<Record<string, unknown>>;

function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
