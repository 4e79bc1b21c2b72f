import type { Random } from '../../math/random.ts';
import { createTimeSlices } from '../../math/timeSlices.ts';
import { grouped, shortened } from '../../settings/words.ts';
import type { NumbersForm } from '../ownData.ts';
import { seriesSteps } from './csvGaps.ts';
import type { CsvProblem, CsvWarning } from './csvResult.ts';
import { type CsvRow, type CsvRows, createRowSplitter } from './csvRows.ts';
import { type CsvSource, csvText, looksBinary } from './csvText.ts';
import { type Answers, createDecisions, type Decisions } from './decisions.ts';
import { ENCODINGS, type Encoding } from './decoder.ts';
import { findLayout, isSameRow, type Layout } from './layout.ts';
import { profileColumns } from './profileColumns.ts';
import { createRowSample, type RowSample } from './rowSample.ts';
import { type FoundSeparator, SEPARATOR_WORDS, SEPARATORS, type Separator } from './separator.ts';
import { withoutSums } from './sums.ts';
import type { ColumnProfile, Table, TableReading } from './table.ts';
import { findTimeColumn } from './timeColumn.ts';

export interface CsvProgress {
  /** Part of the file read, 0 to 1; null where its length is not known. */
  readonly fraction: number | null;
  /** Rows of data read. */
  readonly rows: number;
}

export interface ReadOptions {
  /** Name of the data set, as a rule the file's. */
  readonly name: string;
  /** What the rows are; points unless given. The gaps of a series stay in it. */
  readonly form?: NumbersForm;
  /** Answers to what the reader asks, or other decisions than its own, by their ids. */
  readonly answers?: Answers;
  readonly maxRows?: number;
  /** Cells of a row beyond which the file is no table at all. */
  readonly maxCells?: number;
  /** For a random choice among too many rows. */
  readonly random?: Random;
  readonly onProgress?: (progress: CsvProgress) => void;
  readonly signal?: AbortSignal;
}

export const MAX_CSV_ROWS = 50_000;

/** Cells of a table kept in memory; wider tables have fewer rows. */
const MAX_KEPT_CELLS = 4_000_000;
const MAX_CELLS = 512;
/** Rows looked at to find out what the first of them are. */
const START_ROWS = 200;

/**
 * Reads a file of rows and cells: any usual encoding, separator and way to write numbers, with or
 * without names, units, comments, quotes. Nothing is guessed in silence: what is recognised is in
 * `decisions`, and so is what has to be asked. Works in slices of a few milliseconds, so that it can
 * run on the page's main thread.
 *
 * Never throws or rejects: all trouble is in the result.
 */
export async function readTable(source: CsvSource, options: ReadOptions): Promise<TableReading> {
  const { form = 'points', answers = {}, maxCells = MAX_CELLS } = options;
  const decisions = createDecisions(answers);
  const splitter = createRowSplitter(form === 'series' ? 'keep' : 'skip', askedSeparator(answers));
  const table = createRows(options, decisions);
  let part: number | null = 0;
  const slices = createTimeSlices(() =>
    options.onProgress?.({ fraction: part, rows: table.seen() }),
  );
  let encoding: Encoding | null = null;
  let isFirst = true;
  const refused = (problem: CsvProblem): TableReading => ({
    ok: false,
    problems: [problem],
    decisions: decisions.list(),
    rowsInFile: table.seen(),
  });

  const accept = ({ rows, brokenQuotes }: CsvRows): CsvProblem | null => {
    for (const row of rows) {
      if (row.cells.length > maxCells) return tooWide(row, maxCells);
      table.add(row, splitter);
    }
    return brokenQuotes === null ? null : openQuote(brokenQuotes);
  };

  try {
    for await (const piece of csvText(source, askedEncoding(answers))) {
      part = piece.fraction;
      ({ encoding } = piece);
      if (isFirst && looksBinary(piece.text)) return refused(NOT_TEXT);
      isFirst = false;
      const wrong = accept(splitter.push(piece.text));
      if (wrong) return refused(wrong);
      await slices.rest();
      if (options.signal?.aborted) {
        return refused({ kind: 'aborted', message: 'Reading the file was stopped.' });
      }
    }
    const wrong = accept(splitter.end());
    if (wrong) return refused(wrong);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused({ kind: 'unreadable', message: `The file cannot be read: ${reason}` });
  }
  const { layout, sample, repeated } = table.end(splitter);
  options.onProgress?.({ fraction: 1, rows: sample.seen() });

  decideEncoding(encoding, decisions);
  decideSeparator(splitter.separator(), form, decisions);
  const kept = sample.rows();
  decideRows(sample, kept.length, form, decisions);
  if (kept.length === 0) {
    const message = layout.header
      ? 'The file has a header but no rows of numbers below it.'
      : 'The file has no rows.';
    return refused({ kind: 'no-rows', message });
  }
  const data = withoutSums(kept, decisions);
  const rows = form === 'series' ? seriesSteps(data) : data;
  const { separator } = splitter.separator();
  const { names } = layout;
  const columns = await profileColumns(names, rows, separator, decisions, slices.rest);
  const rowNumbers = rows.map(({ number }) => number);
  const time =
    form === 'series' ? await findTimeColumn(columns, rowNumbers, decisions, slices.rest) : null;
  return {
    ok: true,
    table: {
      name: options.name,
      form,
      rows: rows.length,
      rowNumbers,
      columns,
      time,
      badRows: badRows(rows, names.length, separator),
      decisions: decisions.list(),
      notes: [
        ...sampled(sample, kept.length),
        ...commented(splitter),
        ...notes(names, columns, repeated),
      ],
      rowsInFile: sample.seen(),
    },
  };
}

interface Rows {
  add(row: CsvRow, splitter: Splitter): void;
  end(splitter: Splitter): {
    readonly layout: Layout;
    readonly sample: RowSample;
    /** Copies of the header further down. */
    readonly repeated: number;
  };
  seen(): number;
}

type Splitter = ReturnType<typeof createRowSplitter>;

/** Takes rows as they come: the first tell what is what, the others are data. */
function createRows(options: ReadOptions, decisions: Decisions): Rows {
  const { maxRows = MAX_CSV_ROWS, random, answers } = options;
  let start: CsvRow[] = [];
  let layout: Layout | null = null;
  let sample = createRowSample({ how: 'first' }, maxRows);
  let repeated = 0;
  /** Empty rows are steps of a series only where another row follows. */
  let gap: CsvRow[] = [];

  function addData(row: CsvRow): void {
    if (row.cells.length === 0) {
      if (sample.seen() > 0) gap.push(row);
      return;
    }
    if (layout?.header && isSameRow(row, layout.header)) {
      repeated++;
      return;
    }
    for (const step of [...gap, row]) sample.add(step);
    gap = [];
  }

  function begin(splitter: Splitter): Layout {
    layout = findLayout(start, splitter.comments(), splitter.separator().separator, decisions);
    const most = Math.min(maxRows, Math.floor(MAX_KEPT_CELLS / Math.max(layout.names.length, 1)));
    const how = answers?.rows;
    sample = createRowSample(
      how === 'random' && random ? { how, random } : { how: how === 'spaced' ? 'spaced' : 'first' },
      most,
    );
    start.slice(layout.dataStart).forEach(addData);
    start = [];
    return layout;
  }

  return {
    add(row, splitter) {
      if (layout) return addData(row);
      if (start.length > 0 || row.cells.length > 0) start.push(row);
      if (start.length >= START_ROWS) begin(splitter);
    },
    end: (splitter) => ({ layout: layout ?? begin(splitter), sample, repeated }),
    seen: () => sample.seen(),
  };
}

const SEPARATOR_VALUES: Readonly<Record<Separator, string>> = {
  ';': ';',
  '\t': 'tab',
  '|': '|',
  ',': ',',
  ' ': 'space',
  '': 'none',
};

function askedSeparator(answers: Answers): Separator | null {
  return SEPARATORS.find((its) => SEPARATOR_VALUES[its] === answers.separator) ?? null;
}

function askedEncoding(answers: Answers): Encoding | null {
  return ENCODINGS.find((its) => its === answers.encoding) ?? null;
}

const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
};

function decideEncoding(encoding: Encoding | null, decisions: Decisions): void {
  if (encoding === null) return;
  decisions.decide({
    id: 'encoding',
    notice: `The characters are read as ${ENCODING_WORDS[encoding]}.`,
    options: ENCODINGS.map((value) => ({ value, label: ENCODING_WORDS[value] })),
    found: encoding,
    isNoted: encoding !== 'utf-8',
  });
}

function decideSeparator(found: FoundSeparator, form: NumbersForm, decisions: Decisions): void {
  const { separator, rival, isDeclared } = found;
  // One column would be no points.
  const isOpen = rival !== null && (form === 'series' || separator === '');
  const words = SEPARATOR_WORDS[separator];
  decisions.decide({
    id: 'separator',
    notice: isDeclared
      ? `The first line names the separator: ${words}.`
      : `The cells are separated by ${words}.`,
    asked: 'Does the sign between the digits separate two columns, or is it part of one number?',
    options: SEPARATORS.map((value) => ({
      value: SEPARATOR_VALUES[value],
      label: `Separated by ${SEPARATOR_WORDS[value]}`,
    })),
    found: isOpen ? null : SEPARATOR_VALUES[separator],
    likely: SEPARATOR_VALUES[separator],
    isNoted: isDeclared || isOpen,
  });
}

const ROW_WORDS = {
  first: 'the first ones',
  spaced: 'evenly spaced',
  random: 'chosen at random',
} as const;

function decideRows(
  sample: RowSample,
  kept: number,
  form: NumbersForm,
  decisions: Decisions,
): void {
  const inFile = sample.seen();
  if (inFile <= kept) return;
  decisions.decide({
    id: 'rows',
    asked: `The file has ${grouped(inFile)} rows; at most ${grouped(kept)} can be used. Which?`,
    options: [
      { value: 'first', label: `First ${grouped(kept)} rows` },
      { value: 'spaced', label: 'Evenly spaced rows' },
      // Rows of a series at random would be none.
      ...(form === 'series' ? [] : [{ value: 'random', label: 'Random rows' }]),
    ],
    found: null,
  });
}

function sampled(sample: RowSample, kept: number): readonly CsvWarning[] {
  const inFile = sample.seen();
  if (inFile <= kept) return [];
  const message = `${grouped(kept)} of ${grouped(inFile)} rows are used, ${ROW_WORDS[sample.how]}.`;
  return [{ kind: 'rows-sampled', message }];
}

function commented(splitter: Splitter): readonly CsvWarning[] {
  const { count, first } = splitter.commentedRows();
  if (count === 0) return [];
  const which =
    count === 1 ? `Row ${first} is` : `${grouped(count)} rows, the first is ${first}, are`;
  return [{ kind: 'rows-left-out', message: `${which} left out as comments.` }];
}

function tooWide(row: CsvRow, most: number): CsvProblem {
  const message = `Row ${row.number} has ${grouped(row.cells.length)} cells; expected ${grouped(most)} at most.`;
  return { kind: 'too-many-columns', message, row: row.number };
}

function openQuote(row: number): CsvProblem {
  const message = `Row ${row} has a quote (") that is not closed, or text right after the closing one; write a quote inside quotes twice ("").`;
  return { kind: 'broken-quotes', message, row };
}

const NOT_TEXT: CsvProblem = {
  kind: 'not-text',
  message: 'The file is not text. If it is a spreadsheet, save it as CSV first.',
};

/** Rows whose cells cannot be told to belong to columns. */
function badRows(rows: readonly CsvRow[], width: number, separator: Separator): Table['badRows'] {
  const bad = new Map<number, CsvProblem>();
  rows.forEach(({ number, cells }, row) => {
    const extra = cells.findIndex((cell, at) => at >= width && cell !== '');
    if (extra >= 0) {
      const value = cells[extra];
      const message = `Row ${number} has ${cells.length} cells; expected ${width}, as in other rows. The first extra cell is "${shortened(value)}".`;
      bad.set(row, { kind: 'extra-cells', message, row: number, value });
    } else if (separator === ' ' && cells.length > 0 && cells.length < width) {
      const message = `Row ${number} has ${cells.length} of ${width} cells. With spaces as separators, the missing cell cannot be identified; write NA in its place.`;
      bad.set(row, { kind: 'missing', message, row: number });
    }
  });
  return bad;
}

function notes(
  names: readonly string[],
  columns: readonly ColumnProfile[],
  repeated: number,
): readonly CsvWarning[] {
  const found: CsvWarning[] = [];
  if (repeated > 0) {
    const message = `The row of names is repeated ${repeated === 1 ? 'once' : `${repeated} times`}; the copies are left out.`;
    found.push({ kind: 'header-repeated', message });
  }
  const isBroken = (text: string) => text.includes('\uFFFD');
  const text = columns.filter(({ kind }) => kind === 'text').flatMap(({ cells }) => cells);
  const broken = [...names, ...text].find(isBroken);
  if (broken !== undefined) {
    const message = `Some characters cannot be read, as in "${shortened(broken)}"; choose another encoding.`;
    found.push({ kind: 'characters', message });
  }
  return found;
}
