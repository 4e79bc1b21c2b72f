/** Arrays for NumPy: `.npy` files in a zip archive without compression, which `numpy.load` opens. */

export interface NamedArray {
  readonly data: Float64Array | Float32Array | Int32Array | readonly string[];
  /** Row-major; empty for a single number. */
  readonly shape: readonly number[];
}

const LITTLE = true;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** The data of a `.npy` file begin at a multiple of so many bytes. */
const ALIGNED = 64;
/** A zip archive without extensions is no longer. */
const MOST_BYTES = 2 ** 32 - 1;
/** 1 January 1980, the first day of zip: the same arrays make the same bytes. */
const DAY = 0x21;

/**
 * @param arrays by their names
 * @throws RangeError where the file would have more than 4 GB
 */
export function npz(arrays: Readonly<Record<string, NamedArray>>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const file = npy(array);
    const path = new TextEncoder().encode(`${name}.npy`);
    const about = (view: DataView, from: number) => {
      view.setUint16(from, 20, LITTLE);
      view.setUint16(from + 8, DAY, LITTLE);
      view.setUint32(from + 10, crc32(file), LITTLE);
      view.setUint32(from + 14, file.length, LITTLE);
      view.setUint32(from + 18, file.length, LITTLE);
      view.setUint16(from + 22, path.length, LITTLE);
    };
    const local = record(30, path, (view) => {
      view.setUint32(0, 0x04034b50, LITTLE);
      about(view, 4);
    });
    const entry = record(46, path, (view) => {
      view.setUint32(0, 0x02014b50, LITTLE);
      view.setUint16(4, 20, LITTLE);
      about(view, 6);
      view.setUint32(42, at, LITTLE);
    });
    parts.push(local, file);
    directory.push(entry);
    at += local.length + file.length;
    if (at > MOST_BYTES) throw new RangeError('The arrays have more than 4 GB.');
  }
  const end = record(22, new Uint8Array(0), (view) => {
    view.setUint32(0, 0x06054b50, LITTLE);
    view.setUint16(8, directory.length, LITTLE);
    view.setUint16(10, directory.length, LITTLE);
    view.setUint32(12, lengthOf(directory), LITTLE);
    view.setUint32(16, at, LITTLE);
  });
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

/** A record of the archive with the path of its file behind it. */
function record(size: number, path: Uint8Array, write: (view: DataView) => void) {
  const bytes = new Uint8Array(size + path.length);
  write(new DataView(bytes.buffer));
  bytes.set(path, size);
  return bytes;
}

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

const lengthOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
