import { expect, it } from 'vitest';
import { correlationOf, correlationsOf } from './correlations.ts';

// Variances 4, 10 and 14; covariances 2, 2 and 4.
const FACTOR = [2, 0, 0, 1, 3, 0, 1, 1, Math.sqrt(12)];
const snapshot = {
  latentDimension: 3,
  deviations: Float32Array.from([4, 10, 14, 1, 1, 1], Math.sqrt),
  factors: Float32Array.of(...FACTOR, 1, 0, 0, 0, 1, 0, 0, 0, 1),
};

it('correlations follow from the factors, whichever of two dimensions comes first', () => {
  expect(correlationOf(snapshot, 0, [0, 1])).toBeCloseTo(2 / Math.sqrt(40), 6);
  expect(correlationOf(snapshot, 0, [2, 1])).toBeCloseTo(4 / Math.sqrt(140), 6);
  expect(correlationOf(snapshot, 0, [1, 2])).toBeCloseTo(4 / Math.sqrt(140), 6);
  expect(Array.from(correlationsOf(snapshot, [0, 2]) ?? [])[1]).toBe(0);
});

it('diagonal posteriors have none, and neither has a line', () => {
  expect(correlationOf({ ...snapshot, factors: null }, 0, [0, 1])).toBe(0);
  expect(correlationsOf({ ...snapshot, factors: null }, [0, 1])).toBeNull();
  const line = { latentDimension: 1, deviations: Float32Array.of(1), factors: Float32Array.of(1) };
  expect(correlationsOf(line, [0, 1])).toBeNull();
});
