import { isConstant, type OwnData, ownDataProblem } from '../ownData.ts';
import { readCell } from './csvCells.ts';
import { type CsvColumns, chooseColumns, type TableOfCells } from './csvColumns.ts';
import { type CsvProblem, type CsvWarning, grouped } from './csvResult.ts';
import type { CsvRow } from './csvRows.ts';
import { ROWS_PER_REST } from './timeSlices.ts';

/** What to do with rows that hold bad cells: refuse the file, or leave them out and say so. */
export type BadRows = 'refuse' | 'leave-out';

export interface CsvTable extends TableOfCells {
  readonly name: string;
  readonly badRows: BadRows;
  /** 1 or 2 */
  readonly minColumns: number;
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
  const columns = await chooseColumns(table, rest);
  const wrongWidth = widthProblem(columns, table);
  if (wrongWidth) return failed(wrongWidth);

  const used = [...columns.numeric, ...(columns.label === null ? [] : [columns.label])];
  const problems: CsvProblem[] = [];
  const good: CsvRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_PER_REST === 0) await rest();
    const before = problems.length;
    checkRow(row, columns, used, table.decimalComma, problems);
    if (problems.length === before) good.push(row);
  }
  const warnings: CsvWarning[] = [...columns.warnings];
  if (problems.length > 0) {
    if (table.badRows === 'refuse' || good.length === 0) return { ok: false, problems };
    const left = table.rows.length - good.length;
    warnings.push({
      kind: 'rows-left-out',
      message: `${grouped(left)} of ${grouped(table.rows.length)} rows are left out, because cells are missing or are not numbers.`,
    });
  }

  const data = await ownData(table, columns, good, rest);
  const problem = ownDataProblem(data, table.minColumns);
  if (problem !== null) return failed({ kind: 'constant', message: problem });
  data.columns.forEach((column, index) => {
    if (!isConstant(data, index)) return;
    const message = `"${column}" is ${data.values[index]} in every row, so it tells nothing apart.`;
    warnings.push({ kind: 'constant-column', message });
  });
  return { ok: true, data, warnings };
}

function failed(problem: CsvProblem): TableResult {
  return { ok: false, problems: [problem] };
}

function widthProblem(
  columns: CsvColumns,
  { minColumns, maxColumns }: CsvTable,
): CsvProblem | null {
  const count = columns.numeric.length;
  if (count === 0) {
    const expected = minColumns === 1 ? 'one' : 'two, such as "1.5,2"';
    const message = `The file has no column of numbers; expected at least ${expected}.`;
    return { kind: 'no-numbers', message };
  }
  if (count < minColumns) {
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
  columns: CsvColumns,
  used: readonly number[],
  decimalComma: boolean,
  problems: CsvProblem[],
): void {
  const width = columns.names.length;
  const extra = row.cells.findIndex((cell, position) => position >= width && cell !== '');
  if (extra >= 0) {
    const value = row.cells[extra];
    const message = `Row ${row.number} has ${row.cells.length} cells, the first of them too many is "${value}"; expected ${width}, as in other rows.`;
    problems.push({ kind: 'extra-cells', message, row: row.number, value });
  }
  for (const position of used) {
    const value = row.cells[position] ?? '';
    const { kind } = readCell(value, decimalComma);
    // Labels may be any text.
    if (kind === 'number' || (position === columns.label && kind !== 'missing')) continue;
    const column = columns.names[position];
    const expected = position === columns.label ? 'a label' : 'a number';
    const message = cellMessage(kind, row.number, column, value, expected, decimalComma);
    problems.push({ kind, message, row: row.number, column, value });
  }
}

function cellMessage(
  kind: 'missing' | 'not-finite' | 'text',
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
      const cell = readCell(cells[position], table.decimalComma);
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
