import { describe, expect, it } from 'vitest';
import { readScriptedTable, readScriptRows, type TableRequest } from './scriptedData.ts';

const POINTS = { name: 'mine.csv', form: 'points' } as const;
const SERIES = { name: 'mine.csv', form: 'series' } as const;
const flowers = [
  'nr,length,width,species,site',
  ...Array.from({ length: 12 }, (_, row) => {
    const species = row % 2 === 0 ? 'setosa' : 'virginica';
    return `${row + 1},${5 + 0.1 * ((row * 7) % 5)},${3 - 0.2 * ((row * 3) % 4)},${species},${row % 3}`;
  }),
].join('\n');
const read = (request: TableRequest = {}, text = flowers) =>
  readScriptedTable(text, request, POINTS);

describe('a table', () => {
  it('is read with the columns it suggests, and says what was left out', async () => {
    const { data, notes } = await read();
    expect(data).toMatchObject({ name: 'mine.csv', rows: 12, columns: ['length', 'width'] });
    expect(Array.from(data.labels ?? []).slice(0, 3)).toEqual([0, 1, 0]);
    expect(notes.join(' ')).toContain('"nr" is left out: it counts the rows.');
  });

  it('is read with the columns and classes asked for', async () => {
    const { data } = await read({ columns: ['width', 'nr'], classes: 'site' });
    expect(data.columns).toEqual(['width', 'nr']);
    expect(Array.from(data.values.slice(0, 2))).toEqual([3, 1]);
    expect(Array.from(data.labels ?? []).slice(0, 4)).toEqual([0, 1, 2, 0]);
    expect((await read({ classes: null })).data.labels).toBeNull();
    // A column cannot be both a number of each point and its class.
    expect((await read({ classes: 'width', columns: ['length', 'nr'] })).data.columns).toEqual([
      'length',
      'nr',
    ]);
  });

  it('names a column that is not there, or holds no numbers', async () => {
    await expect(read({ columns: ['length', 'height'] })).rejects.toThrow(
      'There is no column "height". The file has "nr", "length", "width", "species" and "site".',
    );
    await expect(read({ columns: ['length', 'species'] })).rejects.toThrow(
      'Column "species" holds no numbers, but "setosa"; expected numbers.',
    );
  });

  it('refuses an open question with the answers it takes, and takes one of them', async () => {
    const sales = ['a;b', '1.500;784', '2.250;16.384', '3.125;900'].join('\n');
    const refusal = await read({}, sales).catch(({ message }: Error) => message);
    const [, id, value] = /Answers: (\S+?)=(\S+) \(Decimal point/.exec(String(refusal)) ?? [];
    expect([id, value]).toEqual(['decimal.', 'decimal']);
    const { data } = await read({ answers: { [id]: value } }, sales);
    expect(data.values[0]).toBe(1.5);
    const thousands = await read({ answers: { [id]: 'thousands' } }, sales);
    expect(thousands.data.values[0]).toBe(1500);
    await expect(read({ answers: { [id]: 'maybe' } }, sales)).rejects.toThrow(
      'The answer to "decimal." is "maybe"; expected "decimal" or "thousands".',
    );
    await expect(read({ answers: { comma: 'yes' } }, sales)).rejects.toThrow(
      /There is no question named "comma"/,
    );
  });

  it('refuses bad cells, or leaves their rows out', async () => {
    const holed = flowers.replace('virginica', 'virginica').replace(/,3,setosa/, ',,setosa');
    await expect(read({}, holed)).rejects.toThrow(/column "width" is empty; expected a number/);
    expect((await read({ leaveOutBadRows: true }, holed)).data.rows).toBe(11);
  });
});

describe('rows of numbers', () => {
  it('become own data, with names and classes', () => {
    const rows = [
      [1, 2],
      [3, 5],
      [4, 4],
    ];
    expect(readScriptRows({ rows, classes: ['a', null, 'b'] }, 'mine', 'points')).toEqual({
      name: 'mine',
      rows: 3,
      columns: ['x1', 'x2'],
      values: Float64Array.of(1, 2, 3, 5, 4, 4),
      labels: Int32Array.of(0, -1, 1),
    });
  });

  it('of a series may lack values', () => {
    const rows = [[1], [null], [3], [2]];
    const { values } = readScriptRows({ rows, columns: ['level'] }, SERIES.name, SERIES.form);
    expect(Array.from(values)).toEqual([1, Number.NaN, 3, 2]);
  });

  it.each([
    [{ rows: [[1, 2], [3]] }, /Row 2 of the data has 1 numbers; expected 2/],
    [
      {
        rows: [
          [1, 2],
          ['3', 4],
        ],
      },
      /hold "3"; expected numbers/,
    ],
    [{ rows: 7 }, /no "rows"/],
    [{ rows: [[1, 2]], columns: ['a'] }, /Row 1 of the data has 2 numbers; expected 1/],
    [
      {
        rows: [
          [1, 2],
          [3, null],
        ],
      },
      /NaN in row 2, column "x2"/,
    ],
    [
      {
        rows: [
          [1, 2],
          [3, 4],
        ],
        classes: [1],
      },
      /1 classes for 2 rows/,
    ],
  ])('are refused where they are none: %o', (given, message) => {
    expect(() => readScriptRows(given as never, 'mine', 'points')).toThrow(message);
  });
});
