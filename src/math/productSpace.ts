/** Memory for n x n matrices that are multiplied often, and the products of what lies in it. */
import { type AddressedProduct, simdProducts } from './simdProducts.ts';
import {
  multiply,
  multiplyLeftTransposed,
  symmetricLeftTransposed,
  symmetricRightTransposed,
} from './smallMatrix.ts';

/** A product of `smallMatrix.ts` for one n: factors and result are arrays and where they begin there. */
type SquareProduct = (
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  out: Float64Array,
  outAt: number,
) => void;

export interface SquareProducts {
  readonly multiply: SquareProduct;
  readonly multiplyLeftTransposed: SquareProduct;
  readonly symmetricLeftTransposed: SquareProduct;
  readonly symmetricRightTransposed: SquareProduct;
}

export interface ProductSpace {
  /** Takes arrays made by `zeros` alone. */
  readonly products: SquareProducts;
  /** A new array of so many numbers. */
  zeros(length: number): Float64Array;
}

/** Bytes of a page of WebAssembly's memory, and of a number. */
const PAGE = 65_536;
const WIDTH = Float64Array.BYTES_PER_ELEMENT;
/** Of smaller matrices a call costs as much as their product. */
const SMALLEST = 4;

/**
 * What `make` makes of arrays that it takes from a space. In WebAssembly where that has vectors, which
 * is several times as fast and gives the same numbers.
 *
 * @param make called twice where it is not known yet how much memory it takes
 */
export function inProductSpace<Made>(n: number, make: (space: ProductSpace) => Made): Made {
  const plain = plainSpace(n);
  if (n < SMALLEST) return make(plain);
  let length = 0;
  const made = make({
    products: plain.products,
    zeros(size) {
      length += evenly(size);
      return plain.zeros(size);
    },
  });
  const space = simdSpace(n, length);
  return space ? make(space) : made;
}

/** In JavaScript. */
export function plainSpace(n: number): ProductSpace {
  return {
    products: {
      multiply: (...factors) => multiply(n, ...factors),
      multiplyLeftTransposed: (...factors) => multiplyLeftTransposed(n, ...factors),
      symmetricLeftTransposed: (...factors) => symmetricLeftTransposed(n, ...factors),
      symmetricRightTransposed: (...factors) => symmetricRightTransposed(n, ...factors),
    },
    zeros: (length) => new Float64Array(length),
  };
}

/** @param length of all arrays together */
function simdSpace(n: number, length: number): ProductSpace | null {
  const memory = memoryFor(n * n + length);
  const products = memory && simdProducts(n, memory);
  if (!memory || !products) return null;
  let used = n * n;
  return {
    products: {
      multiply: atAddresses(products.multiply),
      multiplyLeftTransposed: atAddresses(products.multiplyLeftTransposed),
      symmetricLeftTransposed: atAddresses(products.symmetricLeftTransposed),
      symmetricRightTransposed: atAddresses(products.symmetricRightTransposed),
    },
    zeros(size) {
      const array = new Float64Array(memory.buffer, used * WIDTH, size);
      used += evenly(size);
      return array;
    },
  };
}

/** Null where there is no WebAssembly, or no room for it. */
function memoryFor(length: number): WebAssembly.Memory | null {
  const pages = Math.ceil((length * WIDTH) / PAGE);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch {
    return null;
  }
}

/** Vectors of two numbers are read faster where they do not cross a line of the cache. */
const evenly = (length: number): number => length + (length % 2);

const atAddresses =
  (product: AddressedProduct): SquareProduct =>
  (a, aAt, b, bAt, out, outAt) =>
    product(a.byteOffset + WIDTH * aAt, b.byteOffset + WIDTH * bAt, out.byteOffset + WIDTH * outAt);
