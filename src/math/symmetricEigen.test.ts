import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { symmetricEigen } from './symmetricEigen.ts';

describe('symmetricEigen', () => {
  it.each([1, 2, 3, 6])('takes a random %i x %i matrix apart and together again', (n) => {
    const random = createRandom(n);
    const root = Float64Array.from({ length: n * n }, () => random.normal());
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) matrix[i * n + j] = root[i * n + j] + root[j * n + i];
    const values = matrix.slice();
    const vectors = new Float64Array(n * n);
    symmetricEigen(values, vectors, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let product = 0;
        let overlap = 0;
        for (let e = 0; e < n; e++) {
          product += vectors[i * n + e] * values[e * n + e] * vectors[j * n + e];
          overlap += vectors[e * n + i] * vectors[e * n + j];
        }
        expect(product).toBeCloseTo(matrix[i * n + j], 12);
        expect(overlap).toBeCloseTo(i === j ? 1 : 0, 12);
      }
  });

  it('leaves diagonal and singular matrices finite', () => {
    for (const matrix of [
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [1e-300, 0, 0, 1e300],
    ]) {
      const values = Float64Array.from(matrix);
      symmetricEigen(values, new Float64Array(4), 2);
      expect(values.every(Number.isFinite)).toBe(true);
      expect(values[0] + values[3]).toBeCloseTo(matrix[0] + matrix[3], 12);
    }
  });
});
