import {
  LEAST_COLUMNS,
  type OwnData,
  type OwnForm,
  onlyValue,
  ownDataProblem,
} from '../ownData.ts';
import { type Cell, readCell } from './csvCells.ts';
import { type CsvColumns, chooseColumns, type TableOfCells } from './csvColumns.ts';
import { missingValues, seriesSteps } from './csvGaps.ts';
import { type CsvProblem, type CsvWarning, grouped } from './csvResult.ts';
import type { CsvRow } from './csvRows.ts';
import { ROWS_PER_REST } from './timeSlices.ts';

/** What to do with rows that hold bad cells: refuse the file, or leave them out and say so. */
export type BadRows = 'refuse' | 'leave-out';

export interface CsvTable extends TableOfCells {
  readonly name: string;
  readonly badRows: BadRows;
  /** What the rows are. Those of a series may have no cells. */
  readonly form: OwnForm;
  readonly delimiter: string;
  readonly maxColumns: number;
}

export type TableResult =
  | { readonly ok: true; readonly data: OwnData; readonly warnings: readonly CsvWarning[] }
  | { readonly ok: false; readonly problems: readonly CsvProblem[] };

/**
 * Numbers and labels of a table of cells, or everything that is wrong with it.
 *
 * @param rest awaited now and then, so that a large table does not hold up the page
 */
export async function readTable(table: CsvTable, rest: () => Promise<void>): Promise<TableResult> {
  if (table.rows.length === 0) {
    const message = table.header
      ? 'The file has a header but no rows of numbers below it.'
      : 'The file has no rows.';
    return failed({ kind: 'no-rows', message });
  }
  const isSeries = table.form === 'series';
  const rows = isSeries ? seriesSteps(table.rows) : table.rows;
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const found = await chooseColumns({ ...table, rows: filled }, rest);
  const columns = isSeries ? withoutLabels(found) : found;
  const wrongWidth = widthProblem(columns, table);
  if (wrongWidth) return failed(wrongWidth);

  const problems: CsvProblem[] = [];
  const good: CsvRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_PER_REST === 0) await rest();
    const before = problems.length;
    checkRow(row, columns, table, problems);
    if (problems.length === before) good.push(row);
  }
  const warnings: CsvWarning[] = [...columns.warnings];
  if (problems.length > 0) {
    if (table.badRows === 'refuse' || good.length === 0) return { ok: false, problems };
    const left = rows.length - good.length;
    warnings.push({
      kind: 'rows-left-out',
      message: `${grouped(left)} of ${grouped(rows.length)} rows are left out, because cells are missing or are not numbers.`,
    });
  }

  const data = await ownData(table, columns, good, rest);
  const problem = ownDataProblem(data, table.form);
  if (problem !== null) return failed({ kind: 'constant', message: problem });
  data.columns.forEach((column, index) => {
    const value = onlyValue(data, index);
    if (value === null) return;
    const use = table.form === 'series' ? 'shows no motion' : 'tells nothing apart';
    const message = `"${column}" is ${value} in every row, so it ${use}.`;
    warnings.push({ kind: 'constant-column', message });
  });
  const missing = missingValues(data, good);
  if (missing) warnings.push(missing);
  return { ok: true, data, warnings };
}

function failed(problem: CsvProblem): TableResult {
  return { ok: false, problems: [problem] };
}

/** A series has no classes: text in it is of no use. */
function withoutLabels(columns: CsvColumns): CsvColumns {
  if (columns.label === null) return columns;
  const message = `"${columns.names[columns.label]}" is left out: a series has no labels.`;
  const warnings = [...columns.warnings, { kind: 'column-left-out' as const, message }];
  return { ...columns, label: null, warnings };
}

function widthProblem(columns: CsvColumns, { form, maxColumns }: CsvTable): CsvProblem | null {
  const count = columns.numeric.length;
  if (count === 0) {
    const expected = LEAST_COLUMNS[form] === 1 ? 'one' : 'two, such as "1.5,2"';
    const message = `The file has no column of numbers; expected at least ${expected}.`;
    return { kind: 'no-numbers', message };
  }
  if (count < LEAST_COLUMNS[form]) {
    const only = columns.names[columns.numeric[0]];
    const message = `The file has only one column of numbers, "${only}"; expected at least two, separated by commas, semicolons, tabs or spaces.`;
    return { kind: 'one-column', message, column: only };
  }
  if (count > maxColumns) {
    const message = `The file has ${count} columns of numbers; at most ${maxColumns} can be used.`;
    return { kind: 'too-many-columns', message };
  }
  return null;
}

function checkRow(
  row: CsvRow,
  { names, numeric, label }: CsvColumns,
  { form, delimiter, decimalComma }: CsvTable,
  problems: CsvProblem[],
): void {
  const width = names.length;
  const extra = row.cells.findIndex((cell, position) => position >= width && cell !== '');
  if (extra >= 0) {
    const value = row.cells[extra];
    const message = `Row ${row.number} has ${row.cells.length} cells, the first of them too many is "${value}"; expected ${width}, as in other rows.`;
    problems.push({ kind: 'extra-cells', message, row: row.number, value });
  }
  const isShort = row.cells.length > 0 && row.cells.length < width;
  if (form === 'series' && delimiter === ' ' && isShort) {
    const message = `Row ${row.number} has ${row.cells.length} of ${width} cells, and between spaces nobody can tell which is missing; write NA for it.`;
    problems.push({ kind: 'missing', message, row: row.number });
    return;
  }
  for (const position of label === null ? numeric : [...numeric, label]) {
    const value = row.cells[position] ?? '';
    const { kind } = readCell(value, decimalComma);
    // Labels may be any text.
    if (kind === 'number' || (position === label && kind !== 'missing')) continue;
    if (form === 'series' && (kind === 'missing' || kind === 'not-a-number')) continue;
    const column = names[position];
    const expected = position === label ? 'a label' : 'a number';
    const message = cellMessage(kind, row.number, column, value, expected, decimalComma);
    const problem = kind === 'not-a-number' ? 'not-finite' : kind;
    problems.push({ kind: problem, message, row: row.number, column, value });
  }
}

function cellMessage(
  kind: Exclude<Cell['kind'], 'number'>,
  row: number,
  column: string,
  value: string,
  expected: string,
  decimalComma: boolean,
): string {
  const place = `Row ${row}, column "${column}"`;
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  switch (kind) {
    case 'missing':
      return value === ''
        ? `${place} is empty; expected ${expected}.`
        : `${place} is missing ("${shown}"); expected ${expected}.`;
    case 'not-a-number':
    case 'not-finite':
      return `${place} is "${shown}"; expected a finite number.`;
    case 'text':
      return `${place} is "${shown}"; expected a number such as ${decimalComma ? '1,5 or 1.5' : '1.5'}.`;
  }
}

async function ownData(
  table: CsvTable,
  columns: CsvColumns,
  rows: readonly CsvRow[],
  rest: () => Promise<void>,
): Promise<OwnData> {
  const values = new Float64Array(rows.length * columns.numeric.length);
  let next = 0;
  for (const [index, { cells }] of rows.entries()) {
    if (index % ROWS_PER_REST === 0) await rest();
    for (const position of columns.numeric) {
      const cell = readCell(cells[position] ?? '', table.decimalComma);
      values[next++] = cell.kind === 'number' ? cell.value : Number.NaN;
    }
  }
  return {
    name: table.name,
    rows: rows.length,
    columns: columns.numeric.map((position) => columns.names[position]),
    values,
    labels: columns.label === null ? null : classNumbers(rows, columns.label),
  };
}

/** Classes from 0: in numeric order if all labels are numbers, else in order of appearance. */
function classNumbers(rows: readonly CsvRow[], position: number): Int32Array {
  const classes = [...new Set(rows.map(({ cells }) => cells[position]))];
  if (classes.every((label) => Number.isFinite(Number(label)))) {
    classes.sort((a, b) => Number(a) - Number(b));
  }
  const numbers = new Map(classes.map((label, index) => [label, index]));
  return Int32Array.from(rows, ({ cells }) => numbers.get(cells[position]) ?? 0);
}
