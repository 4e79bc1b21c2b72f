import { expect, it } from 'vitest';
import { expDigamma } from './expDigamma.ts';
import { digamma } from './specialFunctions.ts';

it('is the exponential of digamma, from the smallest priors to the largest counts', () => {
  for (let log = Math.log(0.005); log < Math.log(1e9); log += 0.0137) {
    const x = Math.exp(log);
    const exact = Math.exp(digamma(x));
    // The exponential itself loses digits where its argument is large.
    const digits = 1e-13 + 4e-16 * Math.abs(digamma(x));
    expect(Math.abs(expDigamma(x) / exact - 1)).toBeLessThan(digits);
  }
});
