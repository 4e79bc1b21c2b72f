import { withInfinities } from './infinities.ts';
import type { DivergencesSnapshot } from './snapshot.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A snapshot as nested plain arrays, for scripts. */
export const plainDivergencesSnapshot = (snapshot: DivergencesSnapshot): Plain =>
  plain({ ...withInfinities(snapshot) });

/** Nested plain arrays; infinite numbers, which JSON does not have, become the word "infinite". */
export const plain = (values: Plain): Plain => plainValue(values) as Plain;

function plainValue(value: unknown): unknown {
  if (value === Infinity) return 'infinite';
  if (value === -Infinity) return '-infinite';
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plainValue);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainValue(part)]));
}
