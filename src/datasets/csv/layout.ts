/** What the first rows of a file are: a title, names, units, or numbers already. */
import { shortened } from '../../settings/words.ts';
import { type ColumnCells, countCells, isDate } from './columnCells.ts';
import type { CsvRow } from './csvRows.ts';
import type { Decisions } from './decisions.ts';
import { isColumnOfNumbers } from './numberFormats.ts';
import { readCell } from './numerals.ts';
import { type Separator, splitLine } from './separator.ts';

export interface Layout {
  /** Names of the columns, as many as there are. */
  readonly names: readonly string[];
  /** The row of names, where there is one: copies of it further down are no data. */
  readonly header: CsvRow | null;
  /** How many of the first rows come before the data. */
  readonly dataStart: number;
}

/** What the names of row names end up as, which R leaves without one. */
export const ROW_NAMES = 'row names';

const MOST_UNIT_ROWS = 3;
const LONGEST_UNIT = 24;

/**
 * @param start the first rows of the file, at best some hundred, none of them a comment
 * @param comments lines before them
 */
export function findLayout(
  start: readonly CsvRow[],
  comments: readonly string[],
  separator: Separator,
  decisions: Decisions,
): Layout {
  const body = commonWidth(start);
  const title = titleRows(start, body, decisions);
  const rows = start.slice(title);
  const isShort = hasShortHeader(rows, body);
  const header = hasHeader(rows, isShort, decisions) ? rows[0] : null;
  const width = header ? namedWidth(header, body, isShort) : body;
  const names = header
    ? namesFrom(header.cells, width, isShort, rows, decisions)
    : (commentNames(comments, width, separator, decisions) ?? []);
  const units = header ? unitRows(rows, width, decisions) : [];
  return {
    names: uniqueNames(withUnits(names, units), width),
    header,
    dataStart: title + (header ? 1 : 0) + units.length,
  };
}

/** Cells up to the last one that is filled: separators at the end of a line make no column. */
function filledWidth(row: CsvRow | undefined): number {
  return (row?.cells.findLastIndex((cell) => cell !== '') ?? -1) + 1;
}

/** Rows wider than the row of names hold cells of no column, unless names of rows are in front. */
function namedWidth(header: CsvRow, body: number, isShort: boolean): number {
  if (isShort) return body;
  return Math.max(filledWidth(header), Math.min(body, header.cells.length));
}

/** The width most rows have. */
function commonWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = filledWidth(row);
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let [common, most] = [0, 0];
  for (const [width, count] of counts) if (count > most) [common, most] = [width, count];
  return common;
}

/**
 * Lines of text above the table, much narrower than it is. One that is filled up with separators
 * could be a row with gaps, unless names follow.
 */
function titleRows(start: readonly CsvRow[], width: number, decisions: Decisions): number {
  const isTitle = ({ cells }: CsvRow) =>
    2 * cells.filter(Boolean).length < width && cells.every(isText) && !cells.some(isDate);
  const end = start.findIndex((row) => row.cells.length > 0 && !isTitle(row));
  if (end <= 0) return 0;
  const isFilledUp = start.slice(0, end).some(({ cells }) => cells.length >= width);
  if (isFilledUp && !start[end].cells.every(isText)) return 0;
  const value = decisions.decide({
    id: 'title',
    notice: `The text above the table is left out: "${shortened(start[0].cells.join(' ').trim())}".`,
    options: [
      { value: 'skip', label: 'Leave out' },
      { value: 'keep', label: 'Part of the table' },
    ],
    found: 'skip',
  });
  return value === 'skip' ? end : 0;
}

/** Whether two rows have the same cells. */
export const isSameRow = (a: CsvRow, b: CsvRow): boolean =>
  a.cells.length === b.cells.length && a.cells.every((cell, at) => cell === b.cells[at]);

const isText = (cell: string): boolean => ['text', 'missing'].includes(readCell(cell).kind);
const isNumber = (cell: string): boolean => readCell(cell).kind === 'number';

function column(rows: readonly CsvRow[], position: number): string[] {
  return rows.map(({ cells }) => cells[position] ?? '');
}

/** R writes names of rows without a name for their column. */
function hasShortHeader([first, ...rows]: readonly CsvRow[], width: number): boolean {
  if (!first || rows.length === 0 || width < 2) return false;
  const isShort = filledWidth(first) === width - 1 && first.cells.length < width;
  return (
    isShort &&
    first.cells.some((cell) => readCell(cell).kind === 'text') &&
    first.cells.every(isText) &&
    rows.filter(({ cells }) => cells.length > 0).every((row) => row.cells.length >= width)
  );
}

function hasHeader(rows: readonly CsvRow[], isShort: boolean, decisions: Decisions): boolean {
  const [first] = rows;
  if (!first) return false;
  const shown = shortened(first.cells.join(', '));
  const { found, likely, isNoted } = isShort
    ? { found: 'names', likely: 'names', isNoted: false }
    : headerEvidence(rows);
  const value = decisions.decide({
    id: 'header',
    notice:
      found === 'data'
        ? `The columns have no names: row ${first.number} is data.`
        : `Row ${first.number} holds the names of the columns: ${shown}.`,
    asked: `Does row ${first.number} (${shown}) hold the names of the columns, or data?`,
    options: [
      { value: 'names', label: 'Names' },
      { value: 'data', label: 'Data' },
    ],
    found,
    likely,
    isNoted,
  });
  return value === 'names';
}

interface Evidence {
  readonly found: 'names' | 'data' | null;
  readonly likely: 'names' | 'data';
  readonly isNoted: boolean;
}

const NAMES: Evidence = { found: 'names', likely: 'names', isNoted: false };
const NAMES_TOLD: Evidence = { found: 'names', likely: 'names', isNoted: true };
const DATA: Evidence = { found: 'data', likely: 'data', isNoted: false };
const ASK: Evidence = { found: null, likely: 'names', isNoted: true };

/**
 * Text in the first row are names. Numbers can be names too, as years are, or the 0, 1, 2 of pandas:
 * whole ones that go up evenly and are not like those below.
 */
function headerEvidence([first, ...rest]: readonly CsvRow[]): Evidence {
  const cells = first.cells.slice(0, filledWidth(first));
  const below = cells.map((_, position) => countCells(column(rest, position)));
  const kinds = cells.map((cell, at) => kindAbove(cell, below[at]));
  const textAt = cells.flatMap((_, at) => (kinds[at] === 'text' ? [at] : []));
  const numbersAt = cells.flatMap((_, at) => (kinds[at] === 'number' ? [at] : []));
  // Names recur only where the whole row does.
  const others = rest.filter((row) => !isSameRow(row, first));
  if (textAt.some((at) => column(others, at).includes(cells[at]))) return DATA;
  if (textAt.some((at) => isDate(cells[at]) && below[at].dates > 0)) return DATA;
  if (numbersAt.length === 0) return textAt.length > 0 ? NAMES : DATA;

  const overNumbers = textAt.some((at) => isColumnOfNumbers(below[at]));
  const numbers = numbersAt.map((at) => Number(cells[at]));
  const areNames = numbers.every(Number.isInteger) && new Set(numbers).size === numbers.length;
  if (!areNames) return overNumbers && numbersAt.length < textAt.length ? NAMES_TOLD : DATA;
  const isEven = numbers.every((value, at) => value === numbers[0] + at * step(numbers));
  const isRow = numbers.length > 1 && isEven && step(numbers) > 0;
  const isCount = isRow && (numbers[0] === 0 || numbers.length > 2 || isYear(numbers[0]));
  const unlike = numbersAt.every((at) => isUnlike(cells[at], column(rest, at)));
  if ((isCount && unlike) || (overNumbers && (isCount || unlike))) return NAMES_TOLD;
  if (isCount || overNumbers) return ASK;
  if (cells.length === 1 && numbers[0] === 0) return ASK;
  if (numbers.length === 1 && unlike && (textAt.length > 0 || isYear(numbers[0]))) return ASK;
  return DATA;
}

/** "5%" is text above numbers that are written without percent signs, and 5 above those with them. */
function kindAbove(text: string, below: ColumnCells): string {
  const cell = readCell(text);
  const isUnlike =
    cell.kind === 'number' &&
    !below.affixes.has(cell.affix) &&
    (cell.affix !== '' || below.affixes.size > 0);
  return isUnlike ? 'text' : cell.kind;
}

const step = (numbers: readonly number[]): number => numbers[1] - numbers[0];
const isYear = (value: number): boolean => value >= 1500 && value <= 2200;

/** Whether a whole number is outside of those below, or they are written with decimals. */
function isUnlike(cell: string, below: readonly string[]): boolean {
  const numbers = below.filter(isNumber);
  if (numbers.length < 2) return false;
  const decimals = numbers.filter((text) => /[.,]|\de/i.test(text)).length;
  const values = numbers.map(Number).filter(Number.isFinite);
  const value = Number(cell);
  const isOutside = value < Math.min(...values) || value > Math.max(...values);
  return decimals > 0.9 * numbers.length || (isOutside && values.length === numbers.length);
}

function namesFrom(
  cells: readonly string[],
  width: number,
  isShort: boolean,
  rows: readonly CsvRow[],
  decisions: Decisions,
): readonly string[] {
  if (!isShort) return cells;
  const first = column(rows.slice(1), 0);
  const counts = first.every((cell, row) => Number(cell) === Number(first[0]) + row);
  const isSure = counts || first.every((cell) => !isNumber(cell));
  const value = decisions.decide({
    id: 'short header',
    notice: 'The first column has no name: it holds names of rows, as R writes them.',
    asked: `There are ${cells.length} names for ${width} columns. Which column has none?`,
    options: [
      { value: 'first', label: 'The first: names of rows' },
      { value: 'last', label: 'The last' },
    ],
    found: isSure ? 'first' : null,
  });
  return value === 'first' ? [ROW_NAMES, ...cells] : cells;
}

/** Names in the last comment before the numbers, as numpy writes them: "# x, y". */
function commentNames(
  comments: readonly string[],
  width: number,
  separator: Separator,
  decisions: Decisions,
): readonly string[] | null {
  const last = comments.at(-1);
  if (last === undefined) return null;
  const splits = [last.split(/[,;\t]/), splitLine(last, separator), last.split(/\s+/)];
  const names = splits
    .map((cells) => cells.map((cell) => cell.trim()))
    .find((cells) => cells.length === width && !cells.some(isNumber) && cells.some(Boolean));
  if (!names) return null;
  const value = decisions.decide({
    id: 'comment names',
    notice: `The comment above the numbers holds the names of the columns: ${shortened(last)}.`,
    options: [
      { value: 'names', label: 'Names' },
      { value: 'comment', label: 'Only a comment' },
    ],
    found: 'names',
  });
  return value === 'names' ? names : null;
}

/** Rows of text right below the names, above columns of numbers. */
function unitRows(rows: readonly CsvRow[], width: number, decisions: Decisions): readonly CsvRow[] {
  const last = Math.min(MOST_UNIT_ROWS, rows.length - 3);
  let end = 1;
  while (end <= last && isUnitRow(rows[end], rows.slice(end + 1), width)) end++;
  const units = rows.slice(1, end);
  if (units.length === 0) return units;
  const shown = shortened(units[0].cells.filter(Boolean).join(', '));
  const where = units.length === 1 ? `Row ${units[0].number} holds` : `${units.length} rows hold`;
  const value = decisions.decide({
    id: 'units',
    notice: `${where} units, not numbers: ${shown}.`,
    options: [
      { value: 'units', label: 'Units' },
      { value: 'data', label: 'Data' },
    ],
    found: 'units',
  });
  return value === 'units' ? units : [];
}

function isUnitRow({ cells }: CsvRow, below: readonly CsvRow[], width: number): boolean {
  if (cells.length === 0 || !cells.every(isText)) return false;
  if (cells.slice(width).some(Boolean)) return false;
  const written = cells.flatMap((cell, at) => (readCell(cell).kind === 'text' ? [at] : []));
  if (written.length === 0 || written.some((at) => cells[at].length > LONGEST_UNIT)) return false;
  const counted = new Map(written.map((at) => [at, countCells(column(below, at))]));
  const overNumbers = written.filter((at) => isMostlyNumbers(counted.get(at)));
  const recurs = written.some((at) => column(below, at).includes(cells[at]));
  return overNumbers.length > 0 && !recurs;
}

const isMostlyNumbers = (cells: ColumnCells | undefined): boolean =>
  cells !== undefined && cells.numbers > 9 * cells.texts;

/** "depth" with the unit "m" is "depth [m]". */
function withUnits(names: readonly string[], units: readonly CsvRow[]): readonly string[] {
  const [first] = units;
  if (!first) return names;
  return names.map((name, at) => {
    const unit = (first.cells[at] ?? '').replace(/^[[(](.*)[\])]$/, '$1').trim();
    return unit && name && !isMissing(unit) ? `${name} [${unit}]` : name;
  });
}

const isMissing = (cell: string): boolean => readCell(cell).kind === 'missing';

function uniqueNames(given: readonly string[], width: number): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < width; at++) {
    const name = given[at] || `column ${at + 1}`;
    names.push(names.includes(name) ? `${name} (column ${at + 1})` : name);
  }
  return names;
}
