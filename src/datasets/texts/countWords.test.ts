import { describe, expect, it } from 'vitest';
import { countWords, type Texts, type WordChoice } from './countWords.ts';

const ALL: WordChoice = {
  ...{ stopList: false, leastCount: 1, mostShare: 1, mostWords: 50_000, numbers: true },
};

const of = (texts: readonly string[]): Texts => ({
  ...{ name: 'texts', texts, titles: texts.map((_, d) => `Text ${d + 1}`) },
  ...{ dates: null, labels: null, groups: [] },
});

const counted = (texts: readonly string[], choice: Partial<WordChoice> = {}) =>
  countWords(of(texts), { ...ALL, ...choice });

describe('counting words', () => {
  it('gives sparse counts, the most frequent words first', async () => {
    const { vocabulary, starts, words, counts, stopped } = await counted(['b a b', '', 'C b! a']);
    expect(vocabulary).toEqual(['b', 'a', 'c']);
    expect(Array.from(starts)).toEqual([0, 2, 2, 5]);
    expect(Array.from(words)).toEqual([0, 1, 0, 1, 2]);
    expect(Array.from(counts)).toEqual([2, 1, 1, 1, 1]);
    expect(Array.from(stopped ?? [])).toEqual([0, 0, 0]);
  });

  it('leaves rare words and numbers out, and stops words that are in most documents', async () => {
    const texts = ['common blue blue 12', 'common red red 12', 'common red blue'];
    const { vocabulary, stopped } = await counted(texts, {
      ...{ leastCount: 2, mostShare: 0.7, numbers: false },
    });
    expect(vocabulary).toEqual(['common', 'blue', 'red']);
    expect(Array.from(stopped ?? [])).toEqual([1, 0, 0]);
  });

  it.each([
    ['English', 'the cat and the dog are in the house', 'the'],
    ['German', 'der Hund und die Katze sind in dem Haus', 'und'],
    ['French', 'le chat et le chien sont dans la maison', 'dans'],
    ['Arabic', 'كان الكلب في البيت مع القط على الطاولة', 'في'],
  ])('takes the stop list of the language: %s', async (language, text, word) => {
    const { vocabulary, stopped, notes } = await counted([text, `${text} ${text}`], {
      stopList: true,
    });
    expect(notes[0]).toMatch(new RegExp(`^Stop words: ${language}, \\d+ words\\.$`));
    expect(stopped?.[vocabulary.indexOf(word)]).toBe(1);
  });

  it('takes no language from one word', async () => {
    const { notes } = await counted(['ships sail sea', 'bread oven', 'sea'], { stopList: true });
    expect(notes.join()).not.toMatch('Stop words');
  });

  it('caps the vocabulary of a million different words, and says so', async () => {
    const words = Array.from({ length: 1_000_000 }, (_, n) => `w${n}`);
    const many = Array.from({ length: 20 }, (_, d) =>
      words.slice(d * 50_000, (d + 1) * 50_000).join(' '),
    );
    const { vocabulary, notes } = await counted([...many, 'w1 w1 w2'], { mostWords: 1000 });
    expect(vocabulary).toHaveLength(1000);
    expect(vocabulary.slice(0, 2)).toEqual(['w1', 'w2']);
    expect(notes).toContain('The 1,000 most frequent of 1,000,000 different words are used.');
  });

  it('says which documents are empty or copies', async () => {
    const { notes } = await counted(['a b', '…', 'a b', 'c']);
    expect(notes).toEqual([
      '1 of 4 documents have no words that count: their shares are those of the prior.',
      '1 of 4 documents repeat another one: copies make topics of their own.',
    ]);
    const copies = await counted(['a b', 'a b', 'a b']);
    expect(copies.notes).toEqual(['All documents have the same text: one topic is all there is.']);
  });

  it.each([
    [[], {}, /at least 2 documents; there are none/],
    [['only one'], {}, /at least 2 documents; there is 1\. Cut a long text/],
    [['', '!?', '…'], {}, /no words in the 3 documents; expected texts of letters/],
    [['the the', 'and the'], { stopList: true }, /None of the 4 words is left: all are stop words/],
    [['a b', 'c d'], { leastCount: 5 }, /rarer than 5 times/],
  ])('refuses %j with %j in words', async (texts, choice, message) => {
    await expect(counted(texts, choice)).rejects.toThrow(message);
  });

  it('stops when asked to, and says how far it is', async () => {
    const texts = Array.from({ length: 40 }, (_, d) => `word${d} `.repeat(20_000));
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (fraction: number) => {
      seen.push(fraction);
      stop.abort();
    };
    const counting = countWords(of(texts), ALL, { signal: stop.signal, onProgress });
    await expect(counting).rejects.toThrow(/abort/i);
    expect(seen[0]).toBeGreaterThan(0);
    expect(seen[0]).toBeLessThan(1);
  });
});
