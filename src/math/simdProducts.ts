/**
 * The matrix products of `smallMatrix.ts` in WebAssembly, two numbers at a time. Each sum is taken in
 * the order of its twin there, with a rounding after each product and each sum, so that the numbers
 * are the same to the bit.
 *
 * A module is written for one even n: a function for each product, with one loop for every two rows
 * and up to ten columns, whose sums stay in registers.
 */

/** Addresses of A, B and the result in the module's memory, in bytes. */
export type AddressedProduct = (a: number, b: number, out: number) => void;

interface AddressedProducts {
  readonly multiply: AddressedProduct;
  readonly multiplyLeftTransposed: AddressedProduct;
  readonly symmetricLeftTransposed: AddressedProduct;
  readonly symmetricRightTransposed: AddressedProduct;
}

/** Bytes of a number. */
const WIDTH = Float64Array.BYTES_PER_ELEMENT;
/** Vectors of two columns whose sums two rows keep in registers. */
const BLOCK = 5;

const I32 = 0x7f;
const V128 = 0x7b;
const NO_RESULT = 0x40;
const END = 0x0b;

/** Parameters and locals, in their order. */
const [A, B, OUT, LEFT, RIGHT, LEFT_STEPS, ZERO, UPPER, LOWER, VALUE] = Array(10).keys();
const SUMS = 10;
const LOCALS = [
  [3, I32],
  [4 + 2 * BLOCK, V128],
] as const;

type Code = readonly number[];

/** Compiled for each n once; null where this browser's WebAssembly has no vectors. */
const compiled = new Map<number, WebAssembly.Module | null>();

/**
 * Products of n x n matrices in `memory`, of which the first n x n numbers are scratch; null where
 * there are none: n is odd, or WebAssembly has no vectors here.
 */
export function simdProducts(n: number, memory: WebAssembly.Memory): AddressedProducts | null {
  if (n % 2 !== 0) return null;
  let module = compiled.get(n);
  if (module === undefined) {
    const bytes = Uint8Array.from(moduleOf(n));
    module = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
    compiled.set(n, module);
  }
  if (module === null) return null;
  const { exports } = new WebAssembly.Instance(module, { of: { memory } });
  return exports as unknown as AddressedProducts;
}

function moduleOf(n: number): Code {
  const functions = {
    multiply: product(n, { row: n, step: 1 }),
    multiplyLeftTransposed: product(n, { row: 1, step: n }),
    symmetricLeftTransposed: symmetric(n, { row: 1, step: n }),
    symmetricRightTransposed: [...transposed(n), ...symmetric(n, { row: n, step: 1 })],
  } satisfies Record<keyof AddressedProducts, Code>;
  const names = Object.keys(functions);
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, ...vector([[I32], [I32], [I32]]), 0]]),
    ...section(2, [[...text('of'), ...text('memory'), 2, 0, 1]]),
    ...section(
      3,
      names.map(() => [0]),
    ),
    ...section(
      7,
      names.map((name, at) => [...text(name), 0, at]),
    ),
    ...section(
      10,
      Object.values(functions).map((code) => {
        const body = [...vector(LOCALS.map((group) => [...group])), ...code, END];
        return [...unsigned(body.length), ...body];
      }),
    ),
  ];
}

/** How far apart, in numbers, rows of the left factor stand, and what follows in its sums. */
interface LeftFactor {
  readonly row: number;
  readonly step: number;
}

function product(n: number, left: LeftFactor): Code {
  const code: number[] = [];
  for (let i = 0; i < n; i += 2)
    for (let j = 0; j < n; j += 2 * BLOCK) {
      const vectors = Math.min(BLOCK, (n - j) / 2);
      code.push(...sums(n, left, i, j, vectors));
      for (let v = 0; v < vectors; v++)
        for (const row of [0, 1])
          code.push(...store((i + row) * n + j + 2 * v, get(SUMS + 2 * v + row)));
    }
  return code;
}

/** As `product`; what is computed of the rows up to the diagonal stands in the columns as well. */
function symmetric(n: number, left: LeftFactor): Code {
  const code: number[] = [];
  for (let i = 0; i < n; i += 2)
    for (let j = 0; j <= i; j += 2 * BLOCK) {
      const vectors = Math.min(BLOCK, (i - j) / 2 + 1);
      code.push(...sums(n, left, i, j, vectors));
      for (let v = 0; v < vectors; v++) {
        const column = j + 2 * v;
        const [upper, lower] = [SUMS + 2 * v, SUMS + 2 * v + 1].map(get);
        code.push(...store(i * n + column, upper), ...store((i + 1) * n + column, lower));
        if (column === i) continue;
        code.push(...store(column * n + i, firsts(upper, lower)));
        code.push(...store((column + 1) * n + i, seconds(upper, lower)));
      }
    }
  return code;
}

/** Rows i and i + 1 of the product, `vectors` times two columns from j on, into the sums. */
function sums(n: number, left: LeftFactor, i: number, j: number, vectors: number): Code {
  const kept = Array.from({ length: vectors }, (_, v) => [SUMS + 2 * v, SUMS + 2 * v + 1] as const);
  const add = (sum: number, factor: number): Code =>
    set(sum, [...get(sum), ...get(factor), ...get(VALUE), ...simd(MULTIPLY), ...simd(ADD)]);
  return [
    ...set(LEFT, plus(get(A), i * left.row * WIDTH)),
    ...set(RIGHT, plus(get(B), j * WIDTH)),
    ...set(LEFT_STEPS, constant(n)),
    ...kept.flat().flatMap((sum) => set(sum, get(ZERO))),
    ...[0x03, NO_RESULT],
    ...set(UPPER, load(LEFT, 0, LOAD_BOTH)),
    ...set(LOWER, load(LEFT, left.row, LOAD_BOTH)),
    ...kept.flatMap(([upper, lower], v) => [
      ...set(VALUE, load(RIGHT, 2 * v, LOAD)),
      ...add(upper, UPPER),
      ...add(lower, LOWER),
    ]),
    ...set(LEFT, plus(get(LEFT), left.step * WIDTH)),
    ...set(RIGHT, plus(get(RIGHT), n * WIDTH)),
    ...set(LEFT_STEPS, plus(get(LEFT_STEPS), -1)),
    ...get(LEFT_STEPS),
    ...[0x0d, 0],
    END,
  ];
}

/** B' into the scratch, which takes the place of B. */
function transposed(n: number): Code {
  const code: number[] = [];
  for (let i = 0; i < n; i += 2)
    for (let j = 0; j < n; j += 2) {
      const [upper, lower] = [load(B, i * n + j, LOAD), load(B, (i + 1) * n + j, LOAD)];
      code.push(...constant(0), ...firsts(upper, lower), ...memory(STORE, j * n + i));
      code.push(...constant(0), ...seconds(upper, lower), ...memory(STORE, (j + 1) * n + i));
    }
  return [...code, ...set(B, constant(0))];
}

// ---- instructions -------------------------------------------------------------------------------

const [LOAD, LOAD_BOTH, STORE, SHUFFLE, ADD, MULTIPLY] = [0x00, 0x0a, 0x0b, 0x0d, 0xf0, 0xf2];

const simd = (instruction: number): Code => [0xfd, ...unsigned(instruction)];
const get = (local: number): Code => [0x20, local];
const set = (local: number, value: Code): Code => [...value, 0x21, local];
const constant = (value: number): Code => [0x41, ...signed(value)];
const plus = (value: Code, more: number): Code => [...value, ...constant(more), 0x6a];
/** Aligned as numbers are, `at` numbers after the address. */
const memory = (instruction: number, at: number): Code => [
  ...simd(instruction),
  3,
  ...unsigned(at * WIDTH),
];
const load = (address: number, at: number, how: number): Code => [
  ...get(address),
  ...memory(how, at),
];
const store = (at: number, value: Code): Code => [...get(OUT), ...value, ...memory(STORE, at)];

/** The first numbers of two vectors, and the second ones. */
const firsts = (one: Code, other: Code): Code => shuffle(one, other, 0);
const seconds = (one: Code, other: Code): Code => shuffle(one, other, WIDTH);
const shuffle = (one: Code, other: Code, from: number): Code => [
  ...one,
  ...other,
  ...simd(SHUFFLE),
  ...Array.from({ length: 2 * WIDTH }, (_, i) => (i < WIDTH ? from + i : WIDTH + from + i)),
];

// ---- the form of a module -----------------------------------------------------------------------

const section = (id: number, items: readonly Code[]): Code => {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
};
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (name: string): Code => vector(Array.from(name, (letter) => [letter.charCodeAt(0)]));

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -0x40 && value < 0x40
    ? [value & 0x7f]
    : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
