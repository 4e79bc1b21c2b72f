/** What separates the cells of a table, found out from its first lines. */
import Papa from 'papaparse';
import { type Cell, ERROR_VALUE, isCurrency, readCell } from './numerals.ts';
import { withoutSpaceAroundQuotes } from './quotes.ts';

/** '' where every line is a single cell. */
export type Separator = ';' | '\t' | '|' | ',' | ' ' | '';

export const SEPARATORS: readonly Separator[] = [';', '\t', '|', ',', ' ', ''];

export const SEPARATOR_WORDS: Readonly<Record<Separator, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  ',': 'commas',
  ' ': 'spaces',
  '': 'nothing: one column',
};

export interface FoundSeparator {
  readonly separator: Separator;
  /** The other way to read the file, where both are likely. */
  readonly rival: Separator | null;
  /** Whether a first line "sep=;" says so. */
  readonly isDeclared: boolean;
}

const DECLARED = /^"?sep=(.|\\t)?"?\s*$/i;
/** A mark of a comment at the start of a line; "#N/A" is a cell. */
const COMMENT = new RegExp(`^\\s*(?!${ERROR_VALUE}(?:[;,|"\\s]|$))(#|%|//)`, 'u');
const SEMICOLON = /^\s*;\s*/;

/** The text of a line that is a comment; null for any other line. */
export function commentIn(line: string, separator: Separator): string | null {
  const mark = COMMENT.exec(line) ?? (separator === ';' ? null : SEMICOLON.exec(line));
  return mark && line.slice(mark[0].length).trim();
}

/** The separator of a "sep=" line; null for any other line. */
export function declaredSeparator(line: string): Separator | null {
  const declared = DECLARED.exec(line)?.[1];
  if (declared === undefined) return null;
  const sign = declared === '\\t' ? '\t' : declared;
  return SEPARATORS.find((separator) => separator === sign) ?? null;
}

/** @param probe the first lines of the file, whole ones */
export function findSeparator(probe: string): FoundSeparator {
  const lines = tableLines(probe);
  const declared = declaredSeparator(lines[0] ?? '');
  if (declared !== null) return { separator: declared, rival: null, isDeclared: true };
  const found = bestSeparator(lines);
  const single = singleColumn(lines);
  if (single === 'certain') return { separator: '', rival: null, isDeclared: false };
  if (single === 'likely') return { separator: '', rival: found, isDeclared: false };
  const rival = single === 'possible' ? '' : null;
  return { separator: found, rival, isDeclared: false };
}

const isComment = (line: string): boolean => commentIn(line, ';') !== null;
const filledLines = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '');

/**
 * Whether what marks a comment begins the first cell of most rows, as in "#7" and "#ff0000": below
 * the first line most lines begin with it and have as many separators as the first.
 */
export function marksBeginCells(probe: string): boolean {
  const [first = '', ...below] = filledLines(probe).slice(firstOfTable(filledLines(probe)));
  const signs = (line: string) => line.match(/[;\t|,]/g)?.length ?? 0;
  const rows = below.filter((line) => isComment(line) && signs(line) === signs(first));
  return signs(first) > 0 && 2 * rows.length > below.length;
}

const firstOfTable = (lines: readonly string[]): number =>
  lines.findIndex((line) => !isComment(line) && declaredSeparator(line) === null);

/** Lines that are neither empty nor comments. Semicolons that only start lines mark comments. */
function tableLines(probe: string): string[] {
  const filled = filledLines(probe);
  if (marksBeginCells(probe)) {
    const start = firstOfTable(filled);
    return filled.filter((line, at) => at > start || !isComment(line));
  }
  const lines = filled.filter((line) => !isComment(line));
  const others = lines.filter((line) => !SEMICOLON.test(line));
  return others.length === 0 || others.some((line) => line.includes(';')) ? lines : others;
}

/** Splits one line, for a look: rows are split by `createRowSplitter`. */
export function splitLine(line: string, separator: Separator): string[] {
  if (separator === '') return [line.trim()];
  if (separator === ' ') return line.match(/"[^"]*"|[^ \t]+/g) ?? [];
  return cellsOf([line], separator)[0] ?? [];
}

/**
 * Whether all lines below a header are one number each, as they are with decimal commas or thousands
 * set apart. "3,5" alone could also be two cells: only the lines around it can tell.
 */
function singleColumn(lines: readonly string[]): 'certain' | 'likely' | 'possible' | 'no' {
  const [first = '', ...others] = lines;
  const isNumber = (line: string) => isPlainNumber(readCell(line.trim()));
  const hasHeader = !isNumber(first);
  // A line of units below the header is no number either.
  const below = hasHeader && others.length > 2 && !isNumber(others[0]) ? others.slice(1) : others;
  const rows = (hasHeader ? below : lines).filter(
    (line) => readCell(line.trim()).kind !== 'missing',
  );
  const numbers = rows.filter(isNumber);
  if (numbers.length < 2 || numbers.length < 0.9 * rows.length) return 'no';
  if (rows.some((line) => !isNumber(line) && /[;\t|]/.test(line))) return 'no';
  const split = numbers.filter((line) => /^[^"]*[, ]/.test(line.trim()));
  const names = hasHeader ? first.replace(/"[^"]*"/g, '') : '';
  const hasNames = /[,;\t|]/.test(names);
  if (split.length === 0) return hasNames ? 'no' : 'certain';
  const parts = split.map((line) => line.trim().split(/[, ]/));
  const isCounted =
    split.length === numbers.length &&
    parts.every(([number], row) => Number(number) === Number(parts[0][0]) + row);
  if (hasHeader && !hasNames && !isCounted) {
    // "a b" above "1 234": names of two columns, or thousands.
    const spaced = split.some((line) => line.trim().includes(' '));
    return spaced && /\s/.test(first.trim()) ? 'possible' : 'certain';
  }
  // No cell of its own is written "05" or "00".
  const padded = parts.some((cells) => /^0\d/.test(cells.at(-1) ?? ''));
  if (hasNames) return padded ? 'likely' : 'no';
  return padded || split.length < numbers.length ? 'likely' : 'possible';
}

/** "5 red" are two cells, "5 %" is one. */
function isPlainNumber(cell: Cell): boolean {
  if (cell.kind !== 'number') return cell.kind === 'not-a-number';
  return ['', '%', '‰', '°'].includes(cell.affix) || isCurrency(cell.affix);
}

/**
 * The separator that makes the most even table with the most numbers; of equal ones semicolons, tabs
 * and bars, because a comma beside them is a decimal comma ("1,5;2,5"). Spaces are last, because
 * they also follow commas.
 */
function bestSeparator(lines: readonly string[]): Separator {
  let best: Separator = ',';
  let most = 0;
  for (const separator of [';', '\t', '|', ',', ' '] as const) {
    const rows = cellsOf(lines, separator);
    const score = evenness(rows) * numbersIn(rows);
    if (score > most + 0.02) {
      most = score;
      best = separator;
    }
  }
  if (most > 0) return best;
  const text = lines.join('\n');
  const seen = ([';', '\t', '|', ','] as const).find((separator) => text.includes(separator));
  return seen ?? (lines.some((line) => /\S\s+\S/.test(line)) ? ' ' : ',');
}

function cellsOf(lines: readonly string[], separator: Separator): string[][] {
  if (separator === ' ') return lines.map((line) => splitLine(line, separator));
  const text = withoutSpaceAroundQuotes(lines.join('\n'), separator);
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
  return data.map((cells) => cells.map((cell) => cell.trim()));
}

/** Part of the rows that are as wide as most are; none where that is a single cell. */
function evenness(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  let [width, count] = [0, 0];
  for (const [length, rowsOfIt] of widths)
    if (rowsOfIt > count) [width, count] = [length, rowsOfIt];
  return width < 2 ? 0 : count / rows.length;
}

/** Part of the cells that are numbers or empty, and at least a little: a table of text is one too. */
function numbersIn(rows: readonly (readonly string[])[]): number {
  let numbers = 0;
  let cells = 0;
  for (const row of rows)
    for (const cell of row) {
      const { kind } = readCell(cell);
      if (kind !== 'text') numbers++;
      cells++;
    }
  return 0.02 + numbers / Math.max(cells, 1);
}
