import { expect, it } from 'vitest';
import { applyMeanLink, behindMeanLink } from './gaussianLikelihood.ts';

it('means of pictures are those of training, to the bit of a 32-bit number', () => {
  const grid = Float64Array.from({ length: 200_001 }, (_, at) => (at - 100_000) / 1234.5);
  const far = Float64Array.of(-0, 709, -709, 746, -746, 1e30, -1e30, Infinity, -Infinity, NaN);
  for (const before of [grid, far, Float32Array.from(grid), Float32Array.from(far)])
    for (const link of ['identity', 'sigmoid', 'bernoulli'] as const) {
      const mean = Float64Array.from(before);
      applyMeanLink(link, mean);
      const expected = Float32Array.from(mean);
      const found = behindMeanLink(link, before);
      expect(found.findIndex((value, at) => !Object.is(value, expected[at]))).toBe(-1);
    }
});
