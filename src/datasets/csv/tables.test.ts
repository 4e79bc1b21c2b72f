/** Kinds of tables people bring, each in several spellings: what is read, told, asked or refused. */
import { describe, expect, it } from 'vitest';
import type { NumbersForm } from '../ownData.ts';
import { chooseColumns, defaultChoice, leftOut } from './chooseColumns.ts';
import type { CsvSource } from './csvText.ts';
import type { Answers } from './decisions.ts';
import { readTable } from './readTable.ts';
import { suggestRoles } from './suggestRoles.ts';
import type { Table } from './table.ts';

async function tableOf(
  source: CsvSource,
  form: NumbersForm,
  answers: Answers = {},
): Promise<Table> {
  const reading = await readTable(source, { name: 'table.csv', form, answers });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join(' '));
  return reading.table;
}

/** What the default choice gives: columns by name, with their first values. */
async function read(source: CsvSource, form: NumbersForm = 'points', answers: Answers = {}) {
  const table = await tableOf(source, form, answers);
  const choice = defaultChoice(table);
  const chosen = chooseColumns(table, choice);
  const questions = table.decisions.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  if (!chosen.ok) {
    return { questions, problems: chosen.problems.map(({ message }) => message) };
  }
  const { data, warnings } = chosen;
  const width = data.columns.length;
  const columns = Object.fromEntries(
    data.columns.map((name, at) => [
      name,
      [...data.values.filter((_, index) => index % width === at)],
    ]),
  );
  const labels = data.labels && [...data.labels];
  const told = [...warnings, ...leftOut(table, choice)].map(({ message }) => message);
  return { columns, labels, told, questions };
}

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

/** Values that neither rise nor repeat. */
const A = [3.6, 1.8, 3.333, 2.283, 4.533, 2.883, 4.7, 3.6, 1.95];
const B = [79, 54, 74, 62, 85, 55, 88, 85, 51];

describe('names of rows and counters are left out, and it is said', () => {
  it.each([
    [
      'as R writes them without a name',
      lines('"eruptions" "waiting"', ...A.map((a, i) => `"${i + 1}" ${a} ${B[i]}`)),
    ],
    [
      'as R writes them with commas',
      lines('"eruptions","waiting"', ...A.map((a, i) => `"r${i}",${a},${B[i]}`)),
    ],
    [
      'as write.csv writes them',
      lines('"","eruptions","waiting"', ...A.map((a, i) => `"${i + 1}",${a},${B[i]}`)),
    ],
    ['as pandas writes them', lines(',eruptions,waiting', ...A.map((a, i) => `${i},${a},${B[i]}`))],
    [
      'as pandas writes them between spaces',
      lines('"" eruptions waiting', ...A.map((a, i) => `${i} ${a} ${B[i]}`)),
    ],
    [
      'under a name',
      lines('rownames,eruptions,waiting', ...A.map((a, i) => `${i + 1},${a},${B[i]}`)),
    ],
    [
      'shuffled, as an id',
      lines('id,eruptions,waiting', ...A.map((a, i) => `${(i * 5) % 9},${a},${B[i]}`)),
    ],
    [
      'as dates',
      lines('day,eruptions,waiting', ...A.map((a, i) => `2020-01-0${i + 1},${a},${B[i]}`)),
    ],
    [
      'as a clock',
      lines('t,eruptions,waiting', ...A.map((a, i) => `${1.7e12 + 60 * i},${a},${B[i]}`)),
    ],
    [
      'as time stamps that are not even',
      lines('t,eruptions,waiting', ...A.map((a, i) => `${5 + i * i},${a},${B[i]}`)),
    ],
    [
      'of repeated measurements',
      lines('n,eruptions,waiting', ...A.map((a, i) => `${1 + (i % 5)},${a},${B[i]}`)),
    ],
    ['as a constant', lines('k,eruptions,waiting', ...A.map((a, i) => `7,${a},${B[i]}`))],
  ])('%s', async (_, text) => {
    const { columns, told } = await read(text);
    expect(Object.keys(columns ?? {})).toEqual(['eruptions', 'waiting']);
    expect(columns).toEqual({ eruptions: A, waiting: B });
    expect(told?.some((message) => message.includes('left out'))).toBe(true);
  });

  it('unless too few columns would be left: then the least like a counter comes back', async () => {
    const text = lines('t_ms,reading', ...A.map((a, i) => `${1.7e12 + 60_000 * i},${a}`));
    expect(Object.keys((await read(text)).columns ?? {})).toEqual(['t_ms', 'reading']);
    const three = lines('row,x,y', ...A.map((_, i) => `${i + 1},${i * i},${i < 4 ? 1 : 2}`));
    const roles = suggestRoles(await tableOf(three, 'points'));
    expect(roles.map(({ role }) => role)).toEqual(['leave-out', 'value', 'value']);
    expect(roles[1].reason).toMatch(
      /changes in one direction .*, but two columns of numbers are needed/,
    );
  });

  it('of a series: parts of a date in columns of their own', async () => {
    const text = lines(
      'year month co2',
      ...B.map((b, i) => `${1990 + (i >> 2)} ${1 + (i % 4)} ${b}`),
    );
    expect((await read(text, 'series')).columns).toEqual({ co2: B });
  });

  it('dates in digits, in any order', async () => {
    const text = lines('date,x,y', ...A.map((a, i) => `2024030${1 + ((4 * i) % 9)},${a},${B[i]}`));
    expect((await read(text)).columns).toEqual({ x: A, y: B });
  });

  it('of a series too, whose clock is no signal', async () => {
    const text = lines('ms;acc [mg];', ...A.map((_, i) => `${80 * i};${B[i]};`));
    expect((await read(text, 'series')).columns).toEqual({ 'acc [mg]': B });
    // A trend alone is a series.
    const trend = lines('co2', ...A.map((_, i) => `${310 + i * i}`));
    expect(Object.keys((await read(trend, 'series')).columns ?? {})).toEqual(['co2']);
  });
});

describe('names of columns may be numbers', () => {
  const rows = ['0.5,0.25', '0.75,-0.5', '0.125,0.75', '0.5,0.1'];
  it.each([
    [
      '0, 1 of pandas',
      lines('0,1', ...rows),
      { 0: [0.5, 0.75, 0.125, 0.5], 1: [0.25, -0.5, 0.75, 0.1] },
    ],
    [
      'years',
      lines('2020,2021', ...rows),
      { 2020: [0.5, 0.75, 0.125, 0.5], 2021: [0.25, -0.5, 0.75, 0.1] },
    ],
    [
      'bands of a spectrum',
      lines('400,410,420', '1.5,2.5,0.5', '0.5,2.25,1.5', '1.5,0.5,7.5'),
      { 400: [1.5, 0.5, 1.5], 410: [2.5, 2.25, 0.5], 420: [0.5, 1.5, 7.5] },
    ],
  ])('%s', async (_, text, expected) => {
    const { columns, told } = await read(text);
    expect(columns).toEqual(expected);
    expect(told?.[0]).toMatch(/^Row 1 holds the names of the columns/);
  });

  it('next to a column of classes', async () => {
    const years = ['Region,2020,2021', 'R0,46,87', 'R1,70,5', 'R0,88,27', 'R1,78,59', 'R0,18,48'];
    const { columns, labels } = await read(lines(...years));
    expect(columns).toEqual({ 2020: [46, 70, 88, 78, 18], 2021: [87, 5, 27, 59, 48] });
    expect(labels).toEqual([0, 1, 0, 1, 0]);
  });

  it('is asked where whole numbers are below', async () => {
    const text = lines('0,1', '3,1', '2,5', '0,4', '5,1');
    expect((await read(text)).questions).toEqual(['header']);
    const { columns } = await read(text, 'points', { header: 'data' });
    expect(columns).toEqual({ 'column 1': [0, 3, 2, 0, 5], 'column 2': [1, 1, 5, 4, 1] });
    expect(Object.keys((await read(text, 'points', { header: 'names' })).columns ?? {})).toEqual([
      '0',
      '1',
    ]);
  });

  it('and a first point is none', async () => {
    const { columns, questions } = await read('1,2\n3,4\n2,9\n');
    expect(questions).toEqual([]);
    expect(columns?.['column 1']).toEqual([1, 3, 2]);
    expect((await read('a,1\nb,2\na,3\nb,1\n', 'series')).columns).toEqual({
      'column 2': [1, 2, 3, 1],
    });
  });
});

describe('one column', () => {
  it.each([
    [
      'two words as a name',
      lines('Wind speed', '10.00', '10.79', '9.5'),
      'Wind speed',
      [10, 10.79, 9.5],
    ],
    [
      'a comma in the quoted name',
      lines('"Speed, mean"', '10.5', '10.79', '9.5'),
      'Speed, mean',
      [10.5, 10.79, 9.5],
    ],
    ['decimal commas', lines('Temp', '10,00', '10,79', '9,5'), 'Temp', [10, 10.79, 9.5]],
    ['decimal commas here and there', lines('Temp', '10', '10,79', '9'), 'Temp', [10, 10.79, 9]],
    [
      'decimal commas in quotes',
      lines('"Temp"', '"10,00"', '"10,79"', '"9,50"'),
      'Temp',
      [10, 10.79, 9.5],
    ],
    [
      'commas below a name of two words',
      lines('Wind speed', '10,00', '10,79', '9,5'),
      'Wind speed',
      [10, 10.79, 9.5],
    ],
    [
      'points and commas',
      lines('Umsatz', '1.234,50', '2.000,75', '784,00'),
      'Umsatz',
      [1234.5, 2000.75, 784],
    ],
    ['a gap', lines('Temp', '10,5', 'NA', '10,79', '9,5'), 'Temp', [10.5, Number.NaN, 10.79, 9.5]],
    ['percent', lines('share', '53,0%', '12,5%', '9,25%'), 'share', [53, 12.5, 9.25]],
  ])('with %s', async (_, text, name, expected) => {
    const { columns, questions } = await read(text, 'series');
    expect(questions).toEqual([]);
    expect(columns).toEqual({ [name]: expected });
  });

  it('or two of them, where nothing tells: asked', async () => {
    const text = lines('3,5', '4,2', '2,9', '7,1');
    expect((await read(text, 'series')).questions).toEqual(['separator']);
    const one = await read(text, 'series', { separator: 'none' });
    expect(one.columns).toEqual({ 'column 1': [3.5, 4.2, 2.9, 7.1] });
    const two = await read(text, 'series', { separator: ',' });
    expect(two.columns).toEqual({ 'column 1': [3, 4, 2, 7], 'column 2': [5, 2, 9, 1] });
    // Points have two columns at least.
    expect((await read(text)).columns).toEqual(two.columns);
  });
});

describe('decimal signs and thousands', () => {
  it.each([
    ['decimal commas', 'a;b\n1,5;2,25\n-0,5;3,75\n2,5;1,5\n', [1.5, -0.5, 2.5]],
    [
      'commas for thousands, told by a point',
      'a;b\n1,500.5;1\n2,300;4\n784;2\n',
      [1500.5, 2300, 784],
    ],
    [
      'points for thousands, told by a comma',
      'a;b\n1.500,5;1\n2.300;4\n784;2\n',
      [1500.5, 2300, 784],
    ],
    ['commas for millions', 'a;b\n1,500,000;1\n2,300;4\n784;2\n', [1.5e6, 2300, 784]],
    ['Indian thousands', 'a;b\n12,34,567;1\n2,300;4\n784;2\n', [1234567, 2300, 784]],
    ['apostrophes', "a;b\n1'500.5;1\n2'300;4\n784;2\n", [1500.5, 2300, 784]],
    ['typographic apostrophes', 'a;b\n1’500.5;1\n2’300;4\n784;2\n', [1500.5, 2300, 784]],
    ['thin spaces', 'a;b\n1\u202F500,5;1\n2\u202F300;4\n784;2\n', [1500.5, 2300, 784]],
    ['spaces that do not break', 'a;b\n1\u00A0500,5;1\n2\u00A0300;4\n784;2\n', [1500.5, 2300, 784]],
    ['spaces', 'a;b\n1 500,5;1\n2 300;4\n784;2\n', [1500.5, 2300, 784]],
    [
      'thousands in one column told by commas in another',
      'a;b\n1.500;0,5\n2.300;1,25\n784;2,5\n',
      [1500, 2300, 784],
    ],
    [
      'three decimals next to points in another',
      'a;b\n1.500;0.5\n2.300;1.25\n3.784;2.5\n',
      [1.5, 2.3, 3.784],
    ],
    ['signs of columns apart', 'a;b\n1.5;0,5\n-2.25;1,25\n3.75;2,5\n', [1.5, -2.25, 3.75]],
    ['exponents of Fortran', 'a b\n1.5D+03 1\n2.5d-1 4\n7D0 2\n', [1500, 0.25, 7]],
    ['exponents with commas', 'a;b\n1,500E+03;1\n2,5e-1;4\n7E0;2\n', [1500, 0.25, 7]],
    ['typographic minus signs', 'a;b\n\u22121.5;1\n2.5;4\n\u22127;2\n', [-1.5, 2.5, -7]],
    ['text that spreadsheets force', 'a;b\n="1.5";1\n\'2.5;4\n7;2\n', [1.5, 2.5, 7]],
  ])('%s', async (_, text, expected) => {
    const { columns, questions } = await read(text);
    expect(questions).toEqual([]);
    expect(columns?.a).toEqual(expected);
  });

  it.each([
    [
      'points, beside smaller numbers',
      'a;b\n1.500;3\n784;5\n2.300;1\n',
      'decimal.',
      [1.5, 784, 2.3],
      [1500, 784, 2300],
    ],
    [
      'points, in all cells between semicolons',
      'a;b\n1.500;3\n7.841;5\n2.300;1\n',
      'decimal.',
      [1.5, 7.841, 2.3],
      [1500, 7841, 2300],
    ],
    [
      'commas in quotes',
      'a,b\n"1,500",3\n784,5\n"2,300",1\n',
      'decimal,',
      [1.5, 784, 2.3],
      [1500, 784, 2300],
    ],
    [
      'commas between tabs',
      'a\tb\n1,500\t3\n7,841\t5\n2,300\t1\n',
      'decimal,',
      [1.5, 7.841, 2.3],
      [1500, 7841, 2300],
    ],
    [
      'points unlike other columns',
      'a;b\n1.500;0.5\n784;2.25\n2.300;1.5\n',
      'decimal.',
      [1.5, 784, 2.3],
      [1500, 784, 2300],
    ],
  ])('asks about %s', async (_, text, id, decimals, thousands) => {
    expect((await read(text)).questions).toEqual([id]);
    expect((await read(text, 'points', { [id]: 'decimal' })).columns?.a).toEqual(decimals);
    expect((await read(text, 'points', { [id]: 'thousands' })).columns?.a).toEqual(thousands);
  });

  it('says what it recognised, and reads otherwise if told to', async () => {
    const text = 'a;b\n1,5;1.500\n2,5;2.300\n0,5;784\n';
    const { told } = await read(text);
    expect(told).toEqual([
      'Decimal commas in "a".',
      'Points separate thousands in "b", as in "1.500".',
    ]);
    const { columns } = await read(text, 'points', { 'thousands.': 'decimals' });
    expect(columns?.b).toEqual([1.5, 2.3, 784]);
    const points = await read('x,y\n1.234,2.5\n2.345,1.5\n9.876,3\n');
    expect(points.told).toEqual([]);
    const every = await read('x,y\n1.234,2\n2.345,1\n9.876,3\n');
    expect(every.told).toEqual(['"1.234" in "x" is read as 1.234, not as 1234.']);
  });

  it('names a cell of the other kind', async () => {
    const { problems } = await read('a;b\n1,5;1\n2,5;4\n3.75;2\n0,5;9\n');
    expect(problems).toEqual(['Row 4, column "a" is "3.75"; expected a number such as 1,5.']);
  });
});

describe('what is written with numbers', () => {
  it.each([
    ['percent signs', 'a,b\n53.0%,1\n54.8 %,4\n7%,2\n', [53, 54.8, 7], /Percent signs in "a"/],
    [
      'a currency in front',
      'a,b\n$53.5,1\n$54.8,4\n-$7,2\n',
      [53.5, 54.8, -7],
      /written with "\$"/,
    ],
    [
      'a currency in some rows',
      'a;b\n53,5 €;1\n54,8;4\n7 €;2\n',
      [53.5, 54.8, 7],
      /written with "€"/,
    ],
    [
      'a code of a currency',
      'a;b\nUSD 53.5;1\nUSD 54.8;4\nUSD 7;2\n',
      [53.5, 54.8, 7],
      /written with "USD"/,
    ],
    ['a unit', 'a,b\n53.5 kg,1\n54.8 kg,4\n7 kg,2\n', [53.5, 54.8, 7], /written with "kg"/],
  ])('%s', async (_, text, expected, told) => {
    const result = await read(text);
    expect(result.columns?.a).toEqual(expected);
    expect(result.told?.join(' ')).toMatch(told);
  });

  it.each([
    ['parentheses', 'a;b\n(53,5);1\n54,8;4\n(7);2\n', [-53.5, 54.8, -7], /in parentheses/],
    ['parentheses and money', 'a,b\n($53.5),1\n$54.8,4\n($7),2\n', [-53.5, 54.8, -7], /"\(\$53/],
    ['a minus sign behind', 'a;b\n53,5-;1\n54,8;4\n7 -;2\n', [-53.5, 54.8, -7], /"53,5-"/],
  ])('%s make numbers negative, and it is said', async (_, text, expected, told) => {
    const result = await read(text);
    expect(result.columns?.a).toEqual(expected);
    expect(result.told?.join(' ')).toMatch(told);
  });

  it.each(['US$ 53.5', 'Fr. 53.5', 'kr. 53.5', 'Rs 53.5', '53.5 zł'])(
    '%s is money',
    async (cell) => {
      const { columns } = await read(`a,b\n${cell},1\n54.8,4\n${cell},2\n`);
      expect(columns?.a).toEqual([53.5, 54.8, 53.5]);
    },
  );

  it('is named where only one column of numbers is left', async () => {
    const { problems } = await read('a,b,c\nred,3/8,1\nblue,1/8,4\ngreen,5/8,2\n');
    expect(problems?.[0]).toMatch(/only one column of numbers, "c".* Row 2, column "b" is "3\/8"/);
  });

  it('is named where it is not the same everywhere', async () => {
    const { problems } = await read('a,b\n53%,1\n54%,4\n0.7,2\n9%,3\n');
    expect(problems).toEqual(['Row 4, column "a" is "0.7"; expected a number such as 1.5.']);
    const mixed = await read('a,b\n5 kg,1\n4 kg,4\n700 g,2\n3 kg,3\n');
    expect(mixed.problems?.[0]).toContain('Row 4, column "a" is "700 g"');
  });
});

describe('codes for missing values', () => {
  it.each([-999, -9999, 9999, -99.9, 1e20])('%d', async (code) => {
    const text = lines('temp,hum', ...A.map((a, i) => `${i % 4 === 0 ? code : a},${B[i]}`));
    const table = await tableOf(text, 'points');
    const decision = table.decisions.find(({ id }) => id === `missing ${code}`);
    expect(decision?.text).toContain(`${code} looks like a code for a missing value: 3 times`);
    expect(table.columns[0].range).toEqual({ low: 1.8, high: 4.7 });
    const series = await read(text, 'series');
    expect(series.columns?.temp.filter(Number.isNaN)).toHaveLength(3);
    const kept = await read(text, 'points', { [`missing ${code}`]: 'number' });
    expect(kept.columns?.temp[0]).toBe(code);
  });

  it.each([-777, 8888])('%d, of sevens or eights', async (code) => {
    const text = lines('temp,hum', ...A.map((a, i) => `${i === 4 ? code : a},${B[i]}`));
    const { columns, told } = await read(text, 'series');
    expect(columns?.temp[4]).toBeNaN();
    expect(told?.[0]).toContain(`${code} looks like a code for a missing value: 1 times in "temp"`);
  });

  it('-1 may be one where nothing else is negative: it is said, and can be taken out', async () => {
    const text = lines('temp,hum', ...A.map((a, i) => `${i % 4 === 0 ? -1 : a},${B[i]}`));
    const { columns, told } = await read(text, 'series');
    expect(columns?.temp.filter((value) => value === -1)).toHaveLength(3);
    expect(told).toEqual([
      '-1 is the only negative number in "temp": it may be a code for a missing value.',
    ]);
    const without = await read(text, 'series', { 'missing -1': 'missing' });
    expect(without.columns?.temp.filter(Number.isNaN)).toHaveLength(3);
    const among = lines('temp,hum', ...A.map((a, i) => `${[-1, -0.5, -1][i] ?? a},${B[i]}`));
    expect((await read(among, 'series')).told).toEqual([]);
  });

  it.each([
    '#N/A',
    '#NV',
    '#WERT!',
    '#DIV/0!',
    '#¡VALOR!',
    '#NOMBRE!',
    '\\N',
    '(null)',
    'k. A.',
    ':',
  ])('%s is one, also at the start of a line', async (cell) => {
    const text = lines('temp;hum', ...A.map((a, i) => `${i === 4 ? cell : a};${B[i]}`));
    const { columns } = await read(text, 'series');
    expect(columns?.temp.map(Number.isNaN)).toEqual(A.map((_, i) => i === 4));
  });

  it('are no numbers among others', async () => {
    const text = lines(
      'temp,hum',
      ...A.map((a, i) => `${100 * a - 1000},${i * i === 4 ? 99 : B[i]}`),
    );
    expect((await tableOf(text, 'points')).decisions.some(({ id }) => /^missing/.test(id))).toBe(
      false,
    );
  });
});

describe('what comes before the numbers', () => {
  const rows = ['0.5;0.25', '0.75;-0.5', '0.125;0.75', '0.5;0.1'];
  const x = [0.5, 0.75, 0.125, 0.5];
  it.each([
    ['a sep= line', lines('sep=;', 'x;y', ...rows), 'x'],
    ['a sep= line in quotes', lines('"sep=;"', 'x;y', ...rows), 'x'],
    ['units', lines('x;y', '[m];[s]', ...rows), 'x [m]'],
    ['units in some columns', lines('x;y', 'm/s;-', ...rows), 'x [m/s]'],
    ['comments', lines('# made by hand, 2026', '# second line', 'x;y', ...rows), 'x'],
    ['comments of other programs', lines('% made by hand, 2026', 'x;y', ...rows), 'x'],
    ['names in a comment', lines('# x, y', ...rows.map((row) => row.replace(';', ' '))), 'x'],
    ['names in a comment, with the separator', lines('#x;y', ...rows), 'x'],
    ['a title', lines('Station Oslo', '', 'x;y;z', ...rows.map((row, i) => `${row};${B[i]}`)), 'x'],
    [
      'a title filled up with separators',
      lines('Station Oslo;;', 'x;y;z', ...rows.map((row, i) => `${row};${B[i]}`)),
      'x',
    ],
  ])('%s', async (_, text, name) => {
    const { columns } = await read(text);
    expect(columns?.[name]).toEqual(x);
  });

  it.each([
    ['a semicolon', '; made by hand'],
    ['two slashes', '// made by hand'],
  ])('comments after %s', async (_, comment) => {
    const { columns } = await read(lines(comment, 'x,y', '0.5,1', comment, '0.75,4', '0.1,2'));
    expect(columns).toEqual({ x: [0.5, 0.75, 0.1], y: [1, 4, 2] });
    // A nameless first column is none.
    const nameless = await read(lines(';x;y', '1;0.5;1', '2;0.75;4', '3;0.1;2'));
    expect(nameless.columns).toEqual({ x: [0.5, 0.75, 0.1], y: [1, 4, 2] });
  });

  it.each(['#7', '#ff00a', '//a', '%b'])('first cells such as %s are no comments', async (mark) => {
    const text = lines('tag,x,y', ...A.map((a, i) => `${mark}${i},${a},${B[i]}`));
    for (const form of ['points', 'series'] as const) {
      expect((await read(text, form)).columns).toEqual({ x: A, y: B });
    }
    const notes = lines('x,y', '# one, two', '# three, four', '0.5,1', '0.75,4', '0.1,2');
    expect((await read(notes)).columns).toEqual({ x: [0.5, 0.75, 0.1], y: [1, 4, 2] });
  });

  it('rows that are commented out are left out, and it is said', async () => {
    const text = lines('x,y', ...A.map((a, i) => `${i % 4 === 3 ? '#' : ''}${a},${B[i]}`));
    const { columns, told } = await read(text);
    expect(columns?.x).toEqual(A.filter((_, i) => i % 4 !== 3));
    expect(told).toEqual(['2 rows, the first is 5, are left out as comments.']);
  });

  it('is data again if told so', async () => {
    const text = lines('x;y', '[m];[s]', ...rows);
    const { problems } = await read(text, 'points', { units: 'data' });
    expect(problems?.[0]).toBe('Row 2, column "x" is "[m]"; expected a number such as 1.5.');
  });

  it('leaves copies of the names out', async () => {
    const { columns, told } = await read(
      lines('x;y', ...rows.slice(0, 2), 'x;y', ...rows.slice(2)),
    );
    expect(columns?.x).toEqual(x);
    expect(told).toContain('The row of names is repeated once; the copies are left out.');
  });

  it('names the cells of rows that are wider than the names', async () => {
    const { problems } = await read(lines('x,y', '1,2,3,4', '2,3,4,5', '3,1,2,4'));
    expect(problems?.[0]).toMatch(/Row 2 has 4 cells; .* first extra cell is "3"/);
  });
});

describe('sums and notes are left out, and it is said', () => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = A.map((a, i) => `r${i};${a};${B[i]}`);
  it.each([
    ['Total', [`Total;${sum(A)};${sum(B)}`]],
    ['an empty row and a sum', ['', `Summe;${sum(A)};${sum(B)}`]],
    ['a mean and a deviation', ['Mean;3.1;70', 'Std;1;12']],
    ['a sum and a note', [`Total;${sum(A)};${sum(B)}`, 'Source: Office of Statistics, 2024']],
    ['a count of rows', ['', '(9 rows affected)']],
    ['a sum without a word', [`;${sum(A).toFixed(2)};${sum(B)}`]],
    ['a word in a column of numbers', [`;Total:;${sum(B)}`]],
  ])('%s', async (_, foot) => {
    for (const form of ['points', 'series'] as const) {
      const text = lines('name;x;y', ...rows, ...foot);
      const { columns, told } = await read(text, form);
      expect(columns).toEqual({ x: A, y: B });
      expect(told?.join(' ')).toMatch(/left out: sums, means or notes, not data/);
    }
  });

  it.each([0, 4])('a total before row %i of the data', async (at) => {
    const text = lines('name;x;y', ...rows.toSpliced(at, 0, `Total;${sum(A)};${sum(B)}`));
    const { columns, told } = await read(text);
    expect(columns).toEqual({ x: A, y: B });
    expect(told?.[0]).toContain(`Row ${at + 2} is left out`);
  });

  it('unless they are told to be data, or are', async () => {
    const text = lines('name;x;y', ...rows, 'Total;36;633');
    expect((await read(text, 'points', { sums: 'keep' })).columns?.x.at(-1)).toBe(36);
    const kinds = lines('kind;x;y', ...A.map((a, i) => `${['mean', 'sum'][i % 2]};${a};${B[i]}`));
    expect((await read(kinds)).columns).toEqual({ x: A, y: B });
    const gap = lines('x;y;z', ...A.map((a, i) => `${a};${B[i]};${i * i}`), ';70;3.5');
    expect((await read(gap)).problems?.[0]).toContain('Row 11, column "x" is empty');
  });
});

describe('rows between spaces that are too short', () => {
  it.each(['points', 'series'] as const)('are named in %s', async (form) => {
    const text = lines('x   y   n', ...A.map((a, i) => `${a}  ${i === 4 ? '  ' : B[i]}  ${i + 1}`));
    const { problems } = await read(text, form);
    expect(problems).toEqual([
      'Row 6 has 2 of 3 cells. With spaces as separators, the missing cell cannot be identified; write NA in its place.',
    ]);
  });
});

describe('quotes and spaces', () => {
  it.each([
    ['space before quotes', lines('"x", "y"', '"0.5", "0.25"', '"0.75", "-0.5"', '"0.1", "7"')],
    ['space behind quotes', lines('"x" ,"y"', '"0.5" ,"0.25"', '"0.75" ,"-0.5"', '"0.1" ,"7"')],
    ['tabs before quotes', lines('"x";\t"y"', '"0.5";\t"0.25"', '"0.75";\t"-0.5"', '"0.1";\t"7"')],
  ])('%s', async (_, text) => {
    expect((await read(text)).columns).toEqual({ x: [0.5, 0.75, 0.1], y: [0.25, -0.5, 7] });
  });

  it('separators and line ends within quotes', async () => {
    const text =
      '"x", "y, the\nother", "kind"\n"0.5", "1", "a, b"\n"0.75", "4", "c"\n"0.1", "2", "c"\n';
    const { columns, labels } = await read(text);
    expect(columns).toEqual({ x: [0.5, 0.75, 0.1], 'y, the\nother': [1, 4, 2] });
    expect(labels).toEqual([0, 1, 1]);
  });
});

describe('encodings', () => {
  const text = 'Größe;Länge €\n0,5;1\n0,75;4\n0,1;2\n';
  const latin = Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
  const wide = (isLittle: boolean, mark: string) => {
    const bytes = new Uint8Array(2 * (mark + text).length);
    const view = new DataView(bytes.buffer);
    [...(mark + text)].forEach((letter, at) => {
      view.setUint16(2 * at, letter.charCodeAt(0), isLittle);
    });
    return bytes;
  };
  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['windows-1252', latin],
    ['utf-16le', wide(true, '\uFEFF')],
    ['utf-16be', wide(false, '\uFEFF')],
    ['utf-16le', wide(true, '')],
    ['utf-16be', wide(false, '')],
  ])('%s is recognised, and said unless it is the usual one', async (encoding, bytes) => {
    const table = await tableOf(bytes, 'points');
    expect(table.columns.map(({ name }) => name)).toEqual(['Größe', 'Länge €']);
    const decision = table.decisions.find(({ id }) => id === 'encoding');
    expect(decision).toMatchObject({ value: encoding, isNoted: encoding !== 'utf-8' });
  });

  it.each([1, 2, 3, 5, 4097])('is recognised in chunks of %i bytes, however late', async (size) => {
    const bytes = Uint8Array.from(
      [...'x;y;k\n'.repeat(1), ...'1;2;a\n3;1;a\n'.repeat(900), ...'4;3;é\n'],
      (letter) => letter.charCodeAt(0),
    );
    let start = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (start >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(start, start + size));
        start += size;
      },
    });
    expect((await tableOf(stream, 'points')).columns[2].cells.at(-1)).toBe('é');
  });

  it('can be told otherwise, and broken characters are said', async () => {
    const table = await tableOf(latin, 'points', { encoding: 'utf-8' });
    expect(table.notes[0].message).toMatch(/^Some characters cannot be read, as in "Gr.+e"/);
  });
});

describe('classes', () => {
  it('may be missing in some rows', async () => {
    const text = lines(
      'x,y,kind',
      ...A.map((a, i) => `${a},${B[i]},${i === 3 ? '' : 'ab'[i % 2]}`),
    );
    const { labels, told } = await read(text);
    expect(labels).toEqual([0, 1, 0, -1, 0, 1, 0, 1, 0]);
    expect(told).toEqual(['1 of 9 points have no class; they are drawn in grey.']);
  });

  it('may be missing as NaN, and are none where all are the same', async () => {
    const text = lines(
      'x,y,kind,site',
      ...A.map((a, i) => `${a},${B[i]},${i === 3 ? 'NaN' : 'ab'[i % 2]},Oslo`),
    );
    const { labels, told } = await read(text);
    expect(labels).toEqual([0, 1, 0, -1, 0, 1, 0, 1, 0]);
    expect(told).toContain('"site" is left out: it is "Oslo" in every row.');
    const one = lines('x,y,site', ...A.map((a, i) => `${a},${B[i]},Oslo`));
    expect((await read(one)).labels).toBeNull();
  });

  it('are few whole numbers, under any name', async () => {
    const text = lines('x,y,cyl', ...A.map((a, i) => `${a},${B[i]},${[4, 8][(i * i) % 2]}`));
    expect((await read(text)).labels).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
    expect(Object.keys((await read(text, 'series')).columns ?? {})).toEqual(['x', 'y', 'cyl']);
  });

  it('of the page’s own exports are not mixed up with what a model said', async () => {
    const head = 'y1,y2,label,cluster,responsibility,latent 1,reconstructed y1,reconstructed y2';
    const text = lines(
      head,
      ...A.map((a, i) => `${a},${B[i]},${1 + (i % 2)},${1 + (i % 3)},0.9,${i / 5},${a},${B[i]}`),
    );
    const { columns, labels } = await read(text);
    expect(columns).toEqual({ y1: A, y2: B });
    expect(labels).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
    const shared = lines(
      'y1,y2,cluster,responsibility 1,responsibility 2',
      ...A.map((a, i) => `${a},${B[i]},1,0.9,0.1`),
    );
    expect((await read(shared)).columns).toEqual({ y1: A, y2: B });
    const series = lines(
      'row,a,b,predicted a,predicted b,latent 1',
      ...A.map((a, i) => `${i + 341},${a},${B[i]},${a},${B[i]},0.${i}`),
    );
    expect((await read(series, 'series')).columns).toEqual({ a: A, b: B });
  });
});
