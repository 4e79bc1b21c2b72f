import { expect, it } from 'vitest';
import { absentInWords } from './ldsEditWords.ts';

it('absentInWords names the pairs whose turns wait', () => {
  expect(absentInWords([0])).toBe('Pair 1 is not there at present: its turn waits.');
  expect(absentInWords([1, 2])).toBe('Pairs 2 and 3 are not there at present: their turns wait.');
});
