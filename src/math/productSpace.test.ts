import { describe, expect, it } from 'vitest';
import { inProductSpace, type ProductSpace, plainSpace } from './productSpace.ts';
import { createRandom, fillNormal } from './random.ts';
import { simdProducts } from './simdProducts.ts';

const NAMES = [
  'multiply',
  'multiplyLeftTransposed',
  'symmetricLeftTransposed',
  'symmetricRightTransposed',
] as const;
/** Where A, B and the result begin in their arrays. */
const [A_AT, B_AT, OUT_AT] = [1, 2, 3];

/** What the products of a space make of the same numbers, with what lies around the results. */
function productsIn({ products, zeros }: ProductSpace, n: number): Record<string, number[]> {
  const random = createRandom(n);
  const [a, b, out] = [A_AT, B_AT, OUT_AT].map((at) => zeros(at + n * n + 1));
  for (const array of [a, b]) fillNormal(random, array);
  return Object.fromEntries(
    NAMES.map((name) => {
      out.fill(7);
      products[name](a, A_AT, b, B_AT, out, OUT_AT);
      return [name, Array.from(out)];
    }),
  );
}

describe('products of matrices in a space of their own', () => {
  it('are in WebAssembly where n is even', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(simdProducts(10, memory)).not.toBeNull();
    expect(simdProducts(7, memory)).toBeNull();
  });

  it.each([1, 2, 3, 4, 6, 7, 8, 10, 12, 20, 22, 30, 40])(
    'are those of JavaScript to the bit, n = %i',
    (n) => {
      const expected = productsIn(plainSpace(n), n);
      expect(inProductSpace(n, (space) => productsIn(space, n))).toEqual(expected);
      for (const name of NAMES) {
        expect(expected[name].slice(0, OUT_AT)).toEqual([7, 7, 7]);
        expect(expected[name].at(-1)).toBe(7);
      }
    },
  );

  it('hold what is not a number, and leave it there', () => {
    const result = inProductSpace(4, ({ products, zeros }) => {
      const [a, b, out] = [zeros(16).fill(1), zeros(16).fill(2), zeros(16)];
      a[4] = Number.NaN;
      b[2] = Infinity;
      products.multiply(a, 0, b, 0, out, 0);
      return Array.from(out);
    });
    expect(result.slice(0, 4)).toEqual([8, 8, Infinity, 8]);
    expect(result.slice(4, 8)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('does without WebAssembly where there is none', () => {
    const { Memory } = WebAssembly;
    WebAssembly.Memory = class {
      constructor() {
        throw new RangeError('no room');
      }
    } as unknown as typeof Memory;
    try {
      const expected = productsIn(plainSpace(6), 6);
      expect(inProductSpace(6, (space) => productsIn(space, 6))).toEqual(expected);
    } finally {
      WebAssembly.Memory = Memory;
    }
  });
});
