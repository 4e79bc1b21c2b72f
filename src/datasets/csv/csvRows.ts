import Papa from 'papaparse';
import { readCell } from './numerals.ts';
import { withoutSpaceAroundQuotes } from './quotes.ts';
import {
  commentIn,
  declaredSeparator,
  type FoundSeparator,
  findSeparator,
  marksBeginCells,
  type Separator,
} from './separator.ts';

export interface CsvRow {
  /** Row of the file as a spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface CsvRows {
  /** Complete rows so far; empty rows, if they are kept, without cells. */
  readonly rows: readonly CsvRow[];
  /** Row where a quote is opened and not properly closed; null when all is well. */
  readonly brokenQuotes: number | null;
}

export interface RowSplitter {
  push(text: string): CsvRows;
  /** The last row, which need not end in a line end. */
  end(): CsvRows;
  /** What separates the cells. Known once the first rows are out. */
  separator(): FoundSeparator;
  /** The text of comment lines before the first row. */
  comments(): readonly string[];
  /** Comments further down that would be rows without their marks: how many, and the first. */
  commentedRows(): { readonly count: number; readonly first: number };
}

/** Characters looked at to find out what separates the cells. */
const PROBE_LENGTH = 1 << 14;

/** A single row longer than this is a quote never closed, not a table. */
const LONGEST_ROW = 1 << 20;

/** No text holds this, so a line of one column is never split. */
const NO_SEPARATOR = '\u0001';

/**
 * Splits text that comes in pieces ("\n" line ends) into rows of trimmed cells.
 *
 * @param asked the separator; found out unless given
 */
export function createRowSplitter(
  emptyRows: 'skip' | 'keep' = 'skip',
  asked: Separator | null = null,
): RowSplitter {
  let pending = '';
  let found: FoundSeparator | null = null;
  let separator: Separator = ',';
  let rowNumber = 0;
  let hasRows = false;
  const comments: string[] = [];
  const commentedRows = { count: 0, first: 0 };
  let hasComments = true;

  /** Whether a row is a comment; one with numbers is counted. */
  function isComment(cells: readonly string[], number: number): boolean {
    if (!hasComments || commentIn(cells[0], separator) === null) return false;
    if (cells.slice(1).some((cell) => readCell(cell).kind === 'number')) {
      if (commentedRows.count++ === 0) commentedRows.first = number;
    }
    return true;
  }

  function take(last: boolean): CsvRows {
    if (found === null) {
      const probe = wholeLines(pending.slice(0, PROBE_LENGTH));
      found = findSeparator(probe);
      hasComments = !marksBeginCells(probe);
      separator = asked ?? found.separator;
      pending = withoutLeadingComments(pending);
    }
    pending =
      separator === ' ' ? withEmptyCells(pending) : withoutSpaceAroundQuotes(pending, separator);
    const parser = new Papa.Parser({ delimiter: separator || NO_SEPARATOR, newline: '\n' });
    // Raw rows; the last one stays pending while more text may come.
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(pending, 0, !last);
    pending = last ? '' : pending.slice(meta.cursor);
    const firstNumber = rowNumber + 1;
    rowNumber += data.length;
    const rows: CsvRow[] = [];
    data.forEach((raw, index) => {
      const cells = trimmed(raw, separator === ' ');
      const isEmpty = cells.every((cell) => cell === '');
      if (isEmpty ? emptyRows === 'skip' : isComment(cells, firstNumber + index)) return;
      if (!hasRows && declaredSeparator(cells[0] ?? '') !== null) return;
      hasRows ||= !isEmpty;
      rows.push({ number: firstNumber + index, cells: isEmpty ? [] : cells });
    });
    const broken = errors.find((error) => (error.row ?? 0) < data.length);
    if (broken) return { rows, brokenQuotes: firstNumber + (broken.row ?? 0) };
    return { rows, brokenQuotes: pending.length > LONGEST_ROW ? rowNumber + 1 : null };
  }

  /** Takes comments and a "sep=" line off, which know no quotes and no cells. */
  function withoutLeadingComments(text: string): string {
    let start = 0;
    for (;;) {
      const end = text.indexOf('\n', start);
      if (end < 0) break;
      const line = text.slice(start, end);
      const comment = commentIn(line, separator);
      if (comment !== null) comments.push(comment);
      else if (line.trim() !== '' && declaredSeparator(line) === null) break;
      rowNumber++;
      start = end + 1;
    }
    return text.slice(start);
  }

  return {
    push(text) {
      pending += text;
      const waiting = found === null && pending.length < PROBE_LENGTH;
      return waiting ? { rows: [], brokenQuotes: null } : take(false);
    },
    end: () => take(true),
    separator: () => ({ ...(found ?? findSeparator('')), separator }),
    comments: () => comments,
    commentedRows: () => commentedRows,
  };
}

/** Stands for an empty cell between spaces, where two of them are one. */
const EMPTY = '\u0002';

/** Between spaces an empty cell is one only in quotes, as pandas writes it. */
const withEmptyCells = (text: string): string =>
  text.replace(/(?<=^|[ \t\n])""(?=[ \t\n])/g, EMPTY);

function trimmed(cells: readonly string[], spaced: boolean): string[] {
  const clean = cells.map((cell) => cell.trim());
  // Columns aligned by spaces: several of them are one separator.
  if (!spaced) return clean;
  return clean
    .flatMap((cell) => cell.split(/\t+/))
    .filter((cell) => cell !== '')
    .map((cell) => (cell === EMPTY ? '' : cell));
}

function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end > 0 ? text.slice(0, end) : text;
}
