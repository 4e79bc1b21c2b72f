import { expect, it } from 'vitest';
import { packArrays, unpackArrays } from './packedArrays.ts';

it('gives back what was packed, empty arrays and NaN too', () => {
  const arrays = [Float64Array.of(1, Number.NaN), new Float64Array(0), Float64Array.of(-3)];
  expect(unpackArrays(packArrays(arrays), 3)).toEqual(arrays);
});

it('refuses another number of arrays, or numbers missing', () => {
  const packed = packArrays([Float64Array.of(1, 2), Float64Array.of(3)]);
  expect(() => unpackArrays(packed, 3)).toThrow(RangeError);
  expect(() => unpackArrays(packed.subarray(0, packed.length - 1), 2)).toThrow(/pack 2 arrays/);
  expect(() => unpackArrays(new Float64Array(0), 2)).toThrow(RangeError);
});
