/** Columns that say when the rows of a series are: dates or years, and how they are spaced. */

import { shortened } from '../../settings/words.ts';
import type { Calendar } from '../calendar.ts';
import { DAY_MS, stepText, yearOfMs } from '../calendarText.ts';
import { ROWS_PER_REST } from '../readingWatch.ts';
import { type DayOrder, type Moment, momentIn, monthNamed, ordersOf } from './dates.ts';
import type { Decisions } from './decisions.ts';
import { readCell } from './numerals.ts';
import type { ColumnProfile, TimeColumn, TimeSpacing } from './table.ts';

/** Whole numbers between these may be years. */
const YEARS = { from: 1000, to: 2100 };
/** Dates from which on equal steps are no accident. */
const FEWEST = 3;
/** Cells that tell whether a column holds dates. */
const FIRST_CELLS = 20;
/** A year written with decimals may be off by so much. */
const ROUNDING = 0.006;
/** Steps of times may differ from the usual one by this part of it. */
const TOLERANCE = 0.1;
const STEPS_PER_YEAR = [1, 2, 4, 6, 12];

const YEAR_NAME = /^(years?|jahr|yyyy|yr|ann[ée]e|a[nñ]o|anno)$/i;
const MONTH_NAME = /^(months?|monat|mon|mm|mois|mes|mese)$/i;
const DAY_NAME = /^(days?|day of month|tag|dd|jour|d[ií]a|giorno)$/i;
const TIME_NAME = /^(t|time|times|timestamp|date|datetime|zeit|datum)([ _([].*)?$/i;

/** N moments, null where a cell has none. */
type Moments = readonly (Moment | null)[];

/** A column that may say when rows are, before it is known whether it does. */
interface Candidate {
  readonly column: ColumnProfile;
  readonly moments: Moments;
  readonly spacing: TimeSpacing;
}

/**
 * The column of dates or years of a series: the first whose steps are equal, else the first that has them
 * with gaps, else the first that holds dates at all; null for none. Where 01/02 can be a day of January and of
 * February, the one that makes equal steps is taken, and asked for where both do.
 *
 * @param rest awaited now and then, so that a large table does not hold up the page
 */
export async function findTimeColumn(
  columns: readonly ColumnProfile[],
  rowNumbers: readonly number[],
  decisions: Decisions,
  rest: () => Promise<void>,
): Promise<TimeColumn | null> {
  const found: Candidate[] = [];
  for (const column of columns) {
    const candidate = await candidateOf(column, columns, rowNumbers, decisions, rest);
    if (candidate?.spacing.kind === 'even') return timeColumn(candidate);
    if (candidate) found.push(candidate);
  }
  const best = found.find(({ spacing }) => spacing.kind === 'gaps') ?? found[0];
  return best ? timeColumn(best) : null;
}

const timeColumn = ({ column, moments, spacing }: Candidate): TimeColumn => ({
  position: column.position,
  values:
    column.kind === 'numbers'
      ? column.values
      : Float64Array.from(moments, (moment) => (moment ? yearOfMs(moment.ms) : Number.NaN)),
  spacing,
});

async function candidateOf(
  column: ColumnProfile,
  columns: readonly ColumnProfile[],
  rowNumbers: readonly number[],
  decisions: Decisions,
  rest: () => Promise<void>,
): Promise<Candidate | null> {
  const { kind, name } = column;
  if (kind === 'empty') return null;
  const with_ = (moments: Moments, texts = column.cells): Candidate => ({
    column,
    moments,
    spacing: spacingOf(name, moments, texts, rowNumbers),
  });
  if (kind === 'numbers') {
    const parts = partsOf(column, columns);
    if (parts) return with_(parts.moments, parts.texts);
    const years = yearsOf(column);
    if (years) {
      const candidate = with_(years);
      return YEAR_NAME.test(name) || countsUp(candidate) ? candidate : null;
    }
    const decimal = decimalYears(column);
    if (decimal) return { column, moments: [], spacing: decimal };
  }
  const orders = await ordersIn(column.cells, rest);
  if (!looksLikeDates(column, orders[0] ?? 'day-first')) return null;
  const read = async (order: DayOrder) => with_(await momentsIn(column.cells, order, rest));
  if (orders.length < 2) {
    const candidate = await read(orders[0] ?? 'day-first');
    return kind !== 'numbers' || TIME_NAME.test(name) || countsUp(candidate) ? candidate : null;
  }
  const both = [await read('day-first'), await read('month-first')];
  return both[orderOf(column, both, decisions) === 'day-first' ? 0 : 1];
}

/** Numbers without a name that says so are dates only where they are no measurement either. */
const countsUp = ({ column: { trait }, spacing }: Candidate): boolean =>
  spacing.kind === 'even' && (trait === 'counts' || trait === 'clock' || trait === 'rises');

/** Which order two numbers and a year have, where both are possible. */
function orderOf(
  { position, name, cells }: ColumnProfile,
  [dayFirst, monthFirst]: readonly Candidate[],
  decisions: Decisions,
): string {
  const example = cells.find((cell) => ordersOf(cell).length > 1) ?? '';
  const text = (order: DayOrder): string => {
    const moment = momentIn(example, order);
    return moment ? stepText({ startMs: moment.ms, stepMs: DAY_MS }, 0) : '';
  };
  const ranks = [dayFirst, monthFirst].map(({ spacing }) => RANKS[spacing.kind]);
  const likely = ranks[0] <= ranks[1] ? 'day-first' : 'month-first';
  return decisions.decide({
    id: `dates:${position}`,
    notice: `In "${shortened(name, 24)}" ${example} is read as ${text(likely)}.`,
    asked: `Which day is ${example} in "${shortened(name, 24)}"?`,
    options: (['day-first', 'month-first'] as const).map((value) => ({
      value,
      label: text(value),
    })),
    found: ranks[0] === ranks[1] && ranks[0] < RANKS.uneven ? null : likely,
    likely,
    isNoted: true,
  });
}

const RANKS = { even: 0, gaps: 1, uneven: 2 } as const;

/** Orders of day and month that all cells allow; both where some allow one and some the other. */
async function ordersIn(
  cells: readonly string[],
  rest: () => Promise<void>,
): Promise<readonly DayOrder[]> {
  const possible = new Set<DayOrder>(['day-first', 'month-first']);
  let isSeen = false;
  for (const [row, cell] of cells.entries()) {
    if (row % ROWS_PER_REST === 0) await rest();
    const orders = ordersOf(cell);
    if (orders.length === 0) continue;
    isSeen = true;
    for (const order of possible) if (!orders.includes(order)) possible.delete(order);
    if (possible.size === 0) break;
  }
  return isSeen ? [...possible] : [];
}

/** Of the first cells that are filled, most have to be dates; all of them where they are numbers. */
function looksLikeDates({ cells, kind }: ColumnProfile, order: DayOrder): boolean {
  const first = cells.filter((cell) => cell !== '').slice(0, FIRST_CELLS);
  const dates = first.filter((cell) => momentIn(cell, order) !== null).length;
  return kind === 'numbers'
    ? first.length >= FEWEST && dates === first.length
    : first.length > 0 && 2 * dates > first.length;
}

async function momentsIn(
  cells: readonly string[],
  order: DayOrder,
  rest: () => Promise<void>,
): Promise<Moments> {
  const moments: (Moment | null)[] = [];
  for (const [row, cell] of cells.entries()) {
    if (row % ROWS_PER_REST === 0) await rest();
    moments.push(momentIn(cell, order));
  }
  return moments;
}

const yearStart = (year: number): Moment => ({ ms: Date.UTC(year, 0, 1), aheadMs: 0 });

/** Whole years; null where a number is none. */
function yearsOf({ values, range }: ColumnProfile): Moments | null {
  const isYears =
    range !== null &&
    range.low >= YEARS.from &&
    range.high <= YEARS.to &&
    values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return isYears
    ? Array.from(values, (value) => (Number.isNaN(value) ? null : yearStart(value)))
    : null;
}

/** 1949, 1949.083, 1949.167: as some programs write months; null for other numbers. */
function decimalYears({ name, values, range }: ColumnProfile): TimeSpacing | null {
  const isNamed = YEAR_NAME.test(name) || TIME_NAME.test(name);
  const N = values.length;
  if (!isNamed || !range || range.low < YEARS.from || range.high > YEARS.to || N < FEWEST)
    return null;
  const [isDescending, first] = [values[0] > values[N - 1], Math.min(values[0], values[N - 1])];
  for (const stepsPerYear of STEPS_PER_YEAR) {
    const start = Math.round(first * stepsPerYear) / stepsPerYear;
    const isEven = values.every(
      (value, row) =>
        Math.abs(value - start - (isDescending ? N - 1 - row : row) / stepsPerYear) < ROUNDING,
    );
    if (isEven)
      return { kind: 'even', calendar: { name, start, stepsPerYear }, isDescending, undated: 0 };
  }
  return null;
}

/** A year with a month, and maybe a day, in columns of their own; null where there is none. */
function partsOf(column: ColumnProfile, columns: readonly ColumnProfile[]) {
  const named = (pattern: RegExp) => columns.find(({ name }) => pattern.test(name.trim()));
  const month = named(MONTH_NAME);
  const years = YEAR_NAME.test(column.name.trim()) ? yearsOf(column) : null;
  if (!years || !month || month.kind === 'empty') return null;
  const day = named(DAY_NAME);
  const days = day?.kind === 'numbers' ? day : null;
  const texts = column.cells.map((year, row) =>
    [year, month.cells[row], ...(days ? [days.cells[row]] : [])].join('-'),
  );
  const moments = column.cells.map((year, row) => {
    const cell = month.cells[row];
    const number = /^\d{1,2}$/.test(cell) ? Number(cell) : monthNamed(cell);
    return number === null
      ? null
      : momentIn(`${year}-${number}-${days?.cells[row] ?? 1}`, 'day-first');
  });
  return moments.some(Boolean) ? { moments, texts } : null;
}

const timeOfDay = (date: Date): number =>
  date.getTime() - Math.floor(date.getTime() / DAY_MS) * DAY_MS;

/** From a row with a date to the next one that has one. */
interface Gap {
  readonly row: number;
  readonly before: number;
  readonly rows: number;
  /** Months or milliseconds, from early to late. */
  readonly time: number;
}

function gapsOf(numbers: readonly number[], rows: readonly number[]): readonly Gap[] {
  const sign = numbers[0] > numbers[numbers.length - 1] ? -1 : 1;
  return rows.slice(1).map((row, at) => ({
    row,
    before: rows[at],
    rows: row - rows[at],
    time: sign * (numbers[at + 1] - numbers[at]),
  }));
}

/** The time that most rows are apart. */
function usualOf(gaps: readonly Gap[]): number {
  const counts = new Map<number, number>();
  for (const { time, rows } of gaps) counts.set(time / rows, (counts.get(time / rows) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Whether all rows are a whole number of the usual steps apart, and none are together. */
function areExact(gaps: readonly Gap[]): boolean {
  const usual = usualOf(gaps);
  return (
    Number.isInteger(usual) &&
    usual > 0 &&
    gaps.every(({ time, rows }) => time % usual === 0 && time >= rows * usual)
  );
}

/**
 * What rows say, counted in whole months where all are of the same day of a month or of its last, or where only
 * their months are equally far apart, such as those of the last working days.
 */
function scaleOf(known: readonly Moment[], rows: readonly number[]) {
  const dates = known.map(({ ms }) => new Date(ms));
  const first = dates[0];
  const isSame = dates.every(
    (date) => date.getUTCDate() === first.getUTCDate() && timeOfDay(date) === timeOfDay(first),
  );
  const isLast = dates.every((date) => new Date(date.getTime() + DAY_MS).getUTCDate() === 1);
  const months = dates.map((date) => 12 * date.getUTCFullYear() + date.getUTCMonth());
  const times = known.map(({ ms, aheadMs }) => ms - aheadMs);
  const isMonths =
    isSame || isLast || (!areExact(gapsOf(times, rows)) && areExact(gapsOf(months, rows)));
  return { isMonths, numbers: isMonths ? months : times };
}

function spacingOf(
  name: string,
  moments: Moments,
  cells: readonly string[],
  rowNumbers: readonly number[],
): TimeSpacing {
  const uneven = (problem: string): TimeSpacing => ({ kind: 'uneven', problem });
  const rowOf = (row: number) => `row ${rowNumbers[row]}`;
  const shown = (row: number) => `"${shortened(cells[row], 24)}"`;
  const unread = moments.findIndex(
    (moment, row) => moment === null && readCell(cells[row]).kind !== 'missing',
  );
  if (unread >= 0) return uneven(`${rowOf(unread)} is ${shown(unread)}, which is not a date`);
  const rows = moments.flatMap((moment, row) => (moment ? [row] : []));
  const known = moments.flatMap((moment) => moment ?? []);
  if (known.length < FEWEST || 2 * known.length < moments.length)
    return uneven(`only ${known.length} of ${moments.length} rows have a date`);
  const { isMonths, numbers } = scaleOf(known, rows);
  const isDescending = numbers[0] > numbers[numbers.length - 1];
  const gaps = gapsOf(numbers, rows);
  const { step, tolerance } = usualStep(gaps, isMonths);
  const odd = gaps.find(({ time, rows: apart }) => {
    const steps = time / step;
    return !(steps > apart - TOLERANCE) || Math.abs(steps - Math.round(steps)) > tolerance;
  });
  if (odd || !(step > 0)) {
    const { row, before } = odd ?? gaps[0];
    return uneven(`${rowOf(row)} is ${shown(row)} after ${shown(before)}`);
  }
  const edge = isDescending ? known.length - 1 : 0;
  // Rows at that end without a date are steps too.
  const undatedBefore = isDescending ? moments.length - 1 - rows[rows.length - 1] : rows[0];
  const calendar = calendarOf(name, isMonths, step, known[edge], numbers[edge], undatedBefore);
  const even = { calendar, isDescending, undated: moments.length - known.length } as const;
  const inserted = new Map<number, number>();
  for (const { row, time, rows: apart } of gaps) {
    const missing = Math.round(time / step) - apart;
    if (missing > 0) inserted.set(row, missing);
  }
  const first = gaps.find(({ row }) => inserted.has(row));
  if (!first) return { kind: 'even', ...even };
  return {
    kind: 'gaps',
    ...even,
    inserted,
    where: `${rowOf(first.row)} is ${shown(first.row)} after ${shown(first.before)}`,
  };
}

/**
 * The step most rows take, and the part of it by which steps may differ. Of times it is the mean of those like it,
 * which may be rounded or of clocks that are put forward: whole days where the rows keep to them, and steps of
 * other days have to be the same.
 */
function usualStep(gaps: readonly Gap[], isMonths: boolean) {
  const usual = usualOf(gaps);
  if (isMonths) return { step: Number.isInteger(usual) ? usual : Number.NaN, tolerance: 0 };
  const alike = gaps.filter(({ time, rows }) => Math.abs(time / rows - usual) <= TOLERANCE * usual);
  // Whole milliseconds wherever all steps are the same.
  if (alike.every((gap) => gap.time === usual * gap.rows))
    return { step: usual, tolerance: TOLERANCE };
  const [time, rows] = [
    alike.reduce((sum, gap) => sum + gap.time, 0),
    alike.reduce((sum, gap) => sum + gap.rows, 0),
  ];
  const days = Math.round(time / rows / DAY_MS) * DAY_MS;
  if (days > 0 && Math.abs(time - days * rows) <= TOLERANCE * days)
    return { step: days, tolerance: TOLERANCE };
  return time / rows < DAY_MS
    ? { step: time / rows, tolerance: TOLERANCE }
    : { step: usual, tolerance: 0 };
}

function calendarOf(
  name: string,
  isMonths: boolean,
  step: number,
  first: Moment,
  month: number,
  undatedBefore: number,
): Calendar {
  if (!isMonths) return { name, startMs: first.ms - undatedBefore * step, stepMs: step };
  const start = month - undatedBefore * step;
  return step % 12 === 0
    ? { name, start: Math.floor(start / 12), stepsPerYear: 12 / step }
    : { name, start: start / 12, stepsPerYear: 12 / step };
}
