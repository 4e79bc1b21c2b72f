/**
 * Own data as scripts and the command line give them: a table as text or bytes, or arrays of numbers
 * with names. A script cannot be asked: an open
 * question refuses the data, and the message lists the possible answers.
 */
import type { Random } from '../../math/random.ts';
import { inWords, shortened } from '../../settings/words.ts';
import { NO_CLASS, type NumbersForm, type OwnData, ownDataProblem } from '../ownData.ts';
import {
  type ColumnChoice,
  chooseColumns,
  defaultChoice,
  leftOut,
  summarised,
} from './chooseColumns.ts';
import type { CsvProblem } from './csvResult.ts';
import type { CsvSource } from './csvText.ts';
import { type Answers, quotedList } from './decisions.ts';
import { readTable } from './readTable.ts';
import type { ColumnProfile, Table } from './table.ts';

/** How a table is read; what is left out the reader decides by itself. */
export interface TableRequest {
  /** Names of the columns of numbers, in the order wanted. */
  readonly columns?: readonly string[];
  /** Name of the column of classes; null for none. */
  readonly classes?: string | null;
  /** Answers to what the reader asks, by the ids that its questions name. */
  readonly answers?: Answers;
  /** Leaves rows with bad cells out of points, and takes such cells of a series for missing. */
  readonly leaveOutBadRows?: boolean;
}

export interface TableContext {
  readonly name: string;
  readonly form: NumbersForm;
  /** For a random choice among too many rows. */
  readonly random?: Random;
}

/** Rows of numbers, and what the columns are called. */
export interface ScriptRows {
  /** N rows of D numbers each; null or NaN where a value of a series is missing. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** D names; x1, x2 and so on unless given. */
  readonly columns?: readonly string[];
  /** N classes of points; null where one is not known. */
  readonly classes?: readonly (string | number | null)[];
}

export interface ScriptedData {
  readonly data: OwnData;
  /** What the reader did that one should know of, a sentence each. */
  readonly notes: readonly string[];
}

/** What is wrong with data a script gave, in sentences. */
export class DataRefused extends Error {
  override readonly name = 'DataRefused';
}

/** @throws DataRefused that names what is wrong, and how to answer what is asked */
export async function readScriptedTable(
  source: CsvSource,
  request: TableRequest,
  { name, form, random }: TableContext,
): Promise<ScriptedData> {
  const { answers = {} } = request;
  const reading = await readTable(source, { name, form, answers, ...(random && { random }) });
  if (!reading.ok) throw new DataRefused(summarised(reading.problems).join('\n'));
  const { table } = reading;
  checkAnswers(table, answers);
  const choice = choiceOf(table, request);
  const chosen = chooseColumns(table, choice);
  if (!chosen.ok) throw new DataRefused(problemsInWords(chosen.problems));
  const notes = [...chosen.warnings, ...(request.columns ? [] : leftOut(table, choice))];
  return { data: chosen.data, notes: notes.map(({ message }) => message) };
}

/** @throws DataRefused that names what is wrong */
export function readScriptRows(given: ScriptRows, name: string, form: NumbersForm): OwnData {
  const { rows, classes } = given;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw new DataRefused('The data hold no "rows"; expected an array of arrays of numbers.');
  }
  const width = rows[0]?.length ?? 0;
  const columns = given.columns ?? Array.from({ length: width }, (_, at) => `x${at + 1}`);
  if (!Array.isArray(columns) || !columns.every((its) => typeof its === 'string')) {
    throw new DataRefused('The "columns" of the data have to be an array of names.');
  }
  rows.forEach((row, at) => {
    if (row.length === columns.length) return;
    throw new DataRefused(
      `Row ${at + 1} of the data has ${row.length} numbers; expected ${columns.length}, one for each column.`,
    );
  });
  const data: OwnData = {
    name,
    rows: rows.length,
    columns,
    values: Float64Array.from(rows.flat(), (value) => numberOf(value)),
    labels: classes === undefined || form === 'series' ? null : classNumbers(classes, rows.length),
  };
  const problem = ownDataProblem(data, form);
  if (problem !== null) throw new DataRefused(problem);
  return data;
}

function numberOf(value: unknown): number {
  if (value === null) return Number.NaN;
  if (typeof value === 'number') return value;
  throw new DataRefused(`The data hold ${inWords(value)}; expected numbers.`);
}

/** Classes from 0, in order of appearance. */
function classNumbers(classes: NonNullable<ScriptRows['classes']>, rows: number): Int32Array {
  if (!Array.isArray(classes) || classes.length !== rows) {
    throw new DataRefused(
      `There are ${classes.length} classes for ${rows} rows; expected one for each row.`,
    );
  }
  const known = [...new Set(classes.filter((its) => its !== null))];
  return Int32Array.from(classes, (its) => (its === null ? NO_CLASS : known.indexOf(its)));
}

function choiceOf(table: Table, { columns, classes, leaveOutBadRows }: TableRequest): ColumnChoice {
  const suggested = defaultChoice(table);
  const values = columns
    ? columns.map((name) => numbersNamed(table, name).position)
    : suggested.values.filter((position) => table.columns[position].name !== classes);
  const label =
    classes === null
      ? null
      : classes === undefined
        ? suggested.label
        : columnNamed(table, classes).position;
  return {
    values,
    label: label !== null && values.includes(label) ? null : label,
    isDated: suggested.isDated && !values.includes(table.time?.position ?? -1),
    badRows: leaveOutBadRows ? 'leave-out' : 'refuse',
  };
}

function numbersNamed(table: Table, name: string): ColumnProfile {
  const column = columnNamed(table, name);
  if (column.kind === 'numbers') return column;
  const example = column.cells.find((cell) => cell !== '');
  const found =
    example === undefined ? 'is empty' : `holds no numbers, but "${shortened(example, 24)}"`;
  throw new DataRefused(`Column "${shortened(name)}" ${found}; expected numbers.`);
}

function columnNamed({ columns }: Table, name: string): ColumnProfile {
  const column = columns.find((its) => its.name === name);
  if (column) return column;
  const known = quotedList(
    columns.map((its) => its.name),
    20,
  );
  throw new DataRefused(`There is no column "${shortened(name)}". The file has ${known}.`);
}

function checkAnswers({ decisions }: Table, answers: Answers): void {
  for (const [id, value] of Object.entries(answers)) {
    const decision = decisions.find((its) => its.id === id);
    if (!decision) {
      const known = decisions.map((its) => its.id).join(', ') || 'none';
      throw new DataRefused(`There is no question named ${inWords(id)}. Questions here: ${known}.`);
    }
    const { options } = decision;
    if (options.some((option) => option.value === value)) continue;
    const expected = options.map((option) => `"${option.value}"`).join(' or ');
    throw new DataRefused(`The answer to "${id}" is ${inWords(value)}; expected ${expected}.`);
  }
}

/** The same problem in many rows a few times; a question with the answers it takes. */
function problemsInWords(problems: readonly CsvProblem[]): string {
  const questions = problems.flatMap(({ question }) => (question ? [question] : []));
  const others = problems.filter(({ question }) => !question);
  return [
    ...summarised(others),
    ...questions.map(({ id, text, options }) => {
      const answers = options.map(({ value, label }) => `${id}=${value} (${label})`);
      return `${text} Answers: ${answers.join(', ')}.`;
    }),
  ].join('\n');
}
