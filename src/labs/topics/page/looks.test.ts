import { expect, it } from 'vitest';
import type { TopicsEdit } from '../edits.ts';
import { looksOf } from './looks.ts';

const WAR = ['war', 'army', 'peace', 'treaty', 'soldiers'];
const TRADE = ['trade', 'export', 'growth', 'goods', 'market'];
const ISLANDS = ['island', 'fish', 'sea', 'atoll', 'coast'];
const named: TopicsEdit = { kind: 'nameTopic', topic: 0, name: 'War', colour: 6, words: WAR };

it('gives each topic its own number where nothing is known of it', () => {
  expect(looksOf([0, 1], [WAR, TRADE], [], [])).toEqual([
    { id: 0, colour: 0, name: 'Topic 1' },
    { id: 1, colour: 1, name: 'Topic 2' },
  ]);
});

it('lets name and colour follow the words, whatever place they have in another run', () => {
  const looks = looksOf([0, 1, 2], [ISLANDS, TRADE, [...WAR].reverse()], [named], []);
  expect(looks[2]).toEqual({ id: 2, colour: 6, name: 'War' });
  expect(looks[0].name).toBe('Topic 1');
});

it('keeps the name of a topic whose words change, as long as some stay', () => {
  const half = ['war', 'army', ...TRADE.slice(0, 3)];
  expect(looksOf([0], [[...WAR.slice(0, 1), ...TRADE.slice(1)]], [named], [])[0].name).toBe('War');
  expect(looksOf([3], [half.slice(1)], [named], [])[0].name).toBe('Topic 4');
});

it('keeps the colours of the run before, and never gives one twice', () => {
  const before = [
    { colour: 1, words: new Set(ISLANDS) },
    { colour: 0, words: new Set(TRADE) },
  ];
  const looks = looksOf([0, 1, 2], [ISLANDS, TRADE, WAR], [], before);
  expect(looks.map(({ colour }) => colour)).toEqual([1, 0, 2]);
});
