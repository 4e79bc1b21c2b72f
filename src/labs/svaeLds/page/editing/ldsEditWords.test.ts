import { expect, it } from 'vitest';
import { absentInWords } from './ldsEditWords.ts';

it('absentInWords names the pairs whose turns wait', () => {
  expect(absentInWords([0])).toBe(
    'Pair 1 does not exist at present: its edit has no effect until it does.',
  );
  expect(absentInWords([1, 2])).toBe(
    'Pairs 2 and 3 do not exist at present: their edits have no effect until they do.',
  );
});
