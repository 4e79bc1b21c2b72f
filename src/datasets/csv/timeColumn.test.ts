import { describe, expect, it } from 'vitest';
import { stepDate, stepText } from '../calendarText.ts';
import type { NumbersForm, OwnData } from '../ownData.ts';
import { chooseColumns, defaultChoice, summarised } from './chooseColumns.ts';
import type { Answers } from './decisions.ts';
import { readTable } from './readTable.ts';
import type { Table } from './table.ts';
import { mayBeAxis, timeInWords } from './timeAxis.ts';

const NOISE = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
const lines = (...rows: readonly string[]): string => rows.join('\n');
/** A date and a number in each row. */
const dated = (dates: readonly string[], header = 'date,flow', separator = ','): string =>
  lines(header, ...dates.map((date, row) => `${date}${separator}${NOISE[row % NOISE.length]}`));

async function tableOf(text: string, answers: Answers = {}, form: NumbersForm = 'series') {
  const reading = await readTable(text, { name: 'test.csv', form, answers });
  if (!reading.ok) throw new Error(summarised(reading.problems).join(' '));
  return reading.table;
}

/** As it is taken without a word of the person's. */
function taken(table: Table, isDated = defaultChoice(table).isDated): OwnData {
  const chosen = chooseColumns(table, { ...defaultChoice(table), isDated });
  if (!chosen.ok) throw new Error(summarised(chosen.problems).join(' '));
  return chosen.data;
}

async function axisOf(text: string, answers?: Answers) {
  const table = await tableOf(text, answers);
  const { calendar, rows, columns } = taken(table);
  return {
    columns,
    words: timeInWords(table, calendar ? 'axis' : 'nothing'),
    ends: calendar && [stepText(calendar, 0), stepText(calendar, rows - 1)],
    dates: calendar && [stepDate(calendar, 0), stepDate(calendar, 1)],
  };
}

const count = (from: number, to: number, by = 1) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by);
const two = (number: number) => String(number).padStart(2, '0');
/** N months from January 2019 on. */
const months = (N: number, text: (year: number, month: number) => string) =>
  Array.from({ length: N }, (_, at) => text(2019 + Math.floor(at / 12), (at % 12) + 1));
/** N days from the third of January 2019 on. */
const days = (N: number, text: (day: Date) => string, by = 1) =>
  Array.from({ length: N }, (_, at) => text(new Date(Date.UTC(2019, 0, 3 + at * by))));

describe('the axis of a series', () => {
  it('is a column of years', async () => {
    const text = dated(count(1821, 1836).map(String), 'year,flow');
    expect(await axisOf(text)).toEqual({
      columns: ['flow'],
      words: '"year" becomes the axis of time: 1821 to 1836, one step a year.',
      ends: ['1821', '1836'],
      dates: [1821, 1822],
    });
  });

  it.each([
    ['years without a name', lines(...count(1900, 1911).map((y, i) => `${y};${NOISE[i]}`)), '1900'],
    [
      'years in a later column',
      lines('flow,when', ...count(1900, 1911).map((y, i) => `${NOISE[i]},${y}`)),
      '1900',
    ],
    ['every tenth year', dated(count(1800, 1900, 10).map(String), 'year,flow'), '1800'],
    [
      'quotes and a byte-order mark',
      `\uFEFF${dated(
        count(1900, 1911).map((y) => `"${y}"`),
        '"year";"flow"',
        ';',
      )}`,
      '1900',
    ],
    [
      'decimal years',
      dated(
        months(14, (y, m) => (y + (m - 1) / 12).toFixed(2)),
        'Time,flow',
      ),
      'Jan 2019',
    ],
    ['ISO months', dated(months(14, (y, m) => `${y}-${two(m)}`)), 'Jan 2019'],
    ['the first of each month', dated(months(14, (y, m) => `${y}-${two(m)}-01`)), 'Jan 2019'],
    [
      'the last of each month',
      dated(months(14, (y, m) => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10))),
      'Jan 2019',
    ],
    [
      'months in German',
      dated(
        months(14, (y, m) => `01.${two(m)}.${y}`),
        'Monat;Abfluss',
        ';',
      ),
      'Jan 2019',
    ],
    ['month and year', dated(months(14, (y, m) => `${m}/${y}`)), 'Jan 2019'],
    [
      'names of months',
      dated(
        months(
          14,
          (y, m) => `${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[m - 1]} ${y}`,
        ),
      ),
      'Jan 2019',
    ],
    [
      'names in German',
      dated(
        months(
          14,
          (y, m) =>
            `${'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')[m - 1]} ${y}`,
        ),
      ),
      'Jan 2019',
    ],
    [
      'names in French',
      dated(
        months(
          14,
          (y, m) =>
            `${'janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.'.split(' ')[m - 1]} ${y}`,
        ),
      ),
      'Jan 2019',
    ],
    [
      'a spreadsheet',
      dated(
        months(
          14,
          (y, m) =>
            `${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[m - 1]}-${y - 2000}`,
        ),
      ),
      'Jan 2019',
    ],
    ['quarters', dated(count(0, 11).map((q) => `${2019 + (q >> 2)}-Q${1 + (q & 3)}`)), 'Q1 2019'],
    ['letters', dated(months(14, (y, m) => `${y}M${two(m)}`)), 'Jan 2019'],
    ['days', dated(days(40, (day) => day.toISOString().slice(0, 10))), '3 Jan 2019'],
    [
      'days with the month first',
      dated(
        days(16, (day) => `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`),
      ),
      '3 Jan 2019',
    ],
    ['days with names', dated(days(16, (day) => `${day.getUTCDate()}-Jan-2019`)), '3 Jan 2019'],
    [
      'days in digits',
      dated(days(16, (day) => day.toISOString().slice(0, 10).replaceAll('-', ''))),
      '3 Jan 2019',
    ],
    ['weeks', dated(days(16, (day) => day.toISOString().slice(0, 10), 7)), '3 Jan 2019'],
    [
      'ISO weeks, where a year has 53',
      dated([...count(40, 53).map((week) => `2020-W${week}`), '2021-W01']),
      '28 Sep 2020',
    ],
    ['ISO weeks', dated(count(1, 16).map((week) => `2019-W${two(week)}`)), '31 Dec 2018'],
    [
      'hours',
      dated(count(0, 30).map((h) => new Date(Date.UTC(2019, 0, 3, h)).toISOString())),
      '3 Jan 2019, 00:00',
    ],
    [
      'ten minutes',
      dated(
        count(0, 15).map((m) =>
          `2019-01-03 12:${two((10 * m) % 60)}`.replace('12', two(12 + Math.floor(m / 6))),
        ),
      ),
      '3 Jan 2019, 12:00',
    ],
    [
      'a database, with a zone of two digits',
      dated(count(0, 15).map((h) => `2019-01-03 ${two(h)}:00:00+00`)),
      '3 Jan 2019, 00:00',
    ],
    [
      'a database, with nine decimals',
      dated(count(0, 15).map((s) => `2019-01-03 12:00:${two(s)}.000000000`)),
      '3 Jan 2019, 12:00:00',
    ],
  ])('is read from %s', async (_, text, first) => {
    const { columns, ends } = await axisOf(text);
    expect(columns).toHaveLength(1);
    expect(ends?.[0]).toBe(first);
  });

  it('is read from year and month in columns of their own', async () => {
    const rows = months(14, (y, m) => `${y};${m};${NOISE[m]}`);
    expect(await axisOf(lines('year;month;flow', ...rows))).toMatchObject({
      columns: ['flow'],
      ends: ['Jan 2019', 'Feb 2020'],
      dates: ['2019-01', '2019-02'],
    });
  });

  it('is put in the order of time, or left as it is where someone says so', async () => {
    const text = dated(count(1900, 1911).reverse().map(String), 'year,flow');
    const table = await tableOf(text);
    const inTime = taken(table);
    expect(inTime.calendar).toMatchObject({ start: 1900 });
    expect([...inTime.values]).toEqual(NOISE.slice(0, 12).reverse());
    expect(timeInWords(table, 'axis')).toContain('run from late to early');
    const asWritten = taken(table, false);
    expect(asWritten.calendar).toBeUndefined();
    expect([...asWritten.values]).toEqual(NOISE.slice(0, 12));
  });

  /** N moments from March 2019 on, so many hours apart. */
  const every = (
    N: number,
    hours: number,
    text = (date: Date, _at: number) => date.toISOString(),
  ) =>
    count(0, N - 1).map((at) => text(new Date(Date.UTC(2019, 2, 1) + 3_600_000 * hours * at), at));
  const isWorkday = (date: Date) => ![0, 6].includes(date.getUTCDay());
  /** The first day from one on, or back from it, that is a working day. */
  const workday = (ms: number, by: number) => {
    const date = new Date(ms);
    while (!isWorkday(date)) date.setUTCDate(date.getUTCDate() + by);
    return date.toISOString().slice(0, 10);
  };

  it.each([
    ['the last working day', (y: number, m: number) => workday(Date.UTC(y, m, 0), -1)],
    ['the first working day', (y: number, m: number) => workday(Date.UTC(y, m - 1, 1), 1)],
    ['the 30th', (y: number, m: number) => `${y}-${two(m)}-${m === 2 ? 28 : 30}`],
  ])('is months where each has one row, on %s', async (_, text) => {
    expect(await axisOf(dated(months(24, text)))).toMatchObject({
      words: '"date" becomes the axis of time: Jan 2019 to Dec 2020, one step a month.',
      dates: ['2019-01', '2019-02'],
    });
    const table = await tableOf(dated(months(24, text).filter((_month, at) => at !== 5)));
    expect(taken(table)).toMatchObject({ rows: 24, calendar: { start: 2019, stepsPerYear: 12 } });
  });

  it('is quarters where each has one row', async () => {
    const text = dated(
      months(24, (y, m) => workday(Date.UTC(y, m, 0), -1)).filter((_, at) => at % 3 === 2),
    );
    expect((await axisOf(text)).words).toContain('Mar 2019 to Dec 2020, a step every 3 months');
  });

  it('is days where all steps are the same, though each month has one row', async () => {
    const text = dated(every(5, 30 * 24, (date) => date.toISOString().slice(0, 10)));
    expect(await axisOf(text)).toMatchObject({
      words: '"date" becomes the axis of time: 1 Mar 2019 to 29 Jun 2019, a step every 30 days.',
    });
  });

  it('is whole days where clocks are put forward or rows are a little late', async () => {
    const summer = every(60, 24, (date, at) => {
      const day = date.toISOString().slice(0, 10);
      return at < 31 ? `${day} 00:00:00+01` : `${day} 00:00:00+02`;
    });
    expect(await axisOf(dated(summer))).toMatchObject({
      words: '"date" becomes the axis of time: 1 Mar 2019 to 29 Apr 2019, one step a day.',
      dates: ['2019-03-01', '2019-03-02'],
    });
    const late = every(
      40,
      24,
      (date, at) => `${date.toISOString().slice(0, 10)} 08:0${NOISE[at % 16]}`,
    );
    expect((await axisOf(dated(late))).words).toContain('one step a day');
  });

  it('is said in a unit that the step exceeds', async () => {
    const jittered = every(30, 1, (date, at) =>
      new Date(date.getTime() + 10 * NOISE[at % 16]).toISOString(),
    );
    expect((await axisOf(dated(jittered))).words).toContain(', one step an hour.');
    expect((await axisOf(dated(every(30, 1.5)))).words).toContain(', a step every 90 minutes.');
    const twelfths = every(30, 365.2425 * 2).map((date) => date.slice(0, 19));
    expect((await axisOf(dated(twelfths))).words).toContain(', a step every 4.348 weeks.');
  });

  it('has gaps where few months are missing, and says which', async () => {
    const table = await tableOf(
      dated(months(16, (y, m) => `${y}-${two(m)}`).filter((_, at) => at !== 3)),
    );
    const { rows, values, calendar } = taken(table);
    expect(rows).toBe(16);
    expect(values[3]).toBeNaN();
    expect(calendar).toMatchObject({ start: 2019, stepsPerYear: 12 });
    expect(timeInWords(table, 'axis')).toBe(
      '"date" becomes the axis of time: Jan 2019 to Apr 2020, one step a month. One step is missing, the first where row 5 is "2019-05" after "2019-03". There the series has no values.',
    );
    const chosen = chooseColumns(table, defaultChoice(table));
    expect(chosen.ok && chosen.warnings.map(({ message }) => message)).toContain(
      '1 value is missing, in a step that the file does not have. The model is shown nothing there.',
    );
  });

  it('can have gaps, but only when asked, where many steps are missing', async () => {
    const weekdays = days(30, (day) => day.toISOString().slice(0, 10)).filter(
      (day) => ![0, 6].includes(new Date(day).getUTCDay()),
    );
    const table = await tableOf(dated(weekdays));
    expect(taken(table)).toMatchObject({ rows: weekdays.length });
    expect(taken(table).calendar).toBeUndefined();
    expect(table.time && mayBeAxis(table.time, table.rows)).toBe(true);
    expect(taken(table, true).rows).toBe(30);
    expect(timeInWords(table, 'nothing')).toContain('could be the axis of time');
  });

  it.each([
    [
      'uneven years',
      dated(['1900', '1901', '1905', '1903', '1904'], 'year,flow'),
      'row 5 is "1903" after "1905"',
    ],
    [
      'a date that is none',
      dated([...months(6, (y, m) => `${y}-${two(m)}`), '2019-13']),
      'row 8 is "2019-13", which is not a date',
    ],
    [
      'a week that its year does not have',
      dated([...count(48, 53).map((week) => `2019-W${week}`), '2020-W01']),
      'row 7 is "2019-W53", which is not a date',
    ],
    [
      'days that are neither of months nor equally far apart',
      dated(
        [0, 30, 61, 91, 122, 152, 183, 213, 244, 274].map((day) =>
          new Date(Date.UTC(2019, 0, 1 + day)).toISOString().slice(0, 10),
        ),
      ),
      'row 4 is "2019-03-03" after "2019-01-31"',
    ],
    [
      'the same year twice',
      dated(['1900', '1901', '1901', '1902'], 'year,flow'),
      'row 4 is "1901" after "1901"',
    ],
    [
      'days at odds',
      dated(['2019-01-03', '2019-01-04', '2019-01-05', '2019-01-06T09:00', '2019-01-07']),
      'row 5 is "2019-01-06T09:00" after "2019-01-05"',
    ],
  ])('is not taken from %s: value and row are named', async (_, text, where) => {
    const { ends, words, columns } = await axisOf(text);
    expect(ends).toBeUndefined();
    expect(columns).toEqual(['flow']);
    expect(words).toContain(`cannot be the axis of time: ${where}`);
    expect(words).toContain('left out');
  });

  it('can be data instead, dates in years', async () => {
    const table = await tableOf(dated(months(14, (y, m) => `${y}-${two(m)}`)));
    const chosen = chooseColumns(table, {
      ...defaultChoice(table),
      values: [0, 1],
      isDated: false,
    });
    expect(chosen.ok && [...chosen.data.values.slice(0, 2)]).toEqual([2019, 3]);
    expect(chosen.ok && chosen.data.columns).toEqual(['date', 'flow']);
  });

  it('asks which number is the day where both make equal steps', async () => {
    const text = dated(count(1, 12).map((month) => `01/${two(month)}/2019`));
    const open = await tableOf(text);
    expect(open.decisions.filter(({ isOpen }) => isOpen)).toMatchObject([
      { text: 'Which day is 01/01/2019 in "date"?' },
    ]);
    const answered = await axisOf(text, { 'dates:0': 'day-first' });
    expect(answered.ends).toEqual(['Jan 2019', 'Dec 2019']);
    const other = await axisOf(text, { 'dates:0': 'month-first' });
    expect(other.ends).toEqual(['1 Jan 2019', '12 Jan 2019']);
  });

  it('says which number is the day where one alone makes equal steps', async () => {
    const table = await tableOf(dated(months(14, (y, m) => `01/${two(m)}/${y}`)));
    expect(taken(table).calendar).toMatchObject({ start: 2019, stepsPerYear: 12 });
    expect(table.decisions.find(({ id }) => id === 'dates:0')).toMatchObject({
      isOpen: false,
      isNoted: true,
    });
  });

  it.each([
    ['measurements that look like years', lines('flow', ...NOISE.map((n) => String(1800 + 7 * n)))],
    ['a clock in milliseconds', lines('t_ms,flow', ...NOISE.map((n, i) => `${40 * i},${n}`))],
    ['words', lines('place,flow', ...NOISE.map((n) => `Market ${n + 10},${n}`))],
  ])('is not taken from %s', async (_, text) => {
    const table = await tableOf(text);
    expect(table.time).toBeNull();
    expect(taken(table).calendar).toBeUndefined();
  });

  it('is data where there is nothing else', async () => {
    const { calendar, columns } = taken(
      await tableOf(lines('year', ...count(1900, 1911).map(String))),
    );
    expect(calendar).toBeUndefined();
    expect(columns).toEqual(['year']);
  });

  it('is no matter of points', async () => {
    const table = await tableOf(dated(count(1900, 1911).map(String), 'year,flow'), {}, 'points');
    expect(table.time).toBeNull();
  });
});
