import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import {
  addOuter,
  multiply,
  multiplyLeftTransposed,
  multiplyVector,
  multiplyVectors,
  multiplyVectorsLower,
  multiplyVectorsLowerTransposed,
  multiplyVectorTransposed,
  symmetricLeftTransposed,
  symmetricRightTransposed,
} from './smallMatrix.ts';

/** Where A, B and the result start in their arrays. */
const [A_AT, B_AT, OUT_AT] = [2, 3, 1];

function randomMatrix(n: number, at: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: at + n * n }, () => random.normal());
}

function naive(n: number, left: (i: number, k: number) => number, right: typeof left): number[] {
  return Array.from({ length: n * n }, (_, entry) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += left(Math.floor(entry / n), k) * right(k, entry % n);
    return sum;
  });
}

function expectEntries(out: Float64Array, expected: number[]): void {
  expect(out[0]).toBe(7);
  expected.forEach((value, entry) => {
    expect(out[OUT_AT + entry]).toBeCloseTo(value, 12);
  });
}

describe.each([1, 2, 3, 4, 7, 10])('products of %i x %i matrices', (n) => {
  const a = randomMatrix(n, A_AT, n);
  const b = randomMatrix(n, B_AT, n + 100);
  const at = (i: number, k: number) => a[A_AT + i * n + k];
  const out = () => new Float64Array(OUT_AT + n * n).fill(7);

  it('multiplies', () => {
    const result = out();
    multiply(n, a, A_AT, b, B_AT, result, OUT_AT);
    expectEntries(
      result,
      naive(n, at, (k, j) => b[B_AT + k * n + j]),
    );
    multiplyLeftTransposed(n, a, A_AT, b, B_AT, result, OUT_AT);
    expectEntries(
      result,
      naive(
        n,
        (i, k) => at(k, i),
        (k, j) => b[B_AT + k * n + j],
      ),
    );
  });

  it('multiplies vectors', () => {
    const result = out();
    const along = (left: (i: number, k: number) => number) =>
      Array.from({ length: n }, (_, i) => {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += left(i, k) * b[B_AT + k];
        return sum;
      });
    multiplyVector(n, a, A_AT, b, B_AT, result, OUT_AT);
    expectEntries(result, along(at));
    multiplyVectorTransposed(n, a, A_AT, b, B_AT, result, OUT_AT);
    expectEntries(
      result,
      along((i, k) => at(k, i)),
    );
  });

  it.each([1, 2, 3, 4, 6])('multiplies %i vectors as it does one', (count) => {
    const lower = a.map((value, at) => {
      const [i, j] = [Math.floor((at - A_AT) / n), (at - A_AT) % n];
      return j > i ? 0 : value;
    });
    const [xBy, outBy] = [n + 2, n + 1];
    const x = Float64Array.from({ length: B_AT + count * xBy }, (_, at) => Math.sin(at));
    for (const [many, one, factor] of [
      [multiplyVectors, multiplyVector, a],
      [multiplyVectorsLower, multiplyVector, lower],
      [multiplyVectorsLowerTransposed, multiplyVectorTransposed, lower],
    ] as const) {
      const [result, expected] = [0, 1].map(() => new Float64Array(OUT_AT + count * outBy).fill(7));
      many(n, factor, A_AT, count, x, B_AT, xBy, result, OUT_AT, outBy);
      for (let v = 0; v < count; v++)
        one(n, factor, A_AT, x, B_AT + v * xBy, expected, OUT_AT + v * outBy);
      expect(result).toEqual(expected);
    }
  });

  it('adds outer products', () => {
    const result = out();
    addOuter(n, -0.5, a, A_AT, b, B_AT, result, OUT_AT);
    expectEntries(
      result,
      Array.from({ length: n * n }, (_, entry) => {
        const [i, j] = [Math.floor(entry / n), entry % n];
        return 7 - 0.5 * a[A_AT + i] * b[B_AT + j];
      }),
    );
  });

  it('makes symmetric products from half their entries', () => {
    // With S symmetric, A' (S A) and A (A S)' are.
    const symmetric = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) symmetric[i * n + j] = b[B_AT + i * n + j] + b[B_AT + j * n + i];
    const between = new Float64Array(n * n);
    const result = out();
    multiply(n, symmetric, 0, a, A_AT, between, 0);
    symmetricLeftTransposed(n, a, A_AT, between, 0, result, OUT_AT);
    expectEntries(
      result,
      naive(
        n,
        (i, k) => at(k, i),
        (k, j) => between[k * n + j],
      ),
    );
    multiply(n, a, A_AT, symmetric, 0, between, 0);
    symmetricRightTransposed(n, between, 0, a, A_AT, result, OUT_AT);
    expectEntries(
      result,
      naive(
        n,
        (i, k) => between[i * n + k],
        (k, j) => at(j, k),
      ),
    );
  });
});
