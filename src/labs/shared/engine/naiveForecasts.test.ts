import { expect, it } from 'vitest';
import { naiveForecasts } from './naiveForecasts.ts';

const { NaN: GAP } = Number;

it('goes on with the last value there is of each column', () => {
  const values = Float32Array.of(1, 10, 2, GAP, 3, 30, 4, 40);
  const { lastValue, seasonal } = naiveForecasts(values, 2, 2, null);
  expect([...lastValue]).toEqual([GAP, GAP, GAP, GAP, 2, 10, 2, 10]);
  expect(seasonal).toBeNull();
});

it('repeats the last period that was seen, and none of what comes', () => {
  const values = Float32Array.from({ length: 12 }, (_, t) => t);
  const of = (season: number) =>
    [...(naiveForecasts(values, 1, 6, season).seasonal ?? [])].slice(6);
  expect(of(3)).toEqual([3, 4, 5, 3, 4, 5]);
  // Steps of a period with fractions are the nearest ones.
  expect(of(2.5)).toEqual([4, 5, 3, 4, 5, 4]);
  expect(Math.max(...of(1))).toBe(5);
  // No whole period has been seen.
  expect(of(9)).toEqual([5, 5, 5, 0, 1, 2]);
});
