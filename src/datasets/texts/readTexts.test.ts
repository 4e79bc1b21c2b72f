import { describe, expect, it } from 'vitest';
import { cutText, likelyCut, titleOf } from './cutTexts.ts';
import { documentsOfFiles, MOST_DOCUMENTS, readTexts } from './readTexts.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((its) => its.charCodeAt(0)) : part,
    ),
  );
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  [...text].forEach((letter, at) => {
    view.setUint16(2 + 2 * at, letter.charCodeAt(0), littleEndian);
  });
  return new Uint8Array(view.buffer);
};

describe('files of text', () => {
  it.each([
    ['UTF-8', utf8('Größe – 数学 – שלום')],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], [...utf8('Größe – 数学 – שלום')])],
    ['UTF-16', utf16('Größe – 数学 – שלום', true)],
    ['UTF-16, big-endian', utf16('Größe – 数学 – שלום', false)],
  ])('are read as %s', async (_, source) => {
    const { files, notes } = await readTexts([{ name: 'a.txt', source }]);
    expect(files[0].text).toBe('Größe – 数学 – שלום');
    expect(notes).toEqual([]);
  });

  it('are read as Windows-1252 where they are no UTF-8, which is said', async () => {
    const source = bytes('Gr', [0xf6], [0xdf], 'e 5 ', [0x80]);
    const { files, notes } = await readTexts([{ name: 'alt.txt', source }]);
    expect(files[0].text).toBe('Größe 5 €');
    expect(notes).toEqual(['alt.txt is read as Windows-1252.']);
  });

  it('come in the order of their names, and others are left out with a word', async () => {
    const picture = bytes([0x89], 'PNG', [0, 0, 0, 13]);
    const { files, notes } = await readTexts([
      { name: 'letter10.txt', source: 'ten' },
      { name: 'photo.png', source: picture },
      { name: 'letter2.txt', source: 'two' },
    ]);
    expect(files.map(({ name }) => name)).toEqual(['letter2.txt', 'letter10.txt']);
    expect(notes).toEqual(['photo.png is not text and is left out.']);
    expect(documentsOfFiles(files, null)).toMatchObject({
      ...{ name: '2 files', rows: 2 },
      documents: { texts: ['two', 'ten'], titles: ['letter2', 'letter10'] },
    });
  });

  it.each([
    ['paper.pdf', '%PDF-1.7 …', /^paper\.pdf is not text; expected \.txt, \.csv or \.tsv/],
    ['a.docx', bytes('PK', [3, 4], 'word'), /^a\.docx is not text/],
  ])('are refused where none is text: %s', async (name, source, message) => {
    await expect(readTexts([{ name, source }])).rejects.toThrow(message);
  });
});

describe('a text is cut', () => {
  const prose = 'One sentence follows another one here. '.repeat(200);

  it.each([
    ['a\nb\n\n\n c \n \t\nd', 'paragraphs', ['a\nb', 'c', 'd']],
    ['a\n\n b \nc', 'lines', ['a', 'b', 'c']],
    ['', 'paragraphs', []],
  ] as const)('%j by %s', (text, cut, documents) => {
    expect(cutText(text, cut)).toEqual(documents);
  });

  it('by length at the ends of sentences, and loses nothing', () => {
    const pieces = cutText(prose, 'length');
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) expect(piece).toMatch(/here\.$/);
    expect(pieces.join(' ')).toBe(prose.trim());
    for (const endless of ['x'.repeat(5000), '数学'.repeat(2000)])
      expect(cutText(endless, 'length').join('')).toBe(endless);
  });

  it('as it most likely is', () => {
    const lines = (line: string) => Array.from({ length: 400 }, (_, n) => `${n} ${line}`);
    const long = 'a line of some length that says something about a thing';
    expect(likelyCut(lines(long).join('\n\n'))).toBe('paragraphs');
    expect(likelyCut(lines(long).join('\n'))).toBe('lines');
    expect(likelyCut(lines('short').join('\n'))).toBe('length');
    expect(likelyCut(prose)).toBe('length');
  });

  it('into pieces that are named by their first words', () => {
    expect(titleOf('  Short line\nmore')).toBe('Short line');
    expect(titleOf(prose)).toBe('One sentence follows another one here.…');
  });

  it('into a number of documents that can be used', () => {
    const text = Array.from({ length: MOST_DOCUMENTS + 1 }, () => 'x').join('\n');
    expect(() => documentsOfFiles([{ name: 'a', text }], 'lines')).toThrow(
      /^There are 50,001 documents; at most 50,000 can be used/,
    );
  });
});
