/** Dates as people write them. */
import { DAY_MS, monthMs } from '../calendarText.ts';

/** What a cell says of time. */
export interface Moment {
  /** Milliseconds from 1970 to its beginning, as a clock there shows them. */
  readonly ms: number;
  /** How far that clock is ahead of Greenwich, milliseconds. */
  readonly aheadMs: number;
}

/** Whether 01/02/2019 is the first of February or the second of January. */
export type DayOrder = 'day-first' | 'month-first';

/** Languages whose names of months are known, in full and shortened. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];
/** What else people write. */
const OTHER_NAMES = { sep: 9, sept: 9, mrz: 3, maerz: 3, oct: 10 } as const;

const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

let monthNames: ReadonlyMap<string, number> | null = null;

/** The month of a name, from 1; null for another word. */
export function monthNamed(name: string): number | null {
  monthNames ??= new Map([
    ...LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
        return Array.from(
          { length: 12 },
          (_, at) => [plainName(format.format(monthMs(at))), at + 1] as const,
        );
      }),
    ),
    ...Object.entries(OTHER_NAMES),
  ]);
  return monthNames.get(plainName(name)) ?? null;
}

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([ap]\.?m\.?)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?`;
const NAME = String.raw`(\p{L}{3,})\.?`;
const YEAR_LAST = String.raw`'?(\d{4}|\d{2})`;
const of = (pattern: string) => new RegExp(`^${pattern}$`, 'iu');

const YEAR_FIRST = of(String.raw`(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})${TIME})?`);
const DIGITS = /^(\d{4})(\d{2})(\d{2})?$/;
const NUMBERS = of(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}`);
const MONTH_YEAR = of(String.raw`(\d{1,2})[-/](\d{4})`);
const YEAR_MONTH_LETTER = of(String.raw`(\d{4})[-\s]?M(\d{1,2})`);
const YEAR_QUARTER = of(String.raw`(\d{4})[-/\s]?[QT]([1-4])`);
const QUARTER_YEAR = of(String.raw`[QT]([1-4])[-/\s]?(\d{4})`);
const YEAR_WEEK = of(String.raw`(\d{4})-?W(\d{1,2})`);
const DAY_NAME_YEAR = of(String.raw`(?:(\d{1,2})\.?[\s/-]*)?${NAME}[\s,/-]*${YEAR_LAST}${TIME}`);
const NAME_DAY_YEAR = of(String.raw`${NAME}\s?(\d{1,2}),?\s+(\d{4})${TIME}`);
const YEAR_NAME_DAY = of(String.raw`(\d{4})[\s/-]*${NAME}(?:[\s/-]*(\d{1,2}))?`);

/** Years of two digits: those up to 29 are of this century, as spreadsheets have it. */
const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900);

/** Whether a cell is two numbers and a year, and which order of them is possible. */
export function ordersOf(cell: string): readonly DayOrder[] {
  const [, first, mark, second] = NUMBERS.exec(cell) ?? [];
  if (first === undefined) return [];
  const isDay = Number(first) > 12 || mark === '.';
  const isMonth = Number(second) > 12;
  return [...(isMonth ? [] : ['day-first' as const]), ...(isDay ? [] : ['month-first' as const])];
}

/** The moment in a trimmed cell; null where there is none. Years have four digits, or two in a whole date. */
export function momentIn(written: string, order: DayOrder): Moment | null {
  const cell = written.replace(/^(?:=?"(.*)"|'(.*?)')$/, '$1$2').trim();
  let found = YEAR_FIRST.exec(cell);
  if (found) return moment(found[1], found[2], found[3], found.slice(4));
  found = NUMBERS.exec(cell);
  if (found) {
    const [, first, , second, year] = found;
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return moment(year, month, day, found.slice(5));
  }
  found = MONTH_YEAR.exec(cell);
  if (found) return moment(found[2], found[1]);
  found = YEAR_MONTH_LETTER.exec(cell);
  if (found) return moment(found[1], found[2]);
  found = YEAR_QUARTER.exec(cell);
  if (found) return moment(found[1], 3 * Number(found[2]) - 2);
  found = QUARTER_YEAR.exec(cell);
  if (found) return moment(found[2], 3 * Number(found[1]) - 2);
  found = YEAR_WEEK.exec(cell);
  if (found) return week(Number(found[1]), Number(found[2]));
  found = NAME_DAY_YEAR.exec(cell);
  if (found) return moment(found[3], monthNamed(found[1]), found[2], found.slice(4));
  found = DAY_NAME_YEAR.exec(cell);
  if (found) return moment(found[3], monthNamed(found[2]), found[1], found.slice(4));
  found = YEAR_NAME_DAY.exec(cell);
  if (found) return moment(found[1], monthNamed(found[2]), found[3]);
  found = DIGITS.exec(cell);
  return found && moment(found[1], found[2], found[3]);
}

/** @param time hours, minutes, seconds, their decimals, am or pm, and the zone, where they are given */
function moment(
  year: string,
  month: string | number | null | undefined,
  day: string | number = 1,
  time: readonly (string | undefined)[] = [],
): Moment | null {
  const [y, m, d] = [fullYear(year), Number(month ?? 0), Number(day)];
  const start = monthMs(12 * y + m - 1);
  const isDay = m >= 1 && m <= 12 && d >= 1 && start + (d - 1) * DAY_MS < monthMs(12 * y + m);
  if (!isDay) return null;
  const [hours, minutes = '0', seconds = '0', part = '', half, zone] = time;
  const noon = half === undefined ? 0 : 12 * Number(/^p/i.test(half));
  const hour = Number(hours ?? 0);
  const h = half === undefined ? hour : (hour % 12) + noon;
  if (h > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const ms = 1000 * (60 * (60 * h + Number(minutes)) + Number(`${seconds}.${part || 0}`));
  return { ms: start + (d - 1) * DAY_MS + ms, aheadMs: aheadOf(zone) };
}

function aheadOf(zone: string | undefined): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -60_000 : 60_000) * (60 * Number(hours) + Number(minutes));
}

/**
 * The Monday of a week: the first week of a year is that of the fourth of January, and a week is of the year its
 * Thursday is in. Null for a week that a year does not have: most have 52.
 */
function week(year: number, number: number): Moment | null {
  const fourth = Date.UTC(year, 0, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const ms = first + 7 * (number - 1) * DAY_MS;
  return new Date(ms + 3 * DAY_MS).getUTCFullYear() === year ? { ms, aheadMs: 0 } : null;
}
