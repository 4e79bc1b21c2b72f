import { describe, expect, it } from 'vitest';
import { parseCsv } from './parseCsv.fixture.ts';

const read = (text: string) => parseCsv(text, { name: 'series.csv', form: 'series' });
const GAP = Number.NaN;

async function taken(text: string) {
  const result = await read(text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const { data, warnings } = result;
  return { values: Array.from(data.values), notes: warnings.map(({ message }) => message) };
}

async function refusal(text: string): Promise<string> {
  const result = await read(text);
  if (result.ok) throw new Error('expected the file to be refused');
  return result.problems.map(({ message }) => message).join(' ');
}

describe('a series', () => {
  it.each([
    ['an empty line', 'a\n1\n\n3\n5\n', [1, GAP, 3, 5], 'row 3'],
    ['an empty row', 'a,b\n1,2\n,\n5,6\n', [1, 2, GAP, GAP, 5, 6], 'row 3'],
    ['an empty cell', 'a,b\n1,2\n3,\n5,6\n', [1, 2, 3, GAP, 5, 6], 'row 3'],
    ['a row cut short', 'a,b\n1,2\n3\n5,6\n', [1, 2, 3, GAP, 5, 6], 'row 3'],
    ['words for it', 'a\n1\nNA\n3\nnan\n5\n', [1, GAP, 3, GAP, 5], 'rows 3 and 5'],
    ['no header', '1\n\n\n4\n2\n6\n', [1, GAP, GAP, 4, 2, 6], 'rows 2 to 3'],
    ['a comment between', '1\n# so\n\n4\n2\n', [1, GAP, 4, 2], 'row 3'],
  ])('keeps the gap of %s, and says where it is', async (_, text, values, where) => {
    const { values: found, notes } = await taken(text);
    expect(found).toEqual(values);
    expect(notes).toEqual([expect.stringContaining(` missing, in ${where}. The model`)]);
  });

  it('counts what is missing, and names a few places of many', async () => {
    const rows = Array.from({ length: 100 }, (_, i) =>
      i % 9 === 4 ? ',' : `${i},${(i * i) % 17}`,
    );
    const { notes } = await taken(rows.join('\n'));
    expect(notes[0]).toMatch(/^11 values are missing, in rows 5, 14, 23, 32 and 7 more\./);
  });

  it('begins with its first row and ends with its last', async () => {
    const { values, notes } = await taken('\n\na\n\n1\n2\n4\n\n\n');
    expect(values).toEqual([1, 2, 4]);
    expect(notes).toEqual([]);
  });

  it('is not stretched by lines that are set apart', async () => {
    const { values, notes } = await taken('a\n1\n\n3\n\n5\n\n6\n\n');
    expect(values).toEqual([1, 3, 5, 6]);
    expect(notes).toEqual([]);
  });

  it('is refused where numbers are missing for another reason, or too many are', async () => {
    expect(await refusal('a\n1\n2\nx\n4\n')).toContain('Row 4, column "a" is "x"');
    expect(await refusal('a\n1\n2\ninf\n4\n')).toContain('expected a finite number');
    expect(await refusal('a\n1\n\n\n\n4\n')).toContain('in 3 of 5 rows; at most half');
    expect(await refusal('a,b\n1,nan\n2,nan\n3,nan\n')).toContain('"b" has no value at all');
    expect(await refusal('1 2\n3\n5 6\n')).toContain('Row 2 has 1 of 2 cells');
  });

  it('leaves text out, and says so', async () => {
    const { values, notes } = await taken('day,a\nmon,1\ntue,2\nmon,4\n');
    expect(values).toEqual([1, 2, 4]);
    expect(notes).toEqual(['"day" is left out: it holds text; a series has no classes.']);
  });
});

it('goes on leaving empty rows of points out', async () => {
  const result = await parseCsv('1,2\n\n3,4\n', { name: 'points.csv' });
  expect(result).toMatchObject({ ok: true, rowsInFile: 2 });
});
