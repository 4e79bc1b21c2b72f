import { expect, it } from 'vitest';
import { inOrder } from './order.ts';

// Four individuals, two clusters.
const SHARES = [0.2, 0.8, 0.9, 0.1, 0.6, 0.4, 0.1, 0.9];

it('puts groups next to each other, and within a group a slope of its main cluster', () => {
  const { order, groups } = inOrder(SHARES, 2, [1, 0, 0, 1], ['north', 'south']);
  expect(order).toEqual([1, 2, 3, 0]);
  expect(groups).toEqual([
    { name: 'north', from: 0, to: 2 },
    { name: 'south', from: 2, to: 4 },
  ]);
});

it('makes one group of individuals without labels', () => {
  const { order, groups } = inOrder(SHARES, 2, null, []);
  expect(order).toEqual([3, 0, 2, 1]);
  expect(groups).toEqual([{ name: '', from: 0, to: 4 }]);
});
