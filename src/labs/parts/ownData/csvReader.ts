/** Reads a CSV file as the dialog's choices say. Everything that reading takes is loaded with this. */
import type { CsvResult } from '../../../datasets/csv/csvResult.ts';
import { type CsvOptions, parseCsv } from '../../../datasets/csv/parseCsv.ts';
import type { CsvProgress } from '../../../datasets/csv/readTable.ts';
import { createRandom } from '../../../math/random.ts';

/** Answers to what the reader asks, and what becomes of bad rows. */
export type CsvChoice = Pick<CsvOptions, 'answers' | 'badRows'>;

export interface CsvReading extends Pick<CsvOptions, 'form'> {
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
    random: createRandom(seed),
    ...choice,
    ...reading,
  });
}
