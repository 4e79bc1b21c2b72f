/** Numbers of a file, as text that gives them back bit for bit. */
export interface EncodedArray {
  readonly dtype: DType;
  readonly length: number;
  /** Base64 of the little-endian bytes: the order of every machine a browser runs on. */
  readonly base64: string;
}

interface ArrayOf {
  readonly float32: Float32Array<ArrayBuffer>;
  readonly float64: Float64Array<ArrayBuffer>;
  readonly int32: Int32Array<ArrayBuffer>;
}

export type DType = keyof ArrayOf;

const CONSTRUCTORS: { readonly [Type in DType]: new (buffer: ArrayBuffer) => ArrayOf[Type] } = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
};

const BYTES: Readonly<Record<DType, number>> = { float32: 4, float64: 8, int32: 4 };

/** Characters made in one call: engines limit the number of arguments. */
const CHUNK = 1 << 13;

export function encodeArray(array: Float32Array | Float64Array | Int32Array): EncodedArray {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return { dtype: dtypeOf(array), length: array.length, base64: btoa(binary) };
}

function dtypeOf(array: Float32Array | Float64Array | Int32Array): DType {
  if (array instanceof Float32Array) return 'float32';
  return array instanceof Float64Array ? 'float64' : 'int32';
}

/**
 * The numbers of an array, which must be of the given type.
 *
 * @returns what is wrong, in words that follow the array's name, where they cannot be read
 */
export function decodeArray<Type extends DType>(
  encoded: EncodedArray,
  dtype: Type,
): ArrayOf[Type] | string {
  if (encoded.dtype !== dtype) return `holds ${encoded.dtype} numbers; expected ${dtype}`;
  let binary: string;
  try {
    binary = atob(encoded.base64);
  } catch {
    return 'is not base64 text; the file may be damaged';
  }
  if (binary.length !== encoded.length * BYTES[dtype]) {
    const found = binary.length / BYTES[dtype];
    return `holds ${found} numbers; expected ${encoded.length} as the file itself says`;
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new CONSTRUCTORS[dtype](bytes.buffer);
}
