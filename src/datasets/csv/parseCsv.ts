import type { OwnForm } from '../ownData.ts';
import { isHeader } from './csvColumns.ts';
import { type CsvProblem, type CsvResult, type CsvWarning, grouped } from './csvResult.ts';
import { type CsvRow, type CsvRows, createRowSplitter } from './csvRows.ts';
import { type BadRows, readTable } from './csvTable.ts';
import { type CsvSource, csvText } from './csvText.ts';
import { createRowSample, type RowSample, type RowsKept } from './rowSample.ts';
import { createTimeSlices } from './timeSlices.ts';

export interface CsvProgress {
  /** Part of the file read, 0 to 1; null where its length is not known. */
  readonly fraction: number | null;
  /** Rows of data read. */
  readonly rows: number;
}

export interface CsvOptions {
  /** Name of the data set, as a rule the file's. */
  readonly name: string;
  readonly maxRows?: number;
  /** Columns of numbers, labels apart. */
  readonly maxColumns?: number;
  /** What the rows are; points unless told. The gaps of a series stay in it. */
  readonly form?: OwnForm;
  readonly rowsKept?: RowsKept;
  readonly badRows?: BadRows;
  readonly onProgress?: (progress: CsvProgress) => void;
  readonly signal?: AbortSignal;
}

export const MAX_CSV_ROWS = 50_000;
export const MAX_CSV_COLUMNS = 16;

/** Cells of a row beyond which the file is no table of points at all. */
const MAX_CELLS = 256;
const MAX_PROBLEMS = 20;

/**
 * Reads points or a series from a CSV file: any usual separator, decimal points or commas, with or without a
 * header, quotes, comment lines starting with "#". Works through the file in slices of a few
 * milliseconds, so it can run on the page's main thread, and keeps at most `maxRows` rows.
 *
 * Never throws or rejects: all trouble is in the result.
 */
export async function parseCsv(source: CsvSource, options: CsvOptions): Promise<CsvResult> {
  const { maxRows = MAX_CSV_ROWS, rowsKept = { how: 'all' } } = options;
  const form = options.form ?? 'points';
  const splitter = createRowSplitter(form === 'series' ? 'keep' : 'skip');
  const sample = createRowSample(rowsKept, maxRows);
  let part: number | null = 0;
  const slices = createTimeSlices(() =>
    options.onProgress?.({ fraction: part, rows: sample.seen() }),
  );
  let header: CsvRow | null = null;
  let started = false;
  /** Empty rows are steps of a series only where another row follows. */
  let gap: CsvRow[] = [];

  const decimalComma = () => splitter.delimiter() !== ',';
  const accept = ({ rows, brokenQuotes }: CsvRows): CsvProblem | null => {
    for (const row of rows) {
      if (row.cells.length > MAX_CELLS) return tooWide(row, options.maxColumns);
      if (row.cells.length === 0) {
        if (sample.seen() > 0) gap.push(row);
        continue;
      }
      if (!started && isHeader(row, decimalComma())) header = row;
      else for (const step of [...gap, row]) sample.add(step);
      gap = [];
      started = true;
    }
    return brokenQuotes === null ? null : openQuote(brokenQuotes);
  };

  try {
    for await (const { text, fraction } of csvText(source)) {
      part = fraction;
      if (!started && looksBinary(text)) return failure([notText()], sample);
      const wrong = accept(splitter.push(text));
      if (wrong) return failure([wrong], sample);
      await slices.rest();
      if (options.signal?.aborted) {
        return failure([problem('aborted', 'Reading the file was stopped.')], sample);
      }
    }
    const wrong = accept(splitter.end());
    if (wrong) return failure([wrong], sample);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure([problem('unreadable', `The file cannot be read: ${reason}`)], sample);
  }
  options.onProgress?.({ fraction: 1, rows: sample.seen() });

  const rowsInFile = sample.seen();
  if (rowsKept.how === 'all' && rowsInFile > maxRows) {
    const first = `Keep the first ${grouped(maxRows)}`;
    // Rows of a series at random would be none.
    const keep =
      form === 'series'
        ? `${first}, or evenly spaced rows.`
        : `${first}, evenly spaced rows, or a random choice.`;
    const message = `The file has ${grouped(rowsInFile)} rows; at most ${grouped(maxRows)} can be used. ${keep}`;
    return failure([problem('too-many-rows', message)], sample);
  }
  const table = await readTable(
    {
      name: options.name,
      header,
      rows: sample.rows(),
      decimalComma: decimalComma(),
      badRows: options.badRows ?? 'refuse',
      maxColumns: options.maxColumns ?? MAX_CSV_COLUMNS,
      form,
      delimiter: splitter.delimiter(),
    },
    slices.rest,
  );
  if (!table.ok) return failure(table.problems, sample);
  const sampled = sampleWarning(sample.rows().length, rowsInFile, rowsKept);
  return {
    ok: true,
    data: table.data,
    warnings: sampled ? [sampled, ...table.warnings] : table.warnings,
    rowsInFile,
  };
}

function problem(kind: CsvProblem['kind'], message: string): CsvProblem {
  return { kind, message };
}

function tooWide(row: CsvRow, maxColumns = MAX_CSV_COLUMNS): CsvProblem {
  const message = `Row ${row.number} has ${row.cells.length} cells; at most ${maxColumns} columns of numbers can be used.`;
  return { kind: 'too-many-columns', message, row: row.number };
}

function openQuote(row: number): CsvProblem {
  const message = `Row ${row} has a quote (") that is not closed, or text right after the closing one; write a quote inside quotes twice ("").`;
  return { kind: 'broken-quotes', message, row };
}

function notText(): CsvProblem {
  const message = 'The file is not text. If it is a spreadsheet, save it as CSV first.';
  return { kind: 'not-text', message };
}

function failure(problems: readonly CsvProblem[], sample: RowSample): CsvResult {
  return {
    ok: false,
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
    rowsInFile: sample.seen(),
  };
}

/** Archives (spreadsheets are) and pictures have zero bytes near their start; text has none. */
function looksBinary(text: string): boolean {
  return text.startsWith('PK\u0003\u0004') || text.slice(0, 4096).includes('\u0000');
}

const KEPT_IN_WORDS = {
  all: '',
  first: 'the first ones',
  spaced: 'evenly spaced',
  random: 'chosen at random',
} as const;

function sampleWarning(kept: number, rowsInFile: number, { how }: RowsKept): CsvWarning | null {
  if (kept === rowsInFile) return null;
  const message = `${grouped(kept)} of ${grouped(rowsInFile)} rows are used, ${KEPT_IN_WORDS[how]}.`;
  return { kind: 'rows-sampled', message };
}
