/** Which columns of a table are texts, titles, dates and classes. */
import { shortened } from '../../settings/words.ts';
import type { CsvSource } from '../csv/csvText.ts';
import { type ReadOptions, readTable } from '../csv/readTable.ts';
import type { ColumnProfile, Table, TableReading } from '../csv/table.ts';
import { NO_CLASS, type OwnData } from '../ownData.ts';
import { titleOf } from './cutTexts.ts';
import { genotypeColumns } from './genotypes.ts';
import { checkCount, ownTexts, TextsRefused } from './readTexts.ts';

/** Positions of columns. */
export interface TextColumns {
  readonly text: number;
  readonly title: number | null;
  readonly date: number | null;
  readonly group: number | null;
}

/** Cells this long on average, or with a space in most, are texts. */
const LONG_CELL = 20;
/** Titles are shorter. */
const LONGEST_TITLE = 100;
const MOST_GROUPS = 40;
/** A column of whole numbers between these is one of years. */
const YEARS = { from: 1000, to: 2100 };

/** Genotypes have a column for each marker. */
const MOST_CELLS = 5000;

/** Reads a table of texts or genotypes. Spaces are between words there, not between columns. */
export async function readTextTable(
  source: CsvSource,
  given: Omit<ReadOptions, 'form' | 'maxCells'>,
): Promise<TableReading> {
  const options = { ...given, maxCells: MOST_CELLS };
  const reading = await readTable(source, options);
  const { decisions } = reading.ok ? reading.table : reading;
  const separator = decisions.find(({ id }) => id === 'separator')?.value;
  if (options.answers?.separator !== undefined || areGenotypes(reading)) return reading;
  const readWith = (answer: string) =>
    readTable(source, { ...options, answers: { ...options.answers, separator: answer } });
  if (separator === 'space') return readWith('none');
  // A bar may separate two alleles.
  for (const answer of separator === '|' ? [',', ';', 'tab'] : []) {
    const other = await readWith(answer);
    if (areGenotypes(other)) return other;
  }
  return reading;
}

const areGenotypes = (reading: TableReading): boolean =>
  reading.ok && genotypeColumns(reading.table) !== null;

/** Columns that may hold the texts, the longest first. */
export const textCandidates = ({ columns }: Table): readonly ColumnProfile[] =>
  columns
    .filter(({ kind, cells }) => kind === 'text' && isProse(cells))
    .sort((a, b) => meanLength(b.cells) - meanLength(a.cells));

/**
 * The columns a table suggests.
 *
 * @throws TextsRefused where none holds texts
 */
export function suggestTextColumns(table: Table): TextColumns {
  const [text] = textCandidates(table);
  if (!text) throw noTexts(table);
  const others = table.columns.filter(({ position }) => position !== text.position);
  const date =
    others.find(({ kind }) => kind === 'dates') ??
    others.find(isYears) ??
    others.find(({ name, cells }) => /date|year|jahr|année/i.test(name) && hasYears(cells));
  const rest = others.filter((column) => column !== date && column.kind === 'text');
  const title =
    rest.find(({ name, cells }) => /title|name|heading/i.test(name) && isShort(cells)) ??
    rest.find(
      ({ cells, distinct }) => isShort(cells) && distinct > 0.9 * Math.min(cells.length, 1000),
    );
  const group = rest.find(
    ({ distinct, cells }) => distinct > 1 && distinct <= Math.min(MOST_GROUPS, cells.length / 2),
  );
  return {
    text: text.position,
    title: title?.position ?? null,
    date: date?.position ?? null,
    group: group && group !== title ? group.position : null,
  };
}

/**
 * A document for each row. Rows without a text stay, empty.
 *
 * @throws TextsRefused where there are too many
 */
export function documentsOfTable(table: Table, chosen: TextColumns): OwnData {
  checkCount(table.rows);
  const cellsOf = (position: number | null) =>
    position === null ? null : table.columns[position].cells;
  const texts = table.columns[chosen.text].cells;
  const titles = cellsOf(chosen.title);
  const dates = cellsOf(chosen.date);
  const classes = cellsOf(chosen.group);
  const groups = classes ? [...new Set(classes.filter((cell) => cell !== ''))] : [];
  const numbers = new Map(groups.map((group, index) => [group, index]));
  return ownTexts(
    table.name,
    {
      texts,
      titles: texts.map(
        (text, row) => titles?.[row] || `${table.rowNumbers[row]}: ${titleOf(text)}`,
      ),
      dates: dates && Float64Array.from(dates, yearsOf),
      groups,
    },
    classes && Int32Array.from(classes, (cell) => numbers.get(cell) ?? NO_CLASS),
  );
}

/** A date in years: the year alone, or with the month of an ISO date; NaN where no year is found. */
export function yearsOf(cell: string): number {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(cell.trim());
  if (iso) return Number(iso[1]) + (Number(iso[2]) - 1) / 12 + (Number(iso[3] ?? 1) - 1) / 365;
  const year = /(?<!\d)(1\d{3}|20\d{2})(?!\d)/.exec(cell);
  return year ? Number(year[1]) : Number.NaN;
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '');

const meanLength = (cells: readonly string[]): number => {
  const all = filled(cells);
  return all.reduce((sum, cell) => sum + cell.length, 0) / Math.max(all.length, 1);
};

function isProse(cells: readonly string[]): boolean {
  const all = filled(cells);
  const spaced = all.filter((cell) => /\S\s+\S/.test(cell)).length;
  return 2 * spaced > all.length || meanLength(all) >= LONG_CELL;
}

const isShort = (cells: readonly string[]): boolean => meanLength(cells) <= LONGEST_TITLE;

const isYears = ({ kind, values, range }: ColumnProfile): boolean =>
  kind === 'numbers' &&
  range !== null &&
  range.low >= YEARS.from &&
  range.high <= YEARS.to &&
  values.every((value) => Number.isNaN(value) || Number.isInteger(value));

const hasYears = (cells: readonly string[]): boolean =>
  2 * cells.filter((cell) => !Number.isNaN(yearsOf(cell))).length > cells.length;

function noTexts({ columns, rowNumbers }: Table): TextsRefused {
  const [first] = columns;
  const row = first?.cells.findIndex((cell) => cell !== '') ?? -1;
  const example =
    row >= 0
      ? ` Row ${rowNumbers[row]}, column "${shortened(first.name)}" is "${shortened(first.cells[row])}".`
      : '';
  return new TextsRefused(
    `The table has no column of texts; expected cells with several words each, or markers with genotypes such as 0, 1, 2 or A/G.${example}`,
  );
}
