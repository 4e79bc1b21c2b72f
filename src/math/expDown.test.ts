import { expect, it } from 'vitest';
import { expDown, LEAST_EXPONENT } from './expDown.ts';
import { createRandom } from './random.ts';

it('agrees with Math.exp to the last digits over all of its range', () => {
  const random = createRandom(1);
  let worst = 0;
  for (let draw = 0; draw < 200_000; draw++) {
    const x = LEAST_EXPONENT * random.uniform() ** 3;
    worst = Math.max(worst, Math.abs(expDown(x) / Math.exp(x) - 1));
  }
  expect(worst).toBeLessThan(5e-16);
});

it('is exact where there is nothing to do, and holds at the ends', () => {
  expect(expDown(0)).toBe(1);
  expect(expDown(-1e-17)).toBe(1);
  expect(expDown(LEAST_EXPONENT) / Math.exp(LEAST_EXPONENT)).toBeCloseTo(1, 14);
});
