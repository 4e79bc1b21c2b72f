import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import type { OwnData } from '../ownData.ts';
import { summarised } from './chooseColumns.ts';
import type { CsvProblem } from './csvResult.ts';
import type { CsvSource } from './csvText.ts';
import { type CsvOptions, type CsvResult, parseCsv } from './parseCsv.fixture.ts';

const read = (source: CsvSource, options: Partial<CsvOptions> = {}) =>
  parseCsv(source, { name: 'points.csv', ...options });

function taken(result: CsvResult): OwnData {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.data;
}

function refused(result: CsvResult): readonly CsvProblem[] {
  if (result.ok) throw new Error('expected the file to be refused');
  return result.problems;
}

const values = async (source: CsvSource) => Array.from(taken(await read(source)).values);

/** The bytes of a text in chunks of a given length, so that rows and characters are cut apart. */
function streamed(text: string, chunk: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(start, start + chunk));
      start += chunk;
    },
  });
}

describe('formats', () => {
  const expected = [1.5, -2, 0.25, 1e3];

  it.each([
    ['commas', '1.5,-2\n0.25,1e3\n'],
    ['no line end at the end', '1.5,-2\n0.25,1e3'],
    ['Windows line ends', '1.5,-2\r\n0.25,1e3\r\n'],
    ['old Macintosh line ends', '1.5,-2\r0.25,1e3\r'],
    ['a byte order mark', '\uFEFF1.5,-2\n0.25,1e3\n'],
    ['semicolons', '1.5;-2\n0.25;1e3\n'],
    ['decimal commas', '1,5;-2\n,25;1e3\n'],
    ['decimal commas everywhere', '1,5;-2,0\n0,25;1000,0\n'],
    ['decimal commas between tabs', '1,5\t-2,0\n0,25\t1000,0\n'],
    ['tabs', '1.5\t-2\n0.25\t1e3\n'],
    ['bars', '1.5|-2\n.25|1E+3\n'],
    ['spaces around', ' 1.5 , -2 \n 0.25 , 1e3\n'],
    ['columns aligned by spaces', '  1.5    -2\n 0.25   1e3\n'],
    ['quotes', '"1.5","-2"\n"0.25","1e3"\n'],
    ['empty rows', '\n1.5,-2\n\n,\n0.25,1e3\n\n'],
    ['comments', '# made by hand; 2026\n1.5,-2\n0.25,1e3\n'],
    ['a separator at the end of each row', '1.5,-2,\n0.25,1e3,\n'],
    ['a typographic minus sign', '1.5,\u22122\n+0.25,1e3\n'],
    ['a header', 'x,y\n1.5,-2\n0.25,1e3\n'],
  ])('reads %s', async (_, text) => {
    expect(await values(text)).toEqual(expected);
  });

  it('reads UTF-16 as spreadsheets write it', async () => {
    const text = '\uFEFFx\ty\r\n1,5\t-2\r\n0,25\t1e3\r\n';
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) bytes[2 * i] = text.charCodeAt(i);
    for (let i = 0; i < text.length; i++) bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
    expect(await values(new Blob([bytes]))).toEqual(expected);
  });

  it.each([1, 2, 3, 7, 1000])('reads a stream cut every %i bytes', async (chunk) => {
    const text = '\uFEFF"größe","y\r\n(cm)",class\r\n1.5,-2,"a, b"\r\n0.25,1e3,"say ""c"""\r\n';
    const data = taken(await read(streamed(text, chunk)));
    expect(Array.from(data.values)).toEqual(expected);
    expect(data.columns).toEqual(['größe', 'y\n(cm)']);
    expect(data.labels).toEqual(Int32Array.of(0, 1));
  });

  it('reads a blob larger than one slice, and tells how far it is', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `${row},${row * 0.5}`);
    const progress: (number | null)[] = [];
    const data = taken(
      await read(new Blob([rows.join('\n')]), {
        onProgress: ({ fraction }) => progress.push(fraction),
      }),
    );
    expect(data.rows).toBe(40_000);
    data.values.forEach((value, index) => {
      if (value !== Math.floor(index / 2) * (index % 2 ? 0.5 : 1)) expect.fail(`at ${index}`);
    });
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => (a ?? 0) - (b ?? 0)));
  });
});

describe('columns', () => {
  it('takes names from the header and makes up the missing and doubled ones', async () => {
    const data = taken(await read('x,,x\n1,2,3\n4,5,6\n'));
    expect(data.columns).toEqual(['x', 'column 2', 'x (column 3)']);
    expect(taken(await read('1,2\n3,4')).columns).toEqual(['column 1', 'column 2']);
  });

  it('takes labels by the name of their column, numbered in numeric order', async () => {
    const data = taken(await read('Cluster,x,y\n10,1,2\n9,3,4\n10,5,6\n'));
    expect(data.columns).toEqual(['x', 'y']);
    expect(data.labels).toEqual(Int32Array.of(1, 0, 1));
  });

  it('takes a column of few words as labels, numbered as they appear', async () => {
    const data = taken(await read('1,2,setosa\n3,4,virginica\n5,6,setosa\n'));
    expect(data.labels).toEqual(Int32Array.of(0, 1, 0));
  });

  it('prefers the column called label, and says what it leaves out', async () => {
    const result = await read('colour,x,y,label,note\nred,1,2,b,\nred,3,4,a,\nblue,5,6,b,\n');
    expect(taken(result).labels).toEqual(Int32Array.of(0, 1, 0));
    expect(result.ok && result.warnings.map(({ message }) => message)).toEqual([
      '"colour" is left out: it could hold classes, but these come from "label".',
      '"note" is left out: it is empty.',
    ]);
  });

  it('leaves out text with many values, such as names', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `person ${row},${row},${row * row}`);
    const result = await read(`who,x,y\n${rows.join('\n')}`);
    expect(taken(result).labels).toBeNull();
    expect(result.ok && result.warnings[0].message).toBe(
      '"who" is left out: it holds text with 60 different values, such as "person 0".',
    );
  });

  it('treats a numbered column called label as numbers when it has many values', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${row},${row * row}`);
    expect(taken(await read(`label,y\n${rows.join('\n')}`)).columns).toEqual(['label', 'y']);
  });

  it('leaves constant columns out, unless too few would be left', async () => {
    const result = await read('x,y,z\n1,7,2\n3,7,4\n');
    expect(taken(result).columns).toEqual(['x', 'z']);
    expect(result.ok && result.warnings).toEqual([
      { kind: 'column-left-out', message: '"y" is left out: it is 7 in every row.' },
    ]);
    const both = await read('x,y\n1,7\n3,7\n');
    expect(taken(both).columns).toEqual(['x', 'y']);
    expect(both.ok && both.warnings).toEqual([
      { kind: 'constant-column', message: '"y" is 7 in every row, so it tells nothing apart.' },
    ]);
  });
});

describe('bad files', () => {
  it.each([
    ['text', 'x,y\n1,2\n3,abc\n', 'Row 3, column "y" is "abc"; expected a number such as 1.5.'],
    ['text without a header', '1,2\n3,abc\n5,6', 'Row 2, column "column 2" is "abc"; expected'],
    [
      'text beside decimal commas',
      'x;y\n1,5;2\n1.2.3;4',
      'Row 3, column "x" is "1.2.3"; expected a number such as 1,5.',
    ],
    ['question', 'x,y\n1,2\n"1,234",5\n', 'Is the comma in "1,234" a decimal comma'],
    ['missing', 'x,y\n1,2\n,4\n', 'Row 3, column "x" is empty; expected a number.'],
    ['missing', 'x,y\n1,2\n3\n', 'Row 3, column "y" is empty; expected a number.'],
    ['missing', 'x,y\n1,2\n\n3,NA\n', 'Row 4, column "y" is missing ("NA"); expected a number.'],
    ['not-finite', '1,2\nNaN,4\n', 'Row 2, column "column 1" is "NaN"; expected a finite number.'],
    [
      'not-finite',
      '1,2\n3,-inf\n',
      'Row 2, column "column 2" is "-inf"; expected a finite number.',
    ],
    [
      'not-finite',
      '1,2\n3,1e999\n',
      'Row 2, column "column 2" is "1e999"; expected a finite number.',
    ],
    [
      'extra-cells',
      'x,y\n1,2\n3,4,5\n',
      'Row 3 has 3 cells; expected 2, as in other rows. The first extra cell is "5".',
    ],
    ['one-column', 'x\n1\n2\n', 'only one column of numbers, "x"; expected at least two'],
    ['one-column', 'name,x\na,1\nb,2\na,3\n', 'only one column of numbers, "x"'],
    ['no-numbers', 'hello\nworld\n', 'no column of numbers'],
    ['no-rows', '', 'The file has no rows.'],
    ['no-rows', '\n \n# nothing\n', 'The file has no rows.'],
    ['no-rows', 'x,y\n', 'a header but no rows'],
    ['constant', '1,2\n1,2\n1,2\n', 'All points of the own data are the same'],
    ['constant', '1,2\n', 'at least 2 rows; there are 1'],
    ['not-text', 'PK\u0003\u0004\u0000\u0000', 'If it is a spreadsheet, save it as CSV'],
    ['broken-quotes', 'x,y\n1,2\n"3,4\n5,6\n', 'Row 3 has a quote'],
  ])('%s: %j', async (kind, text, message) => {
    const [problem] = refused(await read(text));
    expect(problem.message).toContain(message);
    expect(kind).toMatch(new RegExp(`^${problem.kind}`));
  });

  it('takes a single column where a series is wanted', async () => {
    const series = { form: 'series' } as const;
    expect(Array.from(taken(await read('x\n1\n2\n4\n', series)).values)).toEqual([1, 2, 4]);
    const [problem] = refused(await read('x\n3\n3\n', series));
    expect(problem.message).toMatch(/at least one column must vary/);
    const [none] = refused(await read('hello\nworld\n', series));
    expect(none.message).toMatch(/expected at least one/);
  });

  it('names row, column and value also as data', async () => {
    expect(refused(await read('x,y\n1,2\n3,abc\n'))[0]).toMatchObject({
      row: 3,
      column: 'y',
      value: 'abc',
    });
  });

  it('names three of many problems of a kind and counts the others', async () => {
    const problems = refused(await read(`x,y\n${'1,2\n3,4\n?,x\n'.repeat(100)}`));
    expect(problems).toHaveLength(200);
    expect(summarised(problems)).toEqual([
      'Row 4, column "x" is missing ("?"); expected a number.',
      'Row 7, column "x" is missing ("?"); expected a number.',
      'Row 10, column "x" is missing ("?"); expected a number.',
      'And 97 more of this kind in "x".',
      'Row 4, column "y" is "x"; expected a number such as 1.5.',
      'Row 7, column "y" is "x"; expected a number such as 1.5.',
      'Row 10, column "y" is "x"; expected a number such as 1.5.',
      'And 97 more of this kind in "y".',
    ]);
  });

  it('leaves bad rows out when asked to, and says how many', async () => {
    const result = await read('x,y\n1,2\n3,\n5,6\nabc,8\n7,9\n', { badRows: 'leave-out' });
    expect(Array.from(taken(result).values)).toEqual([1, 2, 5, 6, 7, 9]);
    expect(result.ok && result.warnings[0]).toEqual({
      kind: 'rows-left-out',
      message: '2 of 5 rows are left out, because cells are missing or are not numbers.',
    });
  });

  it('takes the first of too many columns, and refuses thousands', async () => {
    const row = (width: number, by: number) =>
      Array.from({ length: width }, (_, cell) => ((cell + 1) * by) % 211).join(',');
    const some = await read(`${row(200, 37)}\n${row(200, 41)}\n${row(200, 11)}\n`);
    expect(taken(some).columns).toHaveLength(16);
    expect(some.ok && some.warnings[0].message).toBe(
      '"column 17", "column 18", "column 19" and 181 more columns are left out: each comes after the first 16.',
    );
    const thousands = refused(await read(`${row(5000, 3)}\n${row(5000, 5)}\n`))[0];
    expect(thousands.message).toBe('Row 1 has 5,000 cells; expected 512 at most.');
  });

  it('does not wait for the end of a quote that is never closed', async () => {
    const [problem] = refused(await read(`x,y\n1,2\n"3,4\n${'5,6\n'.repeat(2_000_000)}`));
    expect(problem).toMatchObject({ kind: 'broken-quotes', row: 3 });
  });

  it('reports a stream that fails', async () => {
    const failing = new ReadableStream<Uint8Array>({
      pull: () => Promise.reject(new Error('The file was moved.')),
    });
    expect(refused(await read(failing))[0]).toEqual({
      kind: 'unreadable',
      message: 'The file cannot be read: The file was moved.',
    });
  });

  it('stops when told to, and gives the stream up', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('1,2\n3,4\n'.repeat(1000))),
      cancel: () => {
        cancelled = true;
      },
    });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 30);
    const [problem] = refused(await read(endless, { signal: abort.signal }));
    expect(problem.kind).toBe('aborted');
    expect(cancelled).toBe(true);
  });
});

describe('too many rows', () => {
  const text = Array.from({ length: 1000 }, (_, row) => `${row},${(row * row) % 7.5}`).join('\n');
  const firstColumn = (result: CsvResult) =>
    Array.from(taken(result).values).filter((_, index) => index % 2 === 0);

  it('are counted and reported', async () => {
    const result = await read(text, { maxRows: 100 });
    const [{ message, question }] = refused(result);
    expect(message).toBe('The file has 1,000 rows; at most 100 can be used. Which?');
    expect(question?.id).toBe('rows');
    expect(question?.options.map(({ value }) => value)).toEqual(['first', 'spaced', 'random']);
    expect(result.rowsInFile).toBe(1000);
  });

  it('can be cut to the first', async () => {
    const result = await read(text, { maxRows: 100, answers: { rows: 'first' } });
    expect(firstColumn(result)).toEqual(Array.from({ length: 100 }, (_, row) => row));
    expect(result.ok && result.warnings[0].message).toBe(
      '100 of 1,000 rows are used, the first ones.',
    );
  });

  it('can be thinned evenly', async () => {
    const kept = firstColumn(await read(text, { maxRows: 100, answers: { rows: 'spaced' } }));
    expect(kept).toEqual(Array.from({ length: 63 }, (_, row) => row * 16));
  });

  it('can be drawn at random: each row alike, in the order of the file, by the seed', async () => {
    const draw = async (seed: number) =>
      firstColumn(
        await read(text, { maxRows: 100, answers: { rows: 'random' }, random: createRandom(seed) }),
      );
    const kept = await draw(1);
    expect(new Set(kept).size).toBe(100);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(await draw(1)).toEqual(kept);
    let sum = 0;
    for (let seed = 0; seed < 40; seed++) {
      sum += (await draw(seed)).reduce((total, row) => total + row, 0) / (100 * 40);
    }
    // Mean of 0..999 is 499.5; its standard error over 4,000 draws is 4.6.
    expect(Math.abs(sum - 499.5)).toBeLessThan(23);
  });

  it('of a million rows leave the event loop free', async () => {
    const million = new Blob(['x;y\n', '1,5;2\n3,5;4\n'.repeat(500_000)]);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const result = await read(million);
    clearInterval(timer);
    expect(refused(result)[0].message).toContain('The file has 1,000,000 rows');
    expect(turns).toBeGreaterThan(5);
  });
});
