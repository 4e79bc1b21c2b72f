import { expect, it } from 'vitest';
import { stacked } from './dots.ts';

it('puts dots on the line, and those in one place above and below it', () => {
  expect(stacked([0, 100], 10, 30)).toEqual([0, 0]);
  expect(stacked([50, 50, 50], 10, 30)).toEqual([0, -10, 10]);
});

it('lets dots cover one another where there is no room', () => {
  expect(stacked([5, 5, 5, 5], 10, 12)).toEqual([0, -10, 10, 0]);
});
