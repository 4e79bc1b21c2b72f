import { expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { ancestry } from './ancestry.ts';

it('gives each individual two copies of each locus, and tables that sum to 1', () => {
  const { rows, starts, words, counts, tables, truth } = ancestry(
    { drift: 0.1, mixing: 0.5 },
    createRandom(1),
  );
  for (let d = 0; d < rows; d++) {
    const copies = new Map<number, number>();
    for (let at = starts[d]; at < starts[d + 1]; at++) {
      const locus = tables?.[words[at]] ?? -1;
      copies.set(locus, (copies.get(locus) ?? 0) + counts[at]);
    }
    expect([...new Set(copies.values())]).toEqual([2]);
    expect(copies.size).toBe(300);
  }
  const { topics = new Float64Array(0) } = truth ?? {};
  for (let at = 0; at < topics.length; at += 2) expect(topics[at] + topics[at + 1]).toBeCloseTo(1);
});

it('moves populations apart by F: the variance of frequencies is F p (1 - p)', () => {
  const spread = (drift: number) => {
    const { truth } = ancestry({ drift, mixing: 0.5 }, createRandom(2));
    const { topics = new Float64Array(0) } = truth ?? {};
    const V = topics.length / 3;
    let sum = 0;
    for (let v = 0; v < V; v += 2) {
      const p = [0, 1, 2].map((k) => topics[k * V + v]);
      const mean = (p[0] + p[1] + p[2]) / 3;
      sum += p.reduce((all, one) => all + (one - mean) ** 2 / 2, 0) / (V / 2);
    }
    return sum;
  };
  // E[p (1 - p)] of frequencies that are uniform from .05 to .95.
  const variance = 0.25 - 0.9 ** 2 / 12;
  expect(spread(0.1) / (0.1 * variance)).toBeGreaterThan(0.8);
  expect(spread(0.1) / (0.1 * variance)).toBeLessThan(1.2);
});
