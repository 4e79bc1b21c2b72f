import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cholesky,
  choleskyBackward,
  choleskyInverse,
  choleskyLogDet,
  choleskyWithInverse,
  POSITIVE_DEFINITE,
  solveLower,
  solveLowerTransposed,
} from './cholesky.ts';
import { createRandom } from './random.ts';

const AT = 3;

/** A random positive definite n x n matrix that starts at AT in a longer array. */
function positiveDefinite(n: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const g = Float64Array.from({ length: n * n }, () => random.normal());
  const a = new Float64Array(AT + n * n + 2).fill(7);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 0.3 : 0;
      for (let k = 0; k < n; k++) sum += g[i * n + k] * g[j * n + k];
      a[AT + i * n + j] = sum;
    }
  return a;
}

const lowerAt = (l: Float64Array, n: number, i: number, k: number) =>
  k <= i ? l[AT + i * n + k] : 0;

const matrices = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer());

describe('cholesky', () => {
  it('gives back the matrix as L L', () => {
    fc.assert(
      fc.property(matrices, ([n, seed]) => {
        const a = positiveDefinite(n, seed);
        const l = a.slice();
        expect(cholesky(l, AT, n)).toBe(POSITIVE_DEFINITE);
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let k = 0; k < n; k++) sum += lowerAt(l, n, i, k) * lowerAt(l, n, j, k);
            expect(sum).toBeCloseTo(a[AT + i * n + j], 10);
          }
        expect([...l.slice(0, AT), ...l.slice(AT + n * n)]).toEqual([7, 7, 7, 7, 7]);
      }),
    );
  });

  it('inverts, solves and takes determinants', () => {
    fc.assert(
      fc.property(matrices, ([n, seed]) => {
        const a = positiveDefinite(n, seed);
        const l = a.slice();
        cholesky(l, AT, n);
        const inverse = new Float64Array(1 + n * n);
        choleskyInverse(l, AT, inverse, 1, n);
        const b = Float64Array.from({ length: n }, (_, i) => i - 1.5);
        const x = b.slice();
        solveLower(l, AT, x, 0, n);
        solveLowerTransposed(l, AT, x, 0, n);
        for (let i = 0; i < n; i++) {
          let product = 0;
          let solution = 0;
          for (let k = 0; k < n; k++) {
            product += a[AT + i * n + k] * x[k];
            solution += inverse[1 + i * n + k] * b[k];
          }
          expect(product).toBeCloseTo(b[i], 7);
          expect(solution).toBeCloseTo(x[i], 7);
        }
        const scaled = a.map((value) => 4 * value);
        cholesky(scaled, AT, n);
        const difference = choleskyLogDet(scaled, AT, n) - choleskyLogDet(l, AT, n);
        expect(difference).toBeCloseTo(n * Math.log(4), 10);
      }),
    );
    expect(choleskyLogDet(Float64Array.of(2, 0, 9, 3), 0, 2)).toBeCloseTo(Math.log(36), 12);
  });

  it('factorises and inverts the factor in one go', () => {
    fc.assert(
      fc.property(matrices, ([n, seed]) => {
        const [separate, joint] = [positiveDefinite(n, seed), positiveDefinite(n, seed)];
        const inverse = new Float64Array(1 + n * n);
        expect(choleskyWithInverse(joint, AT, inverse, 1, n)).toBe(POSITIVE_DEFINITE);
        cholesky(separate, AT, n);
        for (let i = 0; i < n; i++)
          for (let j = 0; j <= i; j++) {
            expect(lowerAt(joint, n, i, j)).toBeCloseTo(lowerAt(separate, n, i, j), 10);
            let identity = 0;
            for (let k = j; k <= i; k++)
              identity += lowerAt(joint, n, i, k) * inverse[1 + k * n + j];
            expect(identity).toBeCloseTo(i === j ? 1 : 0, 8);
          }
      }),
    );
    const indefinite = Float64Array.of(4, 0, 2, 1);
    indefinite[3] = -5;
    expect(choleskyWithInverse(indefinite, 0, new Float64Array(4), 0, 2)).toBe(1);
    expect(indefinite[3]).toBeCloseTo(-6, 14);
  });

  it('reports the pivot that is not positive instead of clamping it', () => {
    const indefinite = Float64Array.of(0, 4, 0, 0, 2, 1, 0, 2, 5, 1);
    expect(cholesky(indefinite, 1, 3)).toBe(1);
    expect(indefinite[1 + 4]).toBeCloseTo(0, 14);
    const negative = Float64Array.of(-2);
    expect(cholesky(negative, 0, 1)).toBe(0);
    expect(negative[0]).toBe(-2);
    expect(cholesky(Float64Array.of(Number.NaN), 0, 1)).toBe(0);
    expect(cholesky(Float64Array.of(Infinity), 0, 1)).toBe(0);
  });
});

describe('choleskyBackward', () => {
  it.each([1, 2, 3, 5])('agrees with finite differences for n = %i', (n) => {
    const a = positiveDefinite(n, 11);
    const random = createRandom(12);
    const weights = Float64Array.from({ length: n * n }, () => random.normal());
    const loss = (matrix: Float64Array) => {
      const l = matrix.slice();
      cholesky(l, AT, n);
      let sum = 0;
      for (let i = 0; i < n; i++)
        for (let j = 0; j <= i; j++) sum += weights[i * n + j] * l[AT + i * n + j];
      return sum;
    };
    const l = a.slice();
    cholesky(l, AT, n);
    const bar = weights.slice();
    choleskyBackward(l, AT, bar, 0, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        const [up, down] = [a.slice(), a.slice()];
        up[AT + i * n + j] += 1e-6;
        down[AT + i * n + j] -= 1e-6;
        expect(bar[i * n + j]).toBeCloseTo((loss(up) - loss(down)) / 2e-6, 6);
      }
  });
});
