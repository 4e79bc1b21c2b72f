/** Arrays for NumPy: `.npy` files in a zip archive, which `numpy.load` opens. */
import { zipSync } from 'fflate';
import type { NamedArray, NamedArrays } from '../labs/engine.ts';

const LITTLE = true;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** The data of a `.npy` file begin at a multiple of so many bytes. */
const ALIGNED = 64;

/** @param arrays by their names */
export const npz = (arrays: NamedArrays): Uint8Array<ArrayBuffer> =>
  archive(Object.fromEntries(Object.entries(arrays).map(([name, a]) => [`${name}.npy`, npy(a)])));

/** Files by their names in a zip archive; the same files make the same bytes. */
export const archive = (files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> =>
  // Numbers hardly get smaller, and large models are written at once. The year is the first of zip.
  Uint8Array.from(zipSync({ ...files }, { level: 0, mtime: new Date(1980, 0, 1, 12) }));

/** A `.npy` file, version 1.0. @throws RangeError where shape and data do not fit */
export function npy({ data, shape }: NamedArray): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((product, size) => product * size, 1);
  if (data.length !== count)
    throw new RangeError(`There are ${data.length} values for the shape ${shape.join(' x ')}.`);
  const { type, bytes } = contents(data);
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const start = Math.ceil((MAGIC.length + 2 + header.length + 1) / ALIGNED) * ALIGNED;
  const file = new Uint8Array(start + bytes.length);
  file.set(MAGIC);
  const length = start - MAGIC.length - 2;
  new DataView(file.buffer).setUint16(MAGIC.length, length, LITTLE);
  file.set(new TextEncoder().encode(`${header.padEnd(length - 1)}\n`), MAGIC.length + 2);
  file.set(bytes, start);
  return file;
}

function contents(data: NamedArray['data']): { readonly type: string; readonly bytes: Uint8Array } {
  if (data instanceof Float64Array) return { type: '<f8', bytes: littleEndian(data) };
  if (data instanceof Float32Array) return { type: '<f4', bytes: littleEndian(data) };
  if (data instanceof Int32Array) return { type: '<i4', bytes: littleEndian(data) };
  if (data instanceof Uint8Array) return { type: '|u1', bytes: data };
  // Four bytes a character, all texts as long as the longest.
  const texts = data.map((text) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0));
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 1);
  const codes = new Int32Array(texts.length * longest);
  texts.forEach((text, at) => {
    codes.set(text, at * longest);
  });
  return { type: `<U${longest}`, bytes: littleEndian(codes) };
}

/** All machines that browsers run on today have this order of bytes. */
const littleEndian = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
