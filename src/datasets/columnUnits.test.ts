import { describe, expect, it } from 'vitest';
import {
  covarianceInOwnUnits,
  fromOwn,
  inModelUnits,
  inOwnUnits,
  logVolume,
  ownText,
  roundedToOwn,
  toOwn,
} from './columnUnits.ts';

const units = [
  { offset: 1.6e12, scale: 5e4 },
  { offset: -3, scale: 0.25 },
];

it('leads there and back', () => {
  const own = [1.6e12 + 12345, -2.5, 1.6e12 - 1e5, -7];
  const back = inOwnUnits(units, inModelUnits(units, own));
  back.forEach((value, at) => {
    // As near as a Float32 in model units can be.
    expect(Math.abs(value - own[at])).toBeLessThan(units[at % 2].scale * 1e-5);
  });
  expect(fromOwn(units[1], toOwn(units[1], 0.5))).toBe(0.5);
});

it('takes covariances by both scales, and densities by the volume', () => {
  expect(covarianceInOwnUnits(units, [1, 0.5, 0.5, 2])).toEqual([2.5e9, 6250, 6250, 0.125]);
  expect(logVolume(units)).toBeCloseTo(Math.log(5e4 * 0.25), 12);
});

it('gives no digits that a Float32 does not have, and all that it has', () => {
  expect(roundedToOwn({ offset: 0, scale: 1 }, Math.fround(0.3))).toBe(0.300000012);
  expect(Math.fround(roundedToOwn({ offset: 0, scale: 1 }, Math.fround(1 / 3)))).toBe(
    Math.fround(1 / 3),
  );
  // Digits beside a large offset are those of the small part.
  expect(roundedToOwn(units[0], Math.fround(0.1))).toBe(1.6e12 + 5000.00007);
  expect(roundedToOwn(units[0], 0)).toBe(1.6e12);
  expect(roundedToOwn(units[0], Number.NaN)).toBeNaN();
});

describe('in words', () => {
  it.each([
    [{ offset: 0, scale: 1 }, -1.234, '−1.23'],
    [{ offset: 0, scale: 1 }, -0.001, '0.00'],
    [{ offset: 50, scale: 20 }, 1.2345, '74.7'],
    [{ offset: 0, scale: 3000 }, 2, '6000'],
    [{ offset: 0, scale: 0.004 }, 3, '0.01200'],
    [{ offset: 0, scale: 1.6e-20 }, 10, '1.6e−19'],
    [{ offset: 1.6e12, scale: 5e4 }, 1, '1600000050000'],
  ])('%o of %d is %s', (unit, value, text) => {
    expect(ownText(unit, value)).toBe(text);
  });
});
