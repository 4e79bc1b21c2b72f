import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRandom,
  fillNormal,
  forkRandom,
  type Random,
  restoreRandom,
  shuffle,
} from './random.ts';

const draws = (random: Random, n: number) =>
  Array.from({ length: n }, (_, i) => (i % 3 === 0 ? random.uniform() : random.normal()));

describe('random streams', () => {
  it('repeats itself for the same seed and differs for the next', () => {
    expect(draws(createRandom(7), 50)).toEqual(draws(createRandom(7), 50));
    expect(createRandom(7).uniform()).not.toBeCloseTo(createRandom(8).uniform(), 3);
  });

  it('keeps named streams apart', () => {
    expect(draws(forkRandom(7, 'data'), 5)).toEqual(draws(forkRandom(7, 'data'), 5));
    expect(forkRandom(7, 'data').uniform()).not.toBe(forkRandom(7, 'noise').uniform());
  });

  it('distinguishes seeds beyond 32 bits', () => {
    expect(createRandom(1).uniform()).not.toBe(createRandom(1 + 2 ** 32).uniform());
  });

  it('goes on bit for bit from any state, through JSON, spare normal included', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(9), (seed, used) => {
        const random = createRandom(seed);
        draws(random, used);
        const restored = restoreRandom(JSON.parse(JSON.stringify(random.state())));
        expect(draws(restored, 20)).toEqual(draws(random, 20));
      }),
    );
  });

  it('rejects what is not a state', () => {
    expect(() => restoreRandom([1, 2, 3])).toThrow(RangeError);
    expect(() => restoreRandom([1, 2, 3, 0.5, 0, 0])).toThrow(RangeError);
  });

  it('has the moments of a uniform and of a standard normal, also across first draws of seeds', () => {
    const n = 40_000;
    const normals = new Float64Array(n);
    fillNormal(createRandom(1), normals);
    const moment = (power: number) => normals.reduce((sum, x) => sum + x ** power, 0) / n;
    expect(Math.abs(moment(1))).toBeLessThan(0.02);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2);
    let firsts = 0;
    for (let seed = 0; seed < 4_000; seed++) firsts += createRandom(seed).uniform();
    expect(Math.abs(firsts / 4_000 - 0.5)).toBeLessThan(0.02);
  });

  it('draws integers uniformly', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 10_000; i++) counts[random.integer(5)]++;
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });
});

describe('shuffle', () => {
  it('is a permutation that puts each item first equally often', () => {
    const random = createRandom(5);
    const firsts = [0, 0, 0, 0];
    for (let i = 0; i < 8_000; i++) {
      const items = Int32Array.of(0, 1, 2, 3);
      shuffle(random, items, 1);
      firsts[items[0]]++;
      expect([...items].sort()).toEqual([0, 1, 2, 3]);
    }
    for (const count of firsts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('shuffles everything by default', () => {
    const items = Int32Array.from({ length: 100 }, (_, i) => i);
    shuffle(createRandom(5), items);
    expect([...items]).not.toEqual([...items].sort((a, b) => a - b));
    expect(new Set(items).size).toBe(100);
  });
});
