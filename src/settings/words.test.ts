import { describe, expect, it } from 'vitest';
import { inBrief, inWords, nearestName, shortened } from './words.ts';

describe('shortened', () => {
  it('leaves a short text as it is, on one line', () => {
    expect(shortened('a b')).toBe('a b');
    expect(shortened('a\n\tb')).toBe('a b');
  });

  it('cuts a long text', () => {
    expect(shortened('x'.repeat(1e6))).toBe(`${'x'.repeat(40)}…`);
    expect(shortened('x'.repeat(41), 41)).toBe('x'.repeat(41));
    expect(inWords('x'.repeat(1e6))).toHaveLength(43);
  });
});

describe('inBrief', () => {
  it('says every message once', () => {
    expect(inBrief(['One.', 'Two.', 'One.'])).toBe('One. Two.');
    expect(inBrief([])).toBe('');
  });

  it('counts those after the third', () => {
    const messages = Array.from({ length: 1200 }, (_, n) => `Number ${n}.`);
    expect(inBrief(messages)).toBe('Number 0. Number 1. Number 2. There are 1,197 more problems.');
    expect(inBrief(messages.slice(0, 4))).toBe(
      'Number 0. Number 1. Number 2. There is 1 more problem.',
    );
  });
});

describe('nearestName', () => {
  it('finds a misspelt name', () => {
    expect(nearestName('clsters', ['arms', 'clusters'])).toBe('clusters');
    expect(nearestName('zzz', ['arms', 'clusters'])).toBeNull();
  });

  it('looks for no name like a text that is too long for one', () => {
    expect(nearestName('clusters'.repeat(1e5), ['clusters'])).toBeNull();
  });
});
