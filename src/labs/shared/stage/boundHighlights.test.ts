import { expect, it } from 'vitest';
import { highlightedParts } from './boundHighlights.ts';

it('leaves one line beside the bound', () => {
  expect(highlightedParts('elbo-localKl')).toEqual(['localKl']);
  expect(highlightedParts('elbo')).toEqual([]);
  expect(highlightedParts('clusters')).toBeUndefined();
  expect(highlightedParts('toString')).toBeUndefined();
  expect(highlightedParts(null)).toBeUndefined();
});
