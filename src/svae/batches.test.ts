import { expect, it } from 'vitest';
import { createRandom, restoreRandom } from '../math/random.ts';
import { BatchSampler } from './batches.ts';

it('draws distinct rows, each as often as any other', () => {
  const sampler = new BatchSampler(10, 4, 1);
  const random = createRandom(1);
  const visits = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 5000; draw++) {
    const rows = sampler.draw(random);
    expect(new Set(rows).size).toBe(4);
    for (const row of rows) visits[row] += 1;
  }
  for (const count of visits) expect(Math.abs(count - 2000)).toBeLessThan(150);
});

it('draws all rows when asked for as many or more', () => {
  for (const asked of [6, 100]) {
    const rows = new BatchSampler(6, asked, 1).draw(createRandom(2));
    expect([...rows].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  }
});

it('draws whole windows of consecutive rows, no two alike', () => {
  const sampler = new BatchSampler(20, 14, 5);
  const rows = sampler.draw(createRandom(3));
  expect(rows.length).toBe(10);
  for (let i = 0; i < rows.length; i++) {
    if (i % 5 !== 0) expect(rows[i]).toBe(rows[i - 1] + 1);
    expect(rows[i]).toBeLessThan(20);
  }
  expect(rows[0]).not.toBe(rows[5]);
});

it('depends on the random stream alone, not on what was drawn before', () => {
  const sampler = new BatchSampler(50, 10, 1);
  const random = createRandom(4);
  sampler.draw(random);
  const state = random.state();
  const next = [...sampler.draw(random)];
  expect([...new BatchSampler(50, 10, 1).draw(restoreRandom(state))]).toEqual(next);
});

it('refuses windows longer than the data, in words', () => {
  expect(() => new BatchSampler(10, 20, 11)).toThrow(/window of 11 rows does not fit into 10/);
});
