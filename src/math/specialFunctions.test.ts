import { describe, expect, it } from 'vitest';
import { digamma, lgamma, multivariateDigamma, multivariateLogGamma } from './specialFunctions.ts';

const EULER = 0.5772156649015329;

describe('special functions', () => {
  it('knows closed forms', () => {
    expect(lgamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(lgamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(digamma(1)).toBeCloseTo(-EULER, 13);
    expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 13);
  });

  it('reduces to the univariate functions for p = 1', () => {
    for (const x of [0.3, 1.7, 40]) {
      expect(multivariateLogGamma(1, x)).toBe(lgamma(x));
      expect(multivariateDigamma(1, x)).toBe(digamma(x));
    }
  });

  it('satisfies the recursion of the multivariate gamma function', () => {
    const [p, x] = [4, 3.3];
    const step = ((p - 1) / 2) * Math.log(Math.PI) + lgamma(x);
    expect(multivariateLogGamma(p, x)).toBeCloseTo(step + multivariateLogGamma(p - 1, x - 0.5), 12);
  });

  it('has the multivariate digamma as the slope of the multivariate log-gamma', () => {
    for (const [p, x] of [
      [2, 1.2],
      [3, 5],
      [10, 30],
    ]) {
      const slope = (multivariateLogGamma(p, x + 1e-5) - multivariateLogGamma(p, x - 1e-5)) / 2e-5;
      expect(multivariateDigamma(p, x)).toBeCloseTo(slope, 6);
    }
  });
});
