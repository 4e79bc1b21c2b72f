import { expect, it } from 'vitest';
import { lead } from './lead.ts';
import type { Likelihood } from './pooled.ts';

const likelihood = (...ofRows: number[]) =>
  ({ ofRows: Float64Array.from(ofRows), rows: ofRows.length }) as unknown as Likelihood;

it('is the mean of the differences, with the error of paired rows', () => {
  // Differences 1, 2, 3: variance 1.
  const { nats, error } = lead(likelihood(-4, -8, -1), likelihood(-5, -10, -4));
  expect(nats).toBeCloseTo(2, 12);
  expect(error).toBeCloseTo(Math.sqrt(1 / 3), 12);
});

it('has no error where one model is better by the same in all rows, however they differ', () => {
  expect(lead(likelihood(-4, -9, -1), likelihood(-5, -10, -2))).toEqual({ nats: 1, error: 0 });
});

it('makes do with one row', () => {
  expect(lead(likelihood(-4), likelihood(-5))).toEqual({ nats: 1, error: 0 });
});
