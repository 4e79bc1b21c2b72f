import { expect, it } from 'vitest';
import { startInWords } from './startInWords.ts';

const choice = {
  chosen: 3,
  of: 10,
  objective: 'log-likelihood',
  best: -5.8941,
  worst: -5.9238,
} as const;

it('says which start was taken, and how the others ended', () => {
  expect(startInWords(null)).toBeNull();
  expect(startInWords({ ...choice, asGood: 1 })).toBe(
    'The run begins at start 4 of 10: it ends at the highest log-likelihood, −5.894 (no other start does). The lowest end is −5.924.',
  );
  expect(startInWords({ ...choice, asGood: 3 })).toContain('(3 of the 10 do)');
  expect(startInWords({ ...choice, asGood: 10, objective: 'ELBO' })).toBe(
    'The run begins at start 4 of 10: all of them end at the same ELBO, −5.894.',
  );
});
