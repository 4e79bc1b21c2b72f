/** A checkpoint is arrays with names; here they are taken out again, and one goes into another. */
import type { Checkpoint, NumberArray } from '../labs/engine.ts';

type Arrays = Readonly<Record<string, NumberArray>>;

/**
 * The arrays that a model takes up.
 *
 * @param own those of the model as it is: the saved ones must be of their kind and length
 * @throws RangeError that names the first that is missing or does not fit
 */
export function fittingArrays<Own extends Arrays>({ arrays }: Checkpoint, own: Own): Own {
  for (const [name, { length, BYTES_PER_ELEMENT }] of Object.entries(own)) {
    const saved = arrays[name];
    if (saved?.length === length && saved.BYTES_PER_ELEMENT === BYTES_PER_ELEMENT) continue;
    const found = saved ? `${saved.length} numbers` : 'nothing';
    throw new RangeError(`The state has ${found} as "${name}"; this model has ${length} numbers.`);
  }
  return arrays as Own;
}

/** An array of any length. Throws a RangeError where there is none of that name. */
export function arrayNamed({ arrays }: Checkpoint, name: string): Float64Array {
  const array = arrays[name];
  if (array instanceof Float64Array) return array;
  throw new RangeError(`The state has nothing as "${name}".`);
}

/** Arrays of their own, for a checkpoint that training must not change. */
export const copies = (arrays: Arrays): Arrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.slice()]));

/** The arrays of a checkpoint that goes into another one, under "place/". */
export function nested(place: string, { step, arrays }: Checkpoint): Arrays {
  const all = Object.entries({ ...arrays, step: Float64Array.of(step) });
  return Object.fromEntries(all.map(([name, array]) => [`${place}/${name}`, array]));
}

/** The checkpoint that lies at a place in another one; null where there is none. */
export function nestedAt({ arrays }: Checkpoint, place: string): Checkpoint | null {
  const inside = Object.entries(arrays).filter(([name]) => name.startsWith(`${place}/`));
  if (inside.length === 0) return null;
  const named = inside.map(([name, array]) => [name.slice(place.length + 1), array] as const);
  const { step, ...own } = Object.fromEntries(named);
  return { step: step?.[0] ?? Number.NaN, arrays: own };
}
