import Papa from 'papaparse';

export interface CsvRow {
  /** Row of the file as a spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface CsvRows {
  /** Complete rows so far, without comments; of empty rows, if they are kept, without cells. */
  readonly rows: readonly CsvRow[];
  /** Row where a quote is opened and not properly closed; null when all is well. */
  readonly brokenQuotes: number | null;
}

export interface RowSplitter {
  push(text: string): CsvRows;
  /** The last row, which need not end in a line end. */
  end(): CsvRows;
  /** Known once the first rows are out. */
  delimiter(): string;
}

/** Characters looked at to find out what separates the cells. */
const PROBE_LENGTH = 1 << 14;

/** A single row longer than this is a quote never closed, not a table. */
const LONGEST_ROW = 1 << 20;

/** Splits text that comes in pieces ("\n" line ends) into rows of trimmed cells. */
export function createRowSplitter(emptyRows: 'skip' | 'keep' = 'skip'): RowSplitter {
  let pending = '';
  let delimiter: string | null = null;
  let rowNumber = 0;

  function take(last: boolean): CsvRows {
    delimiter ??= guessDelimiter(pending);
    const parser = new Papa.Parser({ delimiter, newline: '\n' });
    // Raw rows; the last one stays pending while more text may come.
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(pending, 0, !last);
    pending = last ? '' : pending.slice(meta.cursor);
    const firstNumber = rowNumber + 1;
    rowNumber += data.length;
    const rows: CsvRow[] = [];
    data.forEach((raw, index) => {
      const cells = trimmed(raw, delimiter === ' ');
      const isEmpty = cells.every((cell) => cell === '');
      if (isEmpty ? emptyRows === 'skip' : cells[0].startsWith('#')) return;
      rows.push({ number: firstNumber + index, cells: isEmpty ? [] : cells });
    });
    const broken = errors.find((error) => (error.row ?? 0) < data.length);
    if (broken) return { rows, brokenQuotes: firstNumber + (broken.row ?? 0) };
    return { rows, brokenQuotes: pending.length > LONGEST_ROW ? rowNumber + 1 : null };
  }

  return {
    push(text) {
      pending += text;
      const waiting = delimiter === null && pending.length < PROBE_LENGTH;
      return waiting ? { rows: [], brokenQuotes: null } : take(false);
    },
    end: () => take(true),
    delimiter: () => delimiter ?? ',',
  };
}

function trimmed(cells: readonly string[], spaced: boolean): string[] {
  const clean = cells.map((cell) => cell.trim());
  // Columns aligned by spaces: several of them are one separator.
  return spaced ? clean.filter((cell) => cell !== '') : clean;
}

/**
 * Semicolons, tabs and bars win over commas, because a comma beside them is a decimal comma
 * ("1,5;2,5"); spaces are looked at last, because they also follow commas.
 */
function guessDelimiter(text: string): string {
  const probe = wholeLines(text.slice(0, PROBE_LENGTH));
  for (const candidates of [[';', '\t', '|'], [',']]) {
    const { errors, meta } = Papa.parse<string[]>(probe, {
      delimitersToGuess: candidates,
      comments: '#',
      skipEmptyLines: 'greedy',
      newline: '\n',
    });
    if (!errors.some((error) => error.code === 'UndetectableDelimiter')) return meta.delimiter;
  }
  // Too few cells on average to be sure, as in a table with holes: the first one seen at all.
  const seen = [';', '\t', '|', ','].find((candidate) => probe.includes(candidate));
  if (seen !== undefined) return seen;
  return probe.split('\n').some((line) => / \S/.test(line.trim())) ? ' ' : ',';
}

function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end > 0 ? text.slice(0, end) : text;
}
