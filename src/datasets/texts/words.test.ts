import { describe, expect, it } from 'vitest';
import { isNumber, wordsIn } from './words.ts';

const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe('words of a text', () => {
  it.each([
    ['The U.S. economy grew 3.5% in 1,000 days.', 'the u.s economy grew 3.5 in 1,000 days'],
    ["Don't take the country’s long-term debt", "don't take the country long term debt"],
    ['snake_case __ — “quoted” (…)', 'snake_case quoted'],
    ['Straße, ÉCOLE, Ἀθῆναι, Київ', 'straße école ἀθῆναι київ'],
    // Composed and decomposed letters are one spelling.
    ['cafe\u0301 caf\u00e9', 'café café'],
    ['in\u00advisible soft\u00ad hyphens', 'invisible soft hyphens'],
    ['مرحبا بالعالم', 'مرحبا بالعالم'],
    ['שלום עולם, צה״ל', 'שלום עולם צה״ל'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['हिन्दी में', 'हिन्दी में'],
    ['한국어 문장입니다', '한국어 문장입니다'],
    ['我们喜欢数学。', '我们 喜欢 数学'],
    ['東京タワーは高い', '東京タワー は 高い'],
    ['สวัสดีชาวโลก', 'สวัสดี ชาว โลก'],
    ['happy 😀 family 👨‍👩‍👧 flag 🇩🇪 ok', 'happy 😀 family 👨‍👩‍👧 flag 🇩🇪 ok'],
    ['', ''],
    ['?! … — 、。', ''],
  ])('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });

  it('have places that lead back to the text, in every script', () => {
    const text = 'Don’t — 我们喜欢数学 and 😀, the Country’s 3.5 سلام';
    for (const { word, start, end } of wordsIn(text)) {
      expect(words(text.slice(start, end))).toEqual([word]);
    }
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toContain('Country’s');
  });

  it('are cut alike however long a text without spaces is', () => {
    const sentence = '我们喜欢数学';
    const long = words(sentence.repeat(500));
    expect(long.filter((word) => word === '喜欢').length).toBeGreaterThan(450);
  });

  it('are those of Intl.Segmenter where there are spaces between them', () => {
    const text =
      'Über 3.000 Gäste kamen am 3.5.2024 um 10:30 Uhr; l’été d’avant, e.g. at www.example.com, Mr. O\'Neill said: "No_1 can’t!"';
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const expected = Array.from(segmenter.segment(text))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment);
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('tell numbers apart', () => {
    expect(['1,000', '3.5', '٣', '12'].every(isNumber)).toBe(true);
    expect(['1990s', 'u.s', 'b2b'].some(isNumber)).toBe(false);
  });
});
