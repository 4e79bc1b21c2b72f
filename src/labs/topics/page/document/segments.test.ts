import { expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

it.each(['The island’s fish, caught in 1975.', '“Мир” ist 和平 🕊!', ''])(
  'cuts a text at its words and loses nothing: %s',
  (text) => {
    const segments = segmentsOf(text);
    expect(segments.map((its) => its.text).join('')).toBe(text);
  },
);

it('gives words as they are counted', () => {
  const words = segmentsOf('The island’s fish.').flatMap(({ word }) => word ?? []);
  expect(words).toEqual(['the', 'island', 'fish']);
});
