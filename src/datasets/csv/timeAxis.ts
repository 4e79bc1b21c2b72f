/** Whether a column of dates becomes the axis of a series, and how that is said. */
import { grouped, shortened } from '../../settings/words.ts';
import { type Calendar, isClock } from '../calendar.ts';
import { DAY_MS, spanText } from '../calendarText.ts';
import type { Table, TimeColumn, TimeSpacing } from './table.ts';

/** Missing steps, as a fraction of all, that are filled unless someone says otherwise. */
const FEW_GAPS = 0.1;

const insertedSteps = (spacing: TimeSpacing): number => {
  if (spacing.kind !== 'gaps') return 0;
  let count = 0;
  for (const steps of spacing.inserted.values()) count += steps;
  return count;
};

/** Whether dates become the axis unless someone says otherwise: at equal steps, few of which are missing. */
export function isAxis({ spacing }: TimeColumn, rows: number): boolean {
  if (spacing.kind === 'uneven') return false;
  const inserted = insertedSteps(spacing);
  return inserted <= FEW_GAPS * (rows + inserted);
}

/** Whether dates can become the axis: at most half of the steps of a series may have gaps. */
export function mayBeAxis({ spacing }: TimeColumn, rows: number): boolean {
  return spacing.kind !== 'uneven' && insertedSteps(spacing) <= rows;
}

/**
 * The rows of a table in the order of time, and null for each step that is missing between them; as they are
 * where they are not dated.
 */
export function rowsInTime({ rows, time }: Table, isDated: boolean): readonly (number | null)[] {
  const spacing = isDated ? time?.spacing : null;
  if (!spacing || spacing.kind === 'uneven') return Array.from({ length: rows }, (_, row) => row);
  const inTime: (number | null)[] = [];
  for (let row = 0; row < rows; row++) {
    const missing = spacing.kind === 'gaps' ? (spacing.inserted.get(row) ?? 0) : 0;
    for (let step = 0; step < missing; step++) inTime.push(null);
    inTime.push(row);
  }
  return spacing.isDescending ? inTime.reverse() : inTime;
}

/**
 * What becomes of the column of dates: "year" becomes the axis: 1871 to 1970, a step a year. Or why it cannot.
 *
 * @param use what it is used as
 */
export function timeInWords(table: Table, use: 'axis' | 'data' | 'nothing'): string | null {
  const { time, columns, rows } = table;
  if (!time) return null;
  const { spacing, position } = time;
  const name = `"${shortened(columns[position].name, 24)}"`;
  if (spacing.kind === 'uneven')
    return `${name} cannot be the axis of time: ${spacing.problem}. ${OTHERWISE[use]}`;
  const { calendar, isDescending, undated } = spacing;
  const inserted = insertedSteps(spacing);
  const span = `${spanText(calendar, rows + inserted)}, ${paceText(calendar)}`;
  const gaps =
    spacing.kind === 'gaps'
      ? ` ${stepsAre(inserted)} missing, the first where ${spacing.where}.`
      : '';
  if (use !== 'axis') return `${name} could be the axis of time: ${span}.${gaps} ${OTHERWISE[use]}`;
  return [
    `${name} becomes the axis of time: ${span}.${gaps}`,
    ...(inserted > 0 ? ['There the series has no values.'] : []),
    ...(isDescending
      ? ['The rows run from late to early; they are put in the order of time.']
      : []),
    ...(undated > 0 ? [`${undatedRows(undated)} no date; it follows from the others.`] : []),
  ].join(' ');
}

const OTHERWISE = {
  axis: '',
  data: 'It is used as data, and steps are counted.',
  nothing: 'It is left out, and steps are counted.',
} as const;

const stepsAre = (count: number): string =>
  count === 1 ? 'One step is' : `${grouped(count)} steps are`;
const undatedRows = (count: number): string =>
  count === 1 ? 'One row has' : `${grouped(count)} rows have`;

const UNITS: readonly (readonly [ms: number, one: string, many: string])[] = [
  [7 * DAY_MS, 'a week', 'weeks'],
  [DAY_MS, 'a day', 'days'],
  [DAY_MS / 24, 'an hour', 'hours'],
  [60_000, 'a minute', 'minutes'],
  [1000, 'a second', 'seconds'],
];

/** What four digits count. */
const COUNTED = 10_000;

/** "one step a month", "a step every 10 minutes", to four digits. */
function paceText(calendar: Calendar): string {
  const of = (exact: number, one: string, many: string) => {
    const count = Number(exact.toPrecision(4));
    return count === 1 ? `one step ${one}` : `a step every ${count} ${many}`;
  };
  if (!isClock(calendar)) {
    const { stepsPerYear } = calendar;
    if (stepsPerYear <= 1) return of(1 / stepsPerYear, 'a year', 'years');
    return of(12 / stepsPerYear, 'a month', 'months');
  }
  const { stepMs } = calendar;
  const [ms, one, many] = UNITS.find(([unit]) => stepMs % unit === 0 && stepMs / unit < COUNTED) ??
    UNITS.find(([unit]) => stepMs >= unit) ?? [1, 'a millisecond', 'milliseconds'];
  return of(stepMs / ms, one, many);
}
