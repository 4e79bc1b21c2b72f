import { expect, it } from 'vitest';
import { drawDirichlet, drawGamma, drawIndex, drawLogGamma } from './draws.ts';
import { createRandom } from './random.ts';
import { digamma } from './specialFunctions.ts';

const DRAWS = 100_000;
const meanOf = (draw: () => number): number => {
  let sum = 0;
  for (let i = 0; i < DRAWS; i++) sum += draw();
  return sum / DRAWS;
};

it.each([0.05, 0.4, 1, 3, 40])('draws of Gamma(%s, 1) have its moments', (shape) => {
  const random = createRandom(1);
  // Four standard errors: the variance of a draw is its shape, that of its square below.
  const error = 4 * Math.sqrt(shape / DRAWS);
  expect(Math.abs(meanOf(() => drawGamma(shape, random)) - shape)).toBeLessThan(error);
  const square = shape * (shape + 1);
  const fourth = square * (shape + 2) * (shape + 3);
  expect(Math.abs(meanOf(() => drawGamma(shape, random) ** 2) - square)).toBeLessThan(
    4 * Math.sqrt((fourth - square ** 2) / DRAWS),
  );
});

it('draws the logarithm where the number itself would underflow', () => {
  const random = createRandom(2);
  const logs = meanOf(() => drawLogGamma(0.001, random));
  // The standard deviation of log Gamma(a) is about 1 / a.
  expect(Math.abs(logs - digamma(0.001))).toBeLessThan((4 * 1000) / Math.sqrt(DRAWS));
  expect(drawDirichlet(0.0001, 5, random).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

it('draws indices by their weights, never one of weight 0', () => {
  const random = createRandom(3);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < DRAWS; i++) counts[drawIndex([0, 1, 3, 0], random, 4)] += 1;
  expect(counts[0] + counts[3]).toBe(0);
  expect(Math.abs(counts[1] / DRAWS - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / DRAWS));
});
