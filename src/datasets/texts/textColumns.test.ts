import { describe, expect, it } from 'vitest';
import { readScriptedTexts, readScriptTexts } from './scriptedTexts.ts';
import { documentsOfTable, readTextTable, suggestTextColumns, yearsOf } from './textColumns.ts';

const table = async (text: string) => {
  const reading = await readTextTable(text, { name: 'news.csv' });
  if (!reading.ok) throw new Error(reading.problems[0].message);
  return reading.table;
};

const NEWS = [
  'headline,published,section,body,likes',
  'Rain at last,2019-07-01,weather,"It rained, at last,\nfor hours.",12',
  'A goal,2020-03-05,sport,"The team said: ""we won"", and it did.",3',
  'More rain,2021-01-31,weather,"It rained again; nobody was glad of it.",1',
  'Snow,2021-02-01,weather,"It snowed for a day and a night.",0',
].join('\n');

describe('the columns of a table of texts', () => {
  it('are suggested, and make documents with titles, dates and classes', async () => {
    const read = await table(NEWS);
    const chosen = suggestTextColumns(read);
    expect(chosen).toEqual({ text: 3, title: 0, date: 1, group: 2 });
    const { rows, labels, documents } = documentsOfTable(read, chosen);
    expect(rows).toBe(4);
    expect(documents?.texts.slice(0, 2)).toEqual([
      'It rained, at last,\nfor hours.',
      'The team said: "we won", and it did.',
    ]);
    expect(documents?.titles[1]).toBe('A goal');
    expect(Math.floor(documents?.dates?.[0] ?? 0)).toBe(2019);
    expect(documents?.groups).toEqual(['weather', 'sport']);
    expect(Array.from(labels ?? [])).toEqual([0, 1, 0, 0]);
  });

  it('may be texts alone', async () => {
    const lines = Array.from({ length: 12 }, (_, n) => `this is the text number ${n}`);
    const read = await table(['text', ...lines].join('\n'));
    expect(documentsOfTable(read, suggestTextColumns(read)).documents).toMatchObject({
      texts: lines,
      dates: null,
      groups: [],
    });
  });

  it('are years where they are whole numbers of that size', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => `${1900 + n},some words of a speech ${n}`);
    const read = await table(['year,text', ...rows].join('\n'));
    const { documents } = documentsOfTable(read, suggestTextColumns(read));
    expect(documents?.dates?.[3]).toBe(1903);
  });

  it.each([
    ['2020', 2020],
    ['2020-07-01', 2020.5],
    ['3/4/1998', 1998],
    ['12 May 1850', 1850],
  ])('reads the date %j', (cell, years) => {
    expect(yearsOf(cell)).toBeCloseTo(years, 2);
  });

  it('knows no date where there is no year', () => {
    expect(['yesterday', '', '12'].map(yearsOf)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('are refused where none holds texts, with a cell as it is', async () => {
    const read = await table('x,y\n1,2\n3,4\n5,6');
    expect(() => suggestTextColumns(read)).toThrow(
      'The table has no column of texts; expected cells with several words each, or markers with genotypes such as 0, 1, 2 or A/G. Row 2, column "x" is "1".',
    );
  });
});

describe('texts of a script', () => {
  it('are a table where its columns are named, or its name says so', async () => {
    const named = await readScriptedTexts(NEWS, { columns: ['body', 'section'] }, 'data');
    expect(named.data.documents?.titles[1]).toBe('sport');
    expect(named.data.documents?.dates).toBeNull();
    const suggested = await readScriptedTexts(NEWS, {}, 'news.csv');
    expect(suggested.notes).toEqual([
      'Columns: text "body", title "headline", date "published", group "section".',
    ]);
    await expect(readScriptedTexts(NEWS, { columns: ['text'] }, 'data')).rejects.toThrow(
      /^There is no column "text"\. The file has "headline"/,
    );
  });

  it('are a text that is cut, which is said', async () => {
    const text = Array.from({ length: 12 }, (_, n) => `Paragraph ${n}`).join('\n\n');
    const { data, notes } = await readScriptedTexts(text, {}, 'book.txt');
    expect(data.rows).toBe(12);
    expect(notes).toEqual(['The text is cut by paragraphs: 12 documents.']);
  });

  it('are a table where they look like one, whatever the name', async () => {
    const { data, notes } = await readScriptedTexts(NEWS, {}, 'Data of a script');
    expect(data.rows).toBe(4);
    expect(notes[0]).toMatch(/^Columns: text "body"/);
    await expect(readScriptedTexts('x,y\n1,2\n3,4\n5,6', {}, 'data')).rejects.toThrow(
      /^The table has no column of texts/,
    );
    const verse = 'Now, here we are,\nand there, they, go,\nand so, on\n';
    expect((await readScriptedTexts(verse, {}, 'verse')).notes[0]).toMatch(/^The text is cut/);
  });

  it('are a list, checked', () => {
    expect(readScriptTexts({ texts: ['a b', 'c'], dates: [1990, null] }, 'mine')).toMatchObject({
      rows: 2,
      documents: { titles: ['1: a b', '2: c'], dates: Float64Array.of(1990, Number.NaN) },
    });
    expect(() => readScriptTexts({ texts: ['a', 3 as never] }, 'mine')).toThrow(
      'Text 2 is 3; expected a text.',
    );
    expect(() => readScriptTexts({ texts: ['a'], titles: ['x', 'y'] }, 'mine')).toThrow(
      'The "titles" have to be an array of 1, one for each text.',
    );
    expect(() => readScriptTexts({} as never, 'mine')).toThrow(/expected an array of texts/);
  });
});
