import { readCell } from './csvCells.ts';
import { type CsvWarning, grouped } from './csvResult.ts';
import type { CsvRow } from './csvRows.ts';

/** Text columns with fewer different values than this can be class labels. */
const LABEL_LIMIT = 50;

const LABEL_NAME = /^(labels?|class(es)?|clusters?|arms?|groups?|species|category|target)$/i;

export interface TableOfCells {
  readonly header: CsvRow | null;
  readonly rows: readonly CsvRow[];
  readonly decimalComma: boolean;
}

/** How the columns of a table are used. */
export interface CsvColumns {
  readonly names: readonly string[];
  /** Positions of the columns of numbers. */
  readonly numeric: readonly number[];
  /** Position of the column of class labels; null if there is none. */
  readonly label: number | null;
  readonly warnings: readonly CsvWarning[];
}

/** A header is a first row without any number in it. */
export function isHeader(row: CsvRow, decimalComma: boolean): boolean {
  return row.cells.every((cell) => {
    const { kind } = readCell(cell, decimalComma);
    return kind === 'text' || kind === 'missing';
  });
}

/** Decides from names and cells which columns hold numbers and which one holds labels. */
export async function chooseColumns(
  { header, rows, decimalComma }: TableOfCells,
  rest: () => Promise<void>,
): Promise<CsvColumns> {
  const width = header?.cells.length ?? commonWidth(rows);
  const names = columnNames(header, width);
  const numeric: number[] = [];
  const labels: number[] = [];
  const warnings: CsvWarning[] = [];
  const leaveOut = (column: number, why: string) =>
    warnings.push({ kind: 'column-left-out', message: `"${names[column]}" is left out: ${why}.` });

  for (let column = 0; column < width; column++) {
    await rest();
    const { numbers, texts, distinct } = countCells(rows, column, decimalComma);
    const named = header !== null && LABEL_NAME.test(header.cells[column]);
    if (named && distinct > 0 && distinct < LABEL_LIMIT) {
      labels.push(column);
    } else if (numbers + texts === 0) {
      // A separator at the end of each line makes a nameless empty column: nothing to tell.
      if (header?.cells[column]) leaveOut(column, 'it is empty');
    } else if (numbers >= texts) {
      numeric.push(column);
    } else if (distinct < LABEL_LIMIT && distinct < rows.length) {
      labels.push(column);
    } else {
      leaveOut(column, `it holds text with ${grouped(distinct)} different values`);
    }
  }

  const isNamed = (column: number) => LABEL_NAME.test(header?.cells[column] ?? '');
  const label = labels.find(isNamed) ?? labels[0] ?? null;
  for (const column of labels) {
    if (column !== label) leaveOut(column, `the labels come from "${names[label ?? 0]}"`);
  }
  return { names, numeric, label, warnings };
}

/** The number of cells most rows have. */
function commonWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function columnNames(header: CsvRow | null, width: number): string[] {
  const names: string[] = [];
  for (let column = 0; column < width; column++) {
    const given = header?.cells[column] || `column ${column + 1}`;
    names.push(names.includes(given) ? `${given} (column ${column + 1})` : given);
  }
  return names;
}

function countCells(rows: readonly CsvRow[], column: number, decimalComma: boolean) {
  const distinct = new Set<string>();
  let numbers = 0;
  let texts = 0;
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    const { kind } = readCell(cell, decimalComma);
    if (kind === 'missing') continue;
    distinct.add(cell);
    if (kind === 'text') texts++;
    else numbers++;
  }
  return { numbers, texts, distinct: distinct.size };
}
