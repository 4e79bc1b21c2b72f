/** Which sign is the decimal sign of each column, and what goes along with its numbers. */
import type { ColumnCells } from './columnCells.ts';
import { type Decisions, quotedList } from './decisions.ts';
import { type DecimalSign, isCurrency, readCell } from './numerals.ts';
import type { Separator } from './separator.ts';

export interface NumberFormat {
  readonly decimal: DecimalSign;
  /** What may go along with the digits; "" for nothing. */
  readonly affixes: ReadonlySet<string>;
  /** Whether the numbers are taken as text after all. */
  readonly isText: boolean;
}

export interface NamedCells {
  readonly name: string;
  readonly cells: ColumnCells;
}

/** A number as a column writes it; null where the cell is none. */
export function numberIn(text: string, { decimal, affixes, isText }: NumberFormat): number | null {
  const cell = readCell(text);
  if (isText || cell.kind !== 'number' || !affixes.has(cell.affix)) return null;
  return decimal === '.' ? cell.point : cell.comma;
}

export const isColumnOfNumbers = ({ numbers, texts }: ColumnCells): boolean =>
  numbers > 0 && numbers >= texts;

/**
 * Formats of all columns, recognised by column. Where a column leaves it open, other columns of the
 * file may tell; where they do not, it is asked.
 */
export function numberFormats(
  columns: readonly NamedCells[],
  separator: Separator,
  decisions: Decisions,
): readonly NumberFormat[] {
  const numeric = columns.filter(({ cells }) => isColumnOfNumbers(cells));
  const open: NamedCells[] = [];
  const signs = new Map<NamedCells, DecimalSign>();
  for (const column of numeric) {
    const sign = certainSign(column.cells);
    if (sign !== null) signs.set(column, sign);
  }
  const others = new Set([...signs.values()]);
  const [agreed = null] = others.size === 1 ? others : [];
  for (const column of numeric) {
    if (signs.has(column) || column.cells.example === null) continue;
    const sign = agreedSign(column.cells, agreed);
    if (sign === null) open.push(column);
    else signs.set(column, sign);
  }
  askSigns(open, signs, separator, decisions);
  const settled = numeric.filter((column) => !open.includes(column));
  tellCommas(settled, signs, decisions);
  const asText = new Set([
    ...tellThousands(settled, signs, decisions),
    ...tellNegatives(numeric, decisions),
    ...tellAffixes(numeric, decisions),
  ]);
  return columns.map((column) => ({
    decimal: signs.get(column) ?? '.',
    affixes: affixesOf(column.cells),
    isText: asText.has(column),
  }));
}

function certainSign({ onlyPoint, onlyComma }: ColumnCells): DecimalSign | null {
  if (onlyPoint + onlyComma === 0) return null;
  return onlyPoint >= onlyComma ? '.' : ',';
}

/**
 * The sign of a column that could have either, where other columns of the file have one. Three
 * decimals in every cell look like decimals, as programs write them; beside whole numbers they look
 * like thousands. What looks unlike the other columns stays open.
 */
function agreedSign(cells: ColumnCells, agreed: DecimalSign | null): DecimalSign | null {
  return agreed !== null && (agreed !== markOf(cells) || looksDecimal(cells)) ? agreed : null;
}

const markOf = ({ eitherPoint }: ColumnCells): DecimalSign => (eitherPoint > 0 ? '.' : ',');

const looksDecimal = ({ eitherPoint, eitherComma, sameEither }: ColumnCells): boolean =>
  sameEither === 0 && (eitherPoint === 0 || eitherComma === 0);

/** Asks, unless points are decimal points because commas or spaces already separate the cells. */
function askSigns(
  open: readonly NamedCells[],
  signs: Map<NamedCells, DecimalSign>,
  separator: Separator,
  decisions: Decisions,
): void {
  for (const mark of ['.', ','] as const) {
    const columns = open.filter(({ cells }) => markOf(cells) === mark);
    const example = columns[0]?.cells.example;
    if (!example) continue;
    const { text, point, comma } = example;
    const [decimal, thousands] = mark === '.' ? [point, comma] : [comma, point];
    const word = mark === '.' ? 'point' : 'comma';
    const isDecimal = columns.every(({ cells }) => looksDecimal(cells));
    const isSure = isDecimal && mark === '.' && (separator === ',' || separator === ' ');
    const value = decisions.decide({
      id: `decimal${mark}`,
      notice: `"${text}" in ${namesOf(columns)} is read as ${decimal}, not as ${thousands}.`,
      asked: `Is the ${word} in "${text}" a decimal ${word}, or does it separate thousands? It is in ${namesOf(columns)}.`,
      options: [
        { value: 'decimal', label: `Decimal ${word}: ${decimal}` },
        { value: 'thousands', label: `Thousands: ${thousands}` },
      ],
      found: isSure ? 'decimal' : null,
      likely: isDecimal ? 'decimal' : 'thousands',
    });
    const other = mark === '.' ? ',' : '.';
    for (const column of columns) signs.set(column, value === 'decimal' ? mark : other);
  }
}

function tellCommas(
  columns: readonly NamedCells[],
  signs: Map<NamedCells, DecimalSign>,
  decisions: Decisions,
): void {
  const found = columns.filter((it) => signs.get(it) === ',' && it.cells.marked.has(','));
  if (found.length === 0) return;
  const value = decisions.decide({
    id: 'decimal commas',
    notice: `Decimal commas in ${namesOf(found)}.`,
    options: [
      { value: 'comma', label: 'Decimal commas' },
      { value: 'point', label: 'Decimal points' },
    ],
    found: 'comma',
  });
  if (value === 'point') for (const column of found) signs.set(column, '.');
}

const MARKS = { '.': 'Points', ',': 'Commas', ' ': 'Spaces', "'": 'Apostrophes' } as const;

/** Says where thousands are set apart; columns that are not to be read so are returned. */
function tellThousands(
  columns: readonly NamedCells[],
  signs: Map<NamedCells, DecimalSign>,
  decisions: Decisions,
): readonly NamedCells[] {
  const asText: NamedCells[] = [];
  for (const [mark, word] of Object.entries(MARKS)) {
    const found = columns.filter(
      (column) => (signs.get(column) ?? '.') !== mark && column.cells.marked.has(mark),
    );
    const example = found[0]?.cells.marked.get(mark);
    if (example === undefined) continue;
    const mayBeDecimal =
      (mark === '.' || mark === ',') && found.every(({ cells }) => cells.example);
    const value = decisions.decide({
      id: `thousands${mark}`,
      notice: `${word} separate thousands in ${namesOf(found)}, as in "${example}".`,
      options: mayBeDecimal ? THOUSANDS_OR_DECIMALS : NUMBERS_OR_TEXT,
      found: 'numbers',
    });
    if (value === 'text') asText.push(...found);
    if (value === 'decimals') for (const column of found) signs.set(column, mark as DecimalSign);
  }
  return asText;
}

const NEGATIVES = {
  '(': 'Numbers in parentheses',
  '-': 'Numbers with a minus sign behind them',
} as const;

/** Says how negative numbers are written; columns that are not to be read so are returned. */
function tellNegatives(
  columns: readonly NamedCells[],
  decisions: Decisions,
): readonly NamedCells[] {
  return Object.entries(NEGATIVES).flatMap(([mark, words]) => {
    const found = columns.filter(({ cells }) => cells.marked.has(mark));
    if (found.length === 0) return [];
    const value = decisions.decide({
      id: `negative${mark}`,
      notice: `${words} are negative in ${namesOf(found)}, as in "${found[0].cells.marked.get(mark)}".`,
      options: NUMBERS_OR_TEXT,
      found: 'numbers',
    });
    return value === 'text' ? found : [];
  });
}

const NUMBERS_OR_TEXT = [
  { value: 'numbers', label: 'Numbers' },
  { value: 'text', label: 'Text' },
] as const;

const THOUSANDS_OR_DECIMALS = [
  { value: 'numbers', label: 'Thousands' },
  { value: 'decimals', label: 'Decimals' },
] as const;

const namesOf = (columns: readonly NamedCells[]): string =>
  quotedList(columns.map(({ name }) => name));

/** The affix most numbers have; money may be written in some rows only. */
function affixesOf({ affixes }: ColumnCells): ReadonlySet<string> {
  const main = mainAffix(affixes);
  const money = [...affixes.keys()].filter(isCurrency);
  const mixes = money.length === 1 && (main === '' || main === money[0]);
  return new Set(mixes ? ['', money[0]] : [main]);
}

function mainAffix(affixes: ReadonlyMap<string, number>): string {
  let [main, most] = ['', 0];
  for (const [affix, count] of affixes) if (count > most) [main, most] = [affix, count];
  return main;
}

/** Says what is written with numbers; columns that are not to be read so are returned. */
function tellAffixes(columns: readonly NamedCells[], decisions: Decisions): readonly NamedCells[] {
  const byAffix = new Map<string, NamedCells[]>();
  for (const column of columns) {
    const affix = [...affixesOf(column.cells)].find((its) => its !== '');
    if (affix !== undefined) byAffix.set(affix, [...(byAffix.get(affix) ?? []), column]);
  }
  const asText: NamedCells[] = [];
  for (const [affix, found] of byAffix) {
    const value = decisions.decide({
      id: `unit ${affix}`,
      notice:
        affix === '%'
          ? `Percent signs in ${namesOf(found)}: the numbers are in percent.`
          : `The numbers in ${namesOf(found)} are written with "${affix}"; only the number is read.`,
      options: NUMBERS_OR_TEXT,
      found: 'numbers',
    });
    if (value === 'text') asText.push(...found);
  }
  return asText;
}
