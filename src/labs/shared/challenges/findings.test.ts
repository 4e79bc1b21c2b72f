import { expect, it } from 'vitest';
import { keepFindings, withoutGiven } from './findings.ts';

it('what a link brings solved does not count, and says what there is to say all the same', () => {
  const before = { learn: { done: false, text: '' }, turn: { done: false, text: '' } };
  const found = { learn: { done: true, text: 'Period 26.7.' }, turn: { done: true, text: '' } };
  const counted = withoutGiven<keyof typeof found>(found, ['learn']);
  expect(counted).toEqual({ ...found, learn: { done: false, text: 'Period 26.7.' } });
  expect(keepFindings(before, counted).turn.done).toBe(true);
  // What has been done before stays done.
  expect(keepFindings(found, counted).learn.done).toBe(true);
});
