import { expect, it } from 'vitest';
import {
  applyMeanLink,
  behindMeanLink,
  gaussianLogLikelihood,
  gaussianLogLikelihoodBackward,
} from './gaussianLikelihood.ts';

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

it('variances around another centre have the gradient of finite differences', () => {
  const CENTRE = -4;
  const [mean, raw] = [Float64Array.of(0.2, 0.7, 0.4), Float64Array.of(-2, 0.5, 6)];
  const targets = Float32Array.of(0.25, 0.5, 0.4);
  const [dMean, dRaw] = [new Float64Array(3), new Float64Array(3)];
  const likelihood = gaussianLogLikelihoodBackward(
    ...(['identity', mean, raw, targets, 1, dMean, dRaw, null, CENTRE] as const),
  );
  expect(gaussianLogLikelihood(mean, raw, targets, CENTRE)).toBe(likelihood);
  const h = 1e-6;
  raw.forEach((value, k) => {
    const at = (shift: number) =>
      gaussianLogLikelihood(mean, raw.with(k, value + shift), targets, CENTRE);
    expect(dRaw[k]).toBeCloseTo((at(h) - at(-h)) / (2 * h), 6);
  });
});
