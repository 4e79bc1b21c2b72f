/** Gaps of a series: which rows are steps without a value, and what to say of missing values. */
import { grouped } from '../../settings/words.ts';
import { gapsOf, type OwnData } from '../ownData.ts';
import type { CsvWarning } from './csvResult.ts';
import type { CsvRow } from './csvRows.ts';

/** Stretches of rows named one by one; the others are counted. */
const NAMED = 4;

/**
 * The steps of a series. Where every second row is empty, and none else, rows are only set apart by
 * empty lines: they are left out, which changes no distance in time.
 */
export function seriesSteps(rows: readonly CsvRow[]): readonly CsvRow[] {
  const isSpaced =
    rows.length >= 5 &&
    rows.every(({ cells }, index) => (cells.length === 0) === (index % 2 === 1));
  return isSpaced ? rows.filter((_, index) => index % 2 === 0) : rows;
}

/**
 * How many values are missing, and where in the file; null when none is.
 *
 * @param rows N: row of the file of each row of the data; null for a step the file does not have
 */
export function missingValues(data: OwnData, rows: readonly (number | null)[]): CsvWarning | null {
  const gaps = gapsOf(data);
  if (gaps.values === 0) return null;
  const numbers = gaps.rows.flatMap((row) => rows[row] ?? []).sort((a, b) => a - b);
  const count = gaps.values === 1 ? '1 value is' : `${grouped(gaps.values)} values are`;
  const inserted = gaps.rows.length - numbers.length;
  const places = [
    ...(numbers.length > 0 ? [rowsInWords(numbers)] : []),
    ...(inserted === 1 ? ['a step that the file does not have'] : []),
    ...(inserted > 1 ? [`${grouped(inserted)} steps that the file does not have`] : []),
  ];
  const message = `${count} missing, in ${places.join(' and in ')}. The model is shown nothing there.`;
  return { kind: 'values-missing', message };
}

/** "row 3", "rows 3, 7 to 9 and 12", "rows 3, 5, 8, 11 and 40 more". */
function rowsInWords(numbers: readonly number[]): string {
  const stretches: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else stretches.push([number, number]);
  }
  const named = stretches.length > NAMED + 1 ? stretches.slice(0, NAMED) : stretches;
  const words = named.map(([from, to]) =>
    from === to ? grouped(from) : `${grouped(from)} to ${grouped(to)}`,
  );
  const covered = named.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (covered < numbers.length) words.push(`${grouped(numbers.length - covered)} more`);
  const last = words.pop();
  const list = words.length > 0 ? `${words.join(', ')} and ${last}` : last;
  return `${numbers.length === 1 ? 'row' : 'rows'} ${list}`;
}
