import { expect, it } from 'vitest';
import { csvOffer } from './csvOffers.ts';

const problem = (kind: 'text' | 'missing' | 'one-column') => ({
  kind,
  message: '',
});

it('offers what helps', () => {
  expect(csvOffer([problem('text'), problem('missing')])).toBe('leave-rows-out');
  expect(csvOffer([problem('one-column')])).toBe('none');
  expect(csvOffer([problem('text'), problem('one-column')])).toBe('none');
  expect(csvOffer([])).toBe('none');
  expect(csvOffer([problem('text')], 'series')).toBe('none');
});
