import { expect, it } from 'vitest';
import { kMeans } from './kMeans.ts';

const points = Float64Array.of(0, 0, 1, 0, 0, 1, 10, 10, 11, 10, 10, 11);

it('ends where every mean is that of its points', () => {
  const means = Float64Array.of(0, 0, 1, 0);
  expect(Array.from(kMeans(points, 2, means, 30))).toEqual([0, 0, 0, 1, 1, 1]);
  expect(Array.from(means, (value) => 3 * value)).toEqual(
    [1, 1, 31, 31].map((x) => expect.closeTo(x, 9)),
  );
});

it('leaves a mean without points where it was', () => {
  const means = Float64Array.of(0, 0, 10, 10, 500, 500);
  kMeans(points, 2, means, 30);
  expect(Array.from(means.subarray(4))).toEqual([500, 500]);
});
