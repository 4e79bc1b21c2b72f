/** Reads a CSV file as the dialog's choices say. Everything that reading takes is loaded with this. */
import type { CsvResult } from '../../../datasets/csv/csvResult.ts';
import { type CsvOptions, type CsvProgress, parseCsv } from '../../../datasets/csv/parseCsv.ts';
import type { RowsKept } from '../../../datasets/csv/rowSample.ts';
import { createRandom } from '../../../math/random.ts';

export type CsvChoice = { readonly rows?: 'first' | 'spaced' | 'random'; readonly leaveOut?: true };

export interface CsvReading extends Pick<CsvOptions, 'form' | 'maxColumns'> {
  /** For a random choice of rows. */
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CsvProgress) => void;
}

/** All trouble with the file is in the result. */
export function readCsvFile(
  file: File,
  choice: CsvChoice,
  { seed, ...reading }: CsvReading,
): Promise<CsvResult> {
  return parseCsv(file, {
    name: file.name,
    rowsKept: rowsKept(choice, seed),
    badRows: choice.leaveOut ? 'leave-out' : 'refuse',
    ...reading,
  });
}

function rowsKept({ rows }: CsvChoice, seed: number): RowsKept {
  if (rows === 'random') return { how: 'random', random: createRandom(seed) };
  return { how: rows ?? 'all' };
}
