import { expect, it } from 'vitest';
import { sharedParts } from './sharedParts.ts';

const snapshot = (mean: number) => ({
  target: { peaks: [{ mean: 1 }, { mean: 2 }] },
  fits: [{ mean, path: Float32Array.of(1, Number.NaN) }],
});

it('keeps the parts that say the same, and the whole where all of them do', () => {
  const before = snapshot(0);
  const next = sharedParts(before, snapshot(0.5));
  expect(next).toEqual(snapshot(0.5));
  expect(next.target).toBe(before.target);
  expect(next.fits).not.toBe(before.fits);
  expect(next.fits[0].path).toBe(before.fits[0].path);
  expect(sharedParts(before, snapshot(0))).toBe(before);
});

it('tells a list from an object, a shorter list from a longer one, and 0 from −0', () => {
  expect(sharedParts({ 0: 1 }, [1])).toEqual([1]);
  expect(sharedParts([1, 2], [1])).toEqual([1]);
  expect(sharedParts({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(Object.is(sharedParts([0], [-0])[0], -0)).toBe(true);
  expect(sharedParts(Float32Array.of(1), Float64Array.of(1))).toBeInstanceOf(Float64Array);
  expect(sharedParts(null, { a: 1 })).toEqual({ a: 1 });
});
