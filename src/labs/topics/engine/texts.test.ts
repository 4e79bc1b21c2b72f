import { describe, expect, it } from 'vitest';
import { SHIPPED_TEXTS } from '../../../datasets/texts/shippedTexts.ts';
import { wordsIn } from '../../../datasets/texts/words.ts';
import { applyPreset } from '../../../settings/presets.ts';
import { type TopicsSettings, topicsTable } from '../settings.ts';
import { readTopicsData } from './data.ts';

const opened = async (preset: string, changes: Partial<TopicsSettings> = {}) => {
  const applied = applyPreset(topicsTable, preset);
  if (!applied.ok) throw new Error(applied.message);
  const documents = await readTopicsData(
    { ...applied.values, ...changes } as TopicsSettings,
    null,
    {},
  );
  if (!documents) throw new Error('Nothing is read.');
  return documents;
};

describe.each(SHIPPED_TEXTS)('the shipped corpus of %s', (corpus) => {
  it('is read in English, without empty or repeated documents', async () => {
    const { rows, titles, texts, vocabulary, stopped, groups, labels, notes } =
      await opened(corpus);
    expect(notes).toEqual(['Stop words: English, 570 words.']);
    expect(new Set(titles).size).toBe(rows);
    expect(texts).toHaveLength(rows);
    expect(labels?.every((label) => groups[label] !== undefined)).toBe(true);
    expect(stopped?.[vocabulary.indexOf('the')]).toBe(1);
    expect(stopped?.[vocabulary.indexOf('war')]).toBe(0);
  });

  it('counts what the reader finds in the texts', async () => {
    const { texts, vocabulary, starts, words, counts } = await opened(corpus);
    const known = new Set(vocabulary);
    for (const d of [0, 100, 200]) {
      const found = wordsIn(texts?.[d] ?? '').filter(({ word }) => known.has(word));
      expect(found.length).toBe(
        counts.subarray(starts[d], starts[d + 1]).reduce((sum, count) => sum + count, 0),
      );
      expect(new Set(found.map(({ word }) => word)).size).toBe(starts[d + 1] - starts[d]);
      expect(found.some(({ word }) => word === vocabulary[words[starts[d]]])).toBe(true);
    }
  });
});

it('counts the same words once, whatever else is set', async () => {
  const first = await opened('countries');
  const again = await opened('countries', { topics: 3, alpha: 1 });
  expect(again.words).toBe(first.words);
  expect((await opened('countries', { leastCount: 5 })).words).not.toBe(first.words);
});

it('has years where documents are dated', async () => {
  const { dates } = await opened('addresses');
  expect([dates?.[0], dates?.at(-1)]).toEqual([1790, 2021]);
  expect((await opened('countries')).dates).toBeNull();
});
