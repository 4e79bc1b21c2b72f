import { chooseColumns, defaultChoice, leftOut } from './chooseColumns.ts';
import type { CsvResult } from './csvResult.ts';
import type { CsvSource } from './csvText.ts';
import { type ReadOptions, readTable } from './readTable.ts';

export interface CsvOptions extends ReadOptions {
  /** What to do with rows that hold bad cells; they refuse the file unless told. */
  readonly badRows?: 'refuse' | 'leave-out';
}

/**
 * Own data from a CSV file, with the columns it suggests by itself: for scripts, where nobody can
 * choose. Refuses a file that leaves a question open, with its text and the answers there are.
 *
 * Never throws or rejects: all trouble is in the result.
 */
export async function parseCsv(source: CsvSource, options: CsvOptions): Promise<CsvResult> {
  const reading = await readTable(source, options);
  const { badRows = 'refuse' } = options;
  if (!reading.ok) {
    return { ok: false, problems: reading.problems, rowsInFile: reading.rowsInFile };
  }
  const { table } = reading;
  const choice = { ...defaultChoice(table), badRows };
  const chosen = chooseColumns(table, choice);
  const { rowsInFile } = table;
  if (!chosen.ok) return { ok: false, problems: chosen.problems, rowsInFile };
  const warnings = [...chosen.warnings, ...leftOut(table, choice)];
  return { ok: true, data: chosen.data, warnings, rowsInFile };
}
