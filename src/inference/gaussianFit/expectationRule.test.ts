import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { type ExpectationRule, hermiteRule, matchedRule, planeRule } from './expectationRule.ts';

function expectation(
  { dimension, count, nodes, weights }: ExpectationRule,
  of: (x: Float64Array) => number,
) {
  let sum = 0;
  for (let k = 0; k < count; k++)
    sum += weights[k] * of(nodes.subarray(k * dimension, (k + 1) * dimension));
  return sum;
}

describe('Gauss-Hermite quadrature', () => {
  it.each([1, 2, 3, 8, 20, 40, 64])(
    'with %i nodes has the moments of a standard normal',
    (nodes) => {
      const rule = hermiteRule(nodes);
      let moment = 1;
      for (let degree = 0; degree < Math.min(2 * nodes, 24); degree += 2) {
        expect(expectation(rule, ([x]) => x ** degree) / moment).toBeCloseTo(1, 10);
        moment *= degree + 1;
      }
    },
  );

  it('has expectations in the plane', () => {
    const rule = planeRule(hermiteRule(12));
    // E cos(a x + b y) = exp(-(a^2 + b^2) / 2)
    expect(expectation(rule, ([x, y]) => Math.cos(x + 0.5 * y))).toBeCloseTo(Math.exp(-0.625), 8);
  });

  it('refuses rules it does not have', () => {
    expect(() => hermiteRule(0)).toThrow('1 to 64 nodes');
  });
});

it('matched draws have the mean and the covariance of a standard normal', () => {
  const rule = matchedRule(3, 500, createRandom(1));
  expect(expectation(rule, ([x, y, z]) => x + 2 * y - z)).toBeCloseTo(0, 14);
  expect(expectation(rule, ([x]) => x * x)).toBeCloseTo(1, 12);
  expect(expectation(rule, ([x, y]) => x * y)).toBeCloseTo(0, 12);
  expect(expectation(rule, ([x]) => x ** 4) / 3).toBeCloseTo(1, 0);
});
