import type { OwnData } from '../ownData.ts';
import { chooseColumns, defaultChoice, leftOut } from './chooseColumns.ts';
import type { CsvProblem, CsvWarning } from './csvResult.ts';
import type { CsvSource } from './csvText.ts';
import { type ReadOptions, readTable } from './readTable.ts';

export type CsvResult =
  | {
      readonly ok: true;
      readonly data: OwnData;
      readonly warnings: readonly CsvWarning[];
      /** Rows of data in the file, kept or not. */
      readonly rowsInFile: number;
    }
  | {
      readonly ok: false;
      readonly problems: readonly CsvProblem[];
      readonly rowsInFile: number;
    };

export interface CsvOptions extends ReadOptions {
  /** What to do with rows that hold bad cells; they refuse the file unless given. */
  readonly badRows?: 'refuse' | 'leave-out';
}

/** Own data from a CSV file with the columns it suggests by itself, as Enter takes them. */
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
