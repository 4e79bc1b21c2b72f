/** From a table and a choice of its columns to own data, or to what is wrong with them. */
import { grouped, shortened } from '../../settings/words.ts';
import { LEAST_COLUMNS, NO_CLASS, type OwnData, onlyValue, ownDataProblem } from '../ownData.ts';
import { missingValues } from './csvGaps.ts';
import type { CsvProblem, CsvWarning } from './csvResult.ts';
import { quotedList } from './decisions.ts';
import { readCell } from './numerals.ts';
import { MAX_COLUMNS, suggestRoles } from './suggestRoles.ts';
import type { BadCell, ColumnProfile, Table } from './table.ts';
import { isAxis, mayBeAxis, rowsInTime, timeInWords } from './timeAxis.ts';

export interface ColumnChoice {
  /** Positions of the columns of numbers. */
  readonly values: readonly number[];
  /** Position of the column of classes; null for none. */
  readonly label: number | null;
  /** Whether the column of dates of the table, if it has one, is the axis; it is not among the values then. */
  readonly isDated: boolean;
  /**
   * What to do with rows that hold bad cells: refuse them, or leave them out of points and take the
   * cells of a series for missing.
   */
  readonly badRows: 'refuse' | 'leave-out';
}

export type ChosenData =
  | { readonly ok: true; readonly data: OwnData; readonly warnings: readonly CsvWarning[] }
  | {
      readonly ok: false;
      /** All of them, in the order of the file. */
      readonly problems: readonly CsvProblem[];
    };

/** The choice a table suggests by itself. */
export function defaultChoice(table: Table): ColumnChoice {
  const roles = suggestRoles(table);
  const label = roles.findIndex(({ role }) => role === 'class');
  const values = roles.flatMap(({ role }, position) => (role === 'value' ? [position] : []));
  const { time, rows } = table;
  return {
    values,
    label: label < 0 ? null : label,
    isDated: time !== null && isAxis(time, rows) && !values.includes(time.position),
    badRows: 'refuse',
  };
}

/**
 * A choice made in one reading of a file, for another one with the same columns: where dates are read in
 * another way, they may not be able to be the axis any more.
 */
export function choiceFor(table: Table, choice: ColumnChoice): ColumnChoice {
  const { time, rows } = table;
  const mayBeDated =
    time !== null && mayBeAxis(time, rows) && !choice.values.includes(time.position);
  return { ...choice, isDated: choice.isDated && mayBeDated };
}

/** Numbers and classes of the chosen columns. What is open in the table is a problem. */
export function chooseColumns(table: Table, asked: ColumnChoice): ChosenData {
  // Dates far apart at short steps would put millions of missing rows between them.
  const choice = choiceFor(table, asked);
  const open = table.decisions.filter(({ isOpen }) => isOpen);
  if (open.length > 0) {
    return {
      ok: false,
      problems: open.map((question) => ({ kind: 'question', message: question.text, question })),
    };
  }
  const columns = choice.values.map((position) => table.columns[position]);
  const width = widthProblem(table, columns);
  if (width) return { ok: false, problems: [width] };
  const problems = problemsOf(table, columns);
  const isPoints = table.form === 'points';
  const bad = new Set(problems.map(({ at }) => at));
  if (problems.length > 0 && (choice.badRows === 'refuse' || bad.size === table.rows)) {
    return { ok: false, problems: problems.map(({ problem }) => problem) };
  }
  // A series would jump where a row is left out: there the cells are missing.
  const kept = rowsInTime(table, choice.isDated).filter(
    (row) => !(isPoints && row !== null && bad.has(row)),
  );
  const data = ownData(table, columns, choice, kept);
  const problem = ownDataProblem(data, table.form);
  if (problem !== null) return { ok: false, problems: [{ kind: 'constant', message: problem }] };
  return { ok: true, data, warnings: warningsOf(table, data, choice, kept, bad.size) };
}

/** At most three problems of a kind in a column, in the order of the file, and how many more. */
export function summarised(problems: readonly CsvProblem[]): readonly string[] {
  const lines: string[] = [];
  const groups = new Map<string, CsvProblem[]>();
  for (const problem of problems) {
    const key = `${problem.kind} ${problem.column ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  for (const group of groups.values()) {
    lines.push(...group.slice(0, 3).map(({ message }) => message));
    const { column } = group[0];
    const where = column === undefined ? '' : ` in "${shortened(column, 24)}"`;
    if (group.length > 3) lines.push(`And ${grouped(group.length - 3)} more of this kind${where}.`);
  }
  return lines;
}

function widthProblem(table: Table, chosen: readonly ColumnProfile[]): CsvProblem | null {
  const { form, columns } = table;
  const least = LEAST_COLUMNS[form];
  if (chosen.length > MAX_COLUMNS[form]) {
    const message = `${chosen.length} columns are chosen; at most ${MAX_COLUMNS[form]} can be used.`;
    return { kind: 'too-many-columns', message };
  }
  if (chosen.length >= least) return null;
  const numeric = columns.filter(({ kind }) => kind === 'numbers');
  if (numeric.length >= least) {
    const message = `${chosen.length === 0 ? 'No column is' : 'Only one column is'} chosen; expected at least ${least}.`;
    return { kind: 'too-few-columns', message };
  }
  if (numeric.length === 1) {
    const only = numeric[0].name;
    const message = `The file has only one column of numbers, "${shortened(only)}"; expected at least two, separated by commas, semicolons, tabs or spaces.${textCell(table, /\d/)}`;
    return { kind: 'one-column', message, column: only };
  }
  const expected = least === 1 ? 'one' : 'two, such as "1.5,2"';
  const message = `The file has no column of numbers; expected at least ${expected}.${textCell(table, /./)}`;
  return { kind: 'no-numbers', message };
}

/** A sentence with the first cell of text of a column that begins with such a cell, if there is one. */
function textCell({ columns, rowNumbers }: Table, pattern: RegExp): string {
  for (const { kind, name, cells } of columns) {
    if (kind !== 'text') continue;
    const row = cells.findIndex((cell) => readCell(cell).kind === 'text');
    if (!pattern.test(cells[row])) continue;
    return ` Row ${rowNumbers[row]}, column "${shortened(name)}" is "${shortened(cells[row])}".`;
  }
  return '';
}

interface RowProblem {
  readonly at: number;
  readonly problem: CsvProblem;
}

function problemsOf(table: Table, columns: readonly ColumnProfile[]): readonly RowProblem[] {
  const problems: RowProblem[] = [...table.badRows].map(([at, problem]) => ({ at, problem }));
  for (const column of columns)
    for (const cell of column.bad) {
      // A series bridges what is missing.
      if (cell.kind === 'missing' && table.form === 'series') continue;
      problems.push({ at: cell.row, problem: cellProblem(table, column, cell) });
    }
  return problems.sort((a, b) => a.at - b.at);
}

function cellProblem(table: Table, column: ColumnProfile, { row, kind }: BadCell): CsvProblem {
  const value = column.cells[row];
  const number = table.rowNumbers[row];
  const place = `Row ${number}, column "${shortened(column.name)}"`;
  const shown = shortened(value);
  const isNotANumber = readCell(value).kind === 'not-a-number';
  const found = {
    missing: value === '' ? `${place} is empty` : `${place} is missing ("${shown}")`,
    'not-finite': `${place} is "${shown}"`,
    text: `${place} is "${shown}"`,
  }[isNotANumber ? 'not-finite' : kind];
  const expected = {
    missing: 'a number',
    'not-finite': 'a finite number',
    text: `a number such as ${column.example}`,
  }[isNotANumber ? 'not-finite' : kind];
  const message = `${found}; expected ${expected}.`;
  return {
    kind: isNotANumber ? 'not-finite' : kind,
    message,
    row: number,
    column: column.name,
    value,
  };
}

function ownData(
  table: Table,
  columns: readonly ColumnProfile[],
  { label, isDated }: ColumnChoice,
  kept: readonly (number | null)[],
): OwnData {
  const values = new Float64Array(kept.length * columns.length);
  const numbers = columns.map((column) => numbersOf(table, column));
  let next = 0;
  for (const row of kept)
    for (const column of numbers) values[next++] = row === null ? Number.NaN : column[row];
  const classes = label === null || table.form === 'series' ? null : table.columns[label].cells;
  const spacing = isDated ? table.time?.spacing : null;
  return {
    name: table.name,
    rows: kept.length,
    columns: columns.map(({ name }) => name),
    values,
    labels: classes && classNumbers(kept.map((row) => classes[row ?? -1] ?? '')),
    ...(spacing && spacing.kind !== 'uneven' && { calendar: spacing.calendar }),
  };
}

/** N: of a column as data. Dates are years then. */
const numbersOf = ({ time }: Table, { position, values }: ColumnProfile): Float64Array =>
  time?.position === position ? time.values : values;

/** What the column of dates is used as, under a choice. */
export function timeUse({ time }: Table, { values, isDated }: ColumnChoice) {
  if (time && values.includes(time.position)) return 'data';
  return isDated ? 'axis' : 'nothing';
}

/** Classes from 0: in numeric order if all are numbers, else in order of appearance. */
function classNumbers(cells: readonly string[]): Int32Array {
  const isMissing = (cell: string) => ['missing', 'not-a-number'].includes(readCell(cell).kind);
  const classes = [...new Set(cells.filter((cell) => !isMissing(cell)))];
  if (classes.every((label) => Number.isFinite(Number(label)))) {
    classes.sort((a, b) => Number(a) - Number(b));
  }
  const numbers = new Map(classes.map((label, index) => [label, index]));
  return Int32Array.from(cells, (cell) => numbers.get(cell) ?? NO_CLASS);
}

function warningsOf(
  table: Table,
  data: OwnData,
  choice: ColumnChoice,
  kept: readonly (number | null)[],
  bad: number,
): readonly CsvWarning[] {
  const { form, rows, rowNumbers, decisions, notes } = table;
  const time = timeInWords(table, timeUse(table, choice));
  const warnings: CsvWarning[] = [
    ...notes,
    ...decisions
      .filter(({ isNoted, isQuestion }) => isNoted && !isQuestion)
      .map(({ text }) => ({ kind: 'read-as' as const, message: text })),
    ...(time ? [{ kind: 'read-as' as const, message: time }] : []),
  ];
  if (bad > 0) {
    const message =
      form === 'points'
        ? `${grouped(bad)} of ${grouped(rows)} rows are left out, because cells are missing or are not numbers.`
        : `Cells that are not numbers count as missing, in ${grouped(bad)} of ${grouped(rows)} rows.`;
    warnings.push({ kind: 'rows-left-out', message });
  }
  data.columns.forEach((column, index) => {
    const value = onlyValue(data, index);
    if (value === null) return;
    const use = form === 'series' ? 'shows no motion' : 'tells nothing apart';
    const message = `"${column}" is ${value} in every row, so it ${use}.`;
    warnings.push({ kind: 'constant-column', message });
  });
  const unknown = data.labels?.filter((label) => label === NO_CLASS).length ?? 0;
  if (unknown > 0) {
    const message = `${grouped(unknown)} of ${grouped(data.rows)} points have no class; they are drawn in grey.`;
    warnings.push({ kind: 'classes-missing', message });
  }
  const missing =
    form === 'series'
      ? missingValues(
          data,
          kept.map((row) => (row === null ? null : rowNumbers[row])),
        )
      : null;
  if (missing) warnings.push(missing);
  return warnings;
}

/** What a choice leaves out of a table, reported where no question was asked. */
export function leftOut(table: Table, choice: ColumnChoice): readonly CsvWarning[] {
  const used = new Set([...choice.values, choice.label]);
  const byReason = new Map<string, string[]>();
  suggestRoles(table).forEach(({ role, reason }, position) => {
    const { name, kind } = table.columns[position];
    // A separator at the end of each line makes a nameless empty column: nothing to tell.
    const isNameless = kind === 'empty' && name === `column ${position + 1}`;
    if (role !== 'leave-out' || used.has(position) || isNameless) return;
    // That has a sentence of its own.
    if (table.time?.position === position) return;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  });
  return [...byReason].map(([reason, names]) => {
    const rest = names.length === 1 ? `is left out: it ${reason}` : `are left out: each ${reason}`;
    return { kind: 'column-left-out', message: `${quotedList(names)} ${rest}.` };
  });
}
