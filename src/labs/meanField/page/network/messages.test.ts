import { expect, it } from 'vitest';
import type { NodeUpdate } from '../../networkSnapshot.ts';
import { messageText, roleIn, sumText, updateInWords } from './messages.ts';

const update: NodeUpdate = {
  node: 1,
  parents: [0],
  children: [3],
  coParents: [2],
  messages: [
    { owner: 1, log: [-0.5, -1] },
    { owner: 3, log: [null, -0.1] },
  ],
  elboBefore: null,
  elboAfter: -1,
  before: [0.5, 0.5],
  after: [0, 1],
};

it('writes log-odds, and which states are ruled out', () => {
  expect(messageText(update.messages[0])).toBe('−0.50');
  expect(messageText(update.messages[1])).toBe('+∞');
  expect(messageText({ log: [-1, null] })).toBe('−∞');
  expect(messageText({ log: [-1, -1] })).toBe('0.00');
  expect(messageText({ log: [-3, -1, null] })).toBe('−2.0, 0.0, −∞');
  expect(sumText([0.25, 0.75])).toBe('+1.10');
  expect(sumText([0.2, 0.3, 0.5])).toBe('0.20, 0.30, 0.50');
});

it('knows the Markov blanket, co-parents too', () => {
  const roles = [0, 1, 2, 3, 4].map((node) => roleIn(update, node));
  expect(roles).toEqual(['parent', 'updated', 'co-parent', 'child', null]);
  expect(updateInWords(update, (node) => 'CSRW'[node])).toBe(
    'Update of S: −0.50 from its own table given its parents, +∞ from W gives log-odds +∞.',
  );
});
