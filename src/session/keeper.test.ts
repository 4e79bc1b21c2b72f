import { afterEach, expect, it, vi } from 'vitest';
import { Keeper } from './keeper.ts';

afterEach(() => void vi.restoreAllMocks());

it('takes copies now and then in training', () => {
  const clock = vi.spyOn(performance, 'now');
  const keeper = new Keeper('worker', 'first');
  const isDue = (at: number) => {
    clock.mockReturnValue(at);
    return keeper.isDue(true, [at]);
  };
  expect([0, 100, 399, 400, 500, 801].map(isDue)).toEqual([true, false, false, true, false, true]);
  expect(keeper.copy).toBe('first');
});

it('takes a copy at rest as soon as the run has changed', () => {
  const settings = { rate: 1 };
  const keeper = new Keeper('page', 'first', [7, settings]);
  expect(keeper.isDue(false, [7, settings])).toBe(false);
  expect(keeper.isDue(false, [8, settings])).toBe(true);
  keeper.keep('second', [8, settings]);
  expect(keeper.isDue(false, [8, settings])).toBe(false);
  expect(keeper.isDue(false, [8, { rate: 2 }])).toBe(true);
  expect(keeper.copy).toBe('second');
});
