import { withInfinities } from './infinities.ts';
import type { DivergencesSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts: infinite numbers become the word "infinite". */
export const plainDivergencesSnapshot = (
  snapshot: DivergencesSnapshot,
): Readonly<Record<string, unknown>> =>
  plain(withInfinities(snapshot)) as Readonly<Record<string, unknown>>;

function plain(value: unknown): unknown {
  if (value === Infinity) return 'infinite';
  if (value === -Infinity) return '-infinite';
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
