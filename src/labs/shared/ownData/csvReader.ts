/** Reads a CSV file for the dialog. Everything that reading takes is loaded with this. */
import { type ReadOptions, readTable } from '../../../datasets/csv/readTable.ts';
import type { TableReading } from '../../../datasets/csv/table.ts';
import { createRandom } from '../../../math/random.ts';

export interface CsvReading
  extends Pick<ReadOptions, 'form' | 'answers' | 'signal' | 'onProgress'> {
  /** For a random choice of rows. */
  readonly seed: number;
}

/** All trouble with the file is in the result. */
export function readCsvFile(file: File, { seed, ...reading }: CsvReading): Promise<TableReading> {
  return readTable(file, { name: file.name, random: createRandom(seed), ...reading });
}
