/** Arrays from NumPy: what `numpy.savez`, `numpy.savez_compressed` and this page write. */
import { unzipSync } from 'fflate';
import type { NamedArray, NamedArrays } from '../labs/engine.ts';
import { shortened } from '../settings/words.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Those of a number in the widest kind of text that is read. */
const BYTES_OF_CHARACTER = 4;
/** Unpacked; a model has a few megabytes. */
const MOST_BYTES = 2 ** 30;

/**
 * The arrays of an archive by their names, in C order. Numbers become Float64 or, where they are
 * whole, Int32; bytes and texts stay as they are. An archive that holds a `.npz` file is read
 * through.
 *
 * @throws RangeError in words where a file is damaged or has a kind of numbers that is not read
 */
export function readNpz(bytes: Uint8Array): NamedArrays {
  const files = unpacked(bytes);
  const inner = Object.keys(files).find((path) => path.endsWith('.npz'));
  if (inner) return readNpz(files[inner]);
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.endsWith('.npy'))
      .map(([path, file]) => {
        const name = path.slice(0, -'.npy'.length);
        return [name, readNpy(file, name)];
      }),
  );
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.np[yz]$/.test(name)) return false;
        total += originalSize;
        if (total > MOST_BYTES) throw new RangeError();
        return true;
      },
    });
  } catch {
    throw new RangeError(
      total > MOST_BYTES
        ? 'Its arrays have more than 1 GB.'
        : 'The archive is damaged or was cut off.',
    );
  }
}

interface Header {
  /** As NumPy writes kinds of numbers: order of bytes, letter, bytes of each. */
  readonly type: string;
  readonly isFortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly start: number;
}

function readNpy(file: Uint8Array, name: string): NamedArray {
  const header = headerOf(file, name);
  const { type, shape, isFortran, start } = header;
  const count = shape.reduce((product, size) => product * size, 1);
  const values = valuesOf(file.subarray(start), type, count, name);
  return { data: isFortran && shape.length > 1 ? inCOrder(values, shape) : values, shape };
}

function headerOf(file: Uint8Array, name: string): Header {
  const damaged = () => new RangeError(`The array "${shortened(name)}" is damaged.`);
  if (!MAGIC.every((byte, at) => file[at] === byte) || file.length < 12) throw damaged();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isFirstVersion = file[6] === 1;
  const from = isFirstVersion ? 10 : 12;
  const start = from + (isFirstVersion ? view.getUint16(8, true) : view.getUint32(8, true));
  if (start > file.length) throw damaged();
  const text = new TextDecoder().decode(file.subarray(from, start));
  const type = /'descr': *'([^']+)'/.exec(text)?.[1];
  const order = /'fortran_order': *(True|False)/.exec(text)?.[1];
  const shape = /'shape': *\(([\d, ]*)\)/.exec(text)?.[1];
  if (type === undefined || order === undefined || shape === undefined) {
    const message = `The array "${shortened(name)}" holds no plain numbers or texts.`;
    throw new RangeError(message);
  }
  const sizes = shape.split(',').filter((part) => part.trim() !== '');
  return { type, isFortran: order === 'True', shape: sizes.map(Number), start };
}

type Reads = (view: DataView, at: number, isLittle: boolean) => number;

const FLOATS: Readonly<Record<string, Reads>> = {
  f4: (view, at, isLittle) => view.getFloat32(at, isLittle),
  f8: (view, at, isLittle) => view.getFloat64(at, isLittle),
};

const WHOLE: Readonly<Record<string, Reads>> = {
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, isLittle) => view.getInt16(at, isLittle),
  i4: (view, at, isLittle) => view.getInt32(at, isLittle),
  i8: (view, at, isLittle) => Number(view.getBigInt64(at, isLittle)),
  b1: (view, at) => view.getUint8(at),
  u2: (view, at, isLittle) => view.getUint16(at, isLittle),
  u4: (view, at, isLittle) => view.getUint32(at, isLittle),
  u8: (view, at, isLittle) => Number(view.getBigUint64(at, isLittle)),
};

function valuesOf(
  bytes: Uint8Array,
  type: string,
  count: number,
  name: string,
): NamedArray['data'] {
  const kind = type.slice(1);
  const isLittle = type[0] !== '>';
  const size = kind[0] === 'U' ? BYTES_OF_CHARACTER * Number(kind.slice(1)) : Number(kind.slice(1));
  if (bytes.length < count * size) {
    const found = Math.floor(bytes.length / size);
    const message = `The array "${shortened(name)}" holds ${found} values; expected ${count} as its shape says.`;
    throw new RangeError(message);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'u1') return bytes.slice(0, count);
  if (kind[0] === 'U')
    return Array.from({ length: count }, (_, index) => textAt(view, index * size, size, isLittle));
  const read = (reads: Reads) => (_: unknown, index: number) => reads(view, index * size, isLittle);
  if (FLOATS[kind]) return Float64Array.from({ length: count }, read(FLOATS[kind]));
  if (WHOLE[kind]) {
    const numbers = Array.from({ length: count }, read(WHOLE[kind]));
    const isSmall = numbers.every((number) => number === (number | 0));
    return isSmall ? Int32Array.from(numbers) : Float64Array.from(numbers);
  }
  const message = `The array "${shortened(name)}" has numbers of the kind "${shortened(type)}"; expected float32, float64 or whole numbers.`;
  throw new RangeError(message);
}

function textAt(view: DataView, from: number, size: number, isLittle: boolean): string {
  let text = '';
  for (let at = from; at < from + size; at += BYTES_OF_CHARACTER) {
    const code = view.getUint32(at, isLittle);
    if (code === 0) break;
    text += String.fromCodePoint(code);
  }
  return text;
}

/** The first index runs fastest in `values`, the last one in what comes out. */
function inCOrder(values: NamedArray['data'], shape: readonly number[]): NamedArray['data'] {
  const places = Int32Array.from({ length: values.length }, (_, at) => {
    let rest = at;
    let place = 0;
    let stride = values.length;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      stride /= shape[axis];
      place += (rest % shape[axis]) * stride;
      rest = Math.floor(rest / shape[axis]);
    }
    return place;
  });
  if (Array.isArray(values)) return Array.from(places, (place) => values[place]);
  const numbers = values as Float64Array;
  const sorted = numbers.slice();
  places.forEach((place, at) => {
    sorted[at] = numbers[place];
  });
  return sorted;
}
