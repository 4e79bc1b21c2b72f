import { ROWS_PER_REST } from '../readingWatch.ts';
import { type ColumnCells, countCells } from './columnCells.ts';
import { traitOf } from './columnTraits.ts';
import type { Decisions } from './decisions.ts';
import { isColumnOfNumbers, type NumberFormat, numberFormats, numberIn } from './numberFormats.ts';
import { readCell } from './numerals.ts';
import { withoutSentinels } from './sentinels.ts';
import type { Separator } from './separator.ts';
import type { BadCell, ColumnKind, ColumnProfile } from './table.ts';

/**
 * Profiles of all columns.
 *
 * @param rows N rows of cells, those of series may have none
 * @param rest awaited now and then, so that a large table does not hold up the page
 */
export async function profileColumns(
  names: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
  separator: Separator,
  decisions: Decisions,
  rest: () => Promise<void>,
): Promise<readonly ColumnProfile[]> {
  const columns: { name: string; written: string[]; cells: ColumnCells }[] = [];
  for (const [position, name] of names.entries()) {
    const written = rows.map(({ cells }) => cells[position] ?? '');
    const cells = await counted(written, rest);
    columns.push({ name, written, cells });
  }
  const formats = numberFormats(columns, separator, decisions);
  const read: { values: Float64Array; bad: readonly BadCell[] }[] = [];
  for (const [position, { written, cells }] of columns.entries()) {
    await rest();
    const isNumbers = kindOf(cells, formats[position]) === 'numbers';
    read.push(
      isNumbers ? await numbersOf(written, formats[position], rest) : { values: NONE, bad: [] },
    );
  }
  withoutSentinels(
    columns.map(({ name }, position) => ({ name, values: read[position].values })),
    decisions,
  );
  const profiles: ColumnProfile[] = [];
  for (const [position, { name, written, cells }] of columns.entries()) {
    await rest();
    const { values, bad } = read[position];
    const badAt = new Set(bad.map(({ row }) => row));
    const isCode = (value: number, row: number) => Number.isNaN(value) && !badAt.has(row);
    const codes: BadCell[] = Array.from(values, (value, row) =>
      isCode(value, row) ? [{ row, kind: 'missing' as const }] : [],
    ).flat();
    const kind = kindOf(cells, formats[position]);
    profiles.push({
      position,
      name,
      kind,
      cells: written,
      values,
      bad: codes.length > 0 ? [...bad, ...codes].sort((a, b) => a.row - b.row) : bad,
      range: rangeOf(values),
      missing: cells.missing + codes.length,
      distinct: cells.distinct,
      trait: traitOf(values),
      example: formats[position].decimal === ',' ? '1,5' : '1.5',
    });
  }
  return profiles;
}

const NONE = new Float64Array(0);

/** Counts a column in slices: `countCells` itself knows no pause. */
async function counted(
  written: readonly string[],
  rest: () => Promise<void>,
): Promise<ColumnCells> {
  await rest();
  return countCells(written);
}

function kindOf(cells: ColumnCells, { isText }: NumberFormat): ColumnKind {
  if (cells.numbers + cells.texts === 0) return 'empty';
  if (isColumnOfNumbers(cells) && !isText) return 'numbers';
  return 2 * cells.dates > cells.texts ? 'dates' : 'text';
}

async function numbersOf(
  written: readonly string[],
  format: NumberFormat,
  rest: () => Promise<void>,
) {
  const values = new Float64Array(written.length).fill(Number.NaN);
  const bad: BadCell[] = [];
  for (const [row, text] of written.entries()) {
    if (row % ROWS_PER_REST === 0) await rest();
    const number = numberIn(text, format);
    if (number === null) bad.push({ row, kind: badKind(text) });
    else values[row] = number;
  }
  return { values, bad };
}

function badKind(text: string): BadCell['kind'] {
  const { kind } = readCell(text);
  if (kind === 'not-finite') return 'not-finite';
  return kind === 'missing' || kind === 'not-a-number' ? 'missing' : 'text';
}

function rangeOf(values: Float64Array): ColumnProfile['range'] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}
