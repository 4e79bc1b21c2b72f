import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luSolve } from './lu.ts';
import { createRandom } from './random.ts';

describe('luSolve', () => {
  it('solves general systems, also those that need row exchanges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (n, seed) => {
        const random = createRandom(seed);
        const m = Float64Array.from({ length: n * n }, () => random.normal());
        if (n > 1) m[0] = 0;
        const x = Float64Array.from({ length: n }, () => random.normal());
        const b = new Float64Array(n);
        for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) b[i] += m[i * n + k] * x[k];
        const right = b.slice();
        const smallest = luSolve(m.slice(), b, n);
        fc.pre(smallest > 1e-3);
        for (let i = 0; i < n; i++) {
          let product = 0;
          for (let k = 0; k < n; k++) product += m[i * n + k] * b[k];
          expect(product).toBeCloseTo(right[i], 8);
        }
      }),
    );
  });

  it('says that a matrix is singular', () => {
    expect(luSolve(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1), 2)).toBe(0);
  });
});
