import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../math/random.ts';
import { barDivergences, mergeBars } from './bars.ts';
import { CONVEX, type ConvexName, jensenGap } from './jensen.ts';

function distribution(random: Random, n: number): number[] {
  const weights = Array.from({ length: n }, () => random.uniform() ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

it('adds up its terms, of which some may be negative', () => {
  const bars = barDivergences([0.5, 0.5], [0.25, 0.75]);
  expect(bars.forwardTerms[1]).toBeLessThan(0);
  expect(bars.forward).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 12);
  expect(bars.crossEntropy).toBeCloseTo(-(Math.log(0.25) + Math.log(0.75)) / 2, 12);
  expect(barDivergences([1, 0], [0.5, 0.5])).toMatchObject({
    ...{ reverse: Infinity, chiForward: 1, chiReverse: Infinity },
  });
  expect(bars.chiForward).toBeCloseTo(0.25 ** 2 / 0.25 + 0.25 ** 2 / 0.75, 12);
  expect(() => barDivergences([0.5, 0.4], [0.5, 0.5])).toThrow('add up to 0.9; expected 1');
  expect(() => barDivergences([1.5, -0.5], [0.5, 0.5])).toThrow('Bar 2 of p is -0.5');
});

it('has the properties of divergences for random bars', () => {
  const random = createRandom(1);
  for (let i = 0; i < 500; i++) {
    const n = 2 + random.integer(6);
    const [p, q] = [distribution(random, n), distribution(random, n)];
    const bars = barDivergences(p, q);
    expect(bars.forward).toBeGreaterThanOrEqual(0);
    expect(bars.totalVariation).toBeLessThanOrEqual(Math.sqrt(bars.forward / 2) + 1e-12);
    expect(bars.jensenShannon).toBeLessThanOrEqual(Math.LN2);
    const first = random.integer(n - 1);
    const merged = barDivergences(mergeBars(p, first), mergeBars(q, first));
    expect(bars.forward).toBeLessThanOrEqual(Math.log1p(bars.chiForward) + 1e-12);
    for (const name of [
      ...(['forward', 'reverse', 'chiForward', 'chiReverse'] as const),
      ...(['jensenShannon', 'totalVariation'] as const),
    ])
      expect(merged[name]).toBeLessThanOrEqual(bars[name] + 1e-12);
    // Gibbs' inequality is Jensen's for the ratios q / p.
    const ratios = p.map((share, k) => q[k] / share);
    expect(jensenGap('-log', p, ratios).gap).toBeCloseTo(bars.forward, 10);
  }
});

it('has a Jensen gap that is never negative and closes where the atoms meet', () => {
  const random = createRandom(2);
  for (const name of Object.keys(CONVEX) as ConvexName[])
    for (let i = 0; i < 100; i++) {
      const weights = distribution(random, 3);
      const atoms = [0, 1, 2].map(() => 0.1 + 3 * random.uniform());
      const { gap, meanOfValues, mean } = jensenGap(name, weights, atoms);
      const average = weights.reduce((sum, w, k) => sum + w * CONVEX[name].f(atoms[k]), 0);
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(meanOfValues).toBeCloseTo(average, 11);
      expect(jensenGap(name, weights, [mean, mean, mean]).gap).toBeCloseTo(0, 12);
    }
  expect(jensenGap('-log', [0.5, 0.5], [0, 1]).gap).toBe(Infinity);
  expect(() => jensenGap('-log', [0.5, 0.5], [-1, 1])).toThrow('Atom 1 is at -1');
});
