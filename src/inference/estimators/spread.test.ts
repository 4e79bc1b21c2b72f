import { expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { averages, spreadOf } from './spread.ts';

it('has the standard errors of an exponential distribution, whose moments are known', () => {
  const count = 100_000;
  const random = createRandom(3);
  const values = Float64Array.from({ length: count }, () => -Math.log(1 - random.uniform()));
  const { mean, variance, meanError, varianceError } = spreadOf(values);
  // Mean 1, variance 1, fourth central moment 9.
  expect(meanError * Math.sqrt(count)).toBeCloseTo(1, 1);
  expect(varianceError * Math.sqrt(count)).toBeCloseTo(Math.sqrt(9 - 1), 0);
  expect(Math.abs(mean - 1)).toBeLessThan(4 * meanError);
  expect(Math.abs(variance - 1)).toBeLessThan(4 * varianceError);
});

it('averages batches one after the other and leaves out the rest', () => {
  const out = new Float64Array(2);
  expect(averages([1, 3, 5, 9, 100], 5, 2, out)).toBe(2);
  expect(Array.from(out)).toEqual([2, 7]);
});
