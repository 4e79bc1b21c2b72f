import type { NumbersForm } from '../ownData.ts';
import type { Trait } from './columnTraits.ts';
import type { CsvProblem, CsvWarning } from './csvResult.ts';
import type { Decision } from './decisions.ts';

/** What the cells of a column are, as most of them are. */
export type ColumnKind = 'numbers' | 'text' | 'dates' | 'empty';

/** A cell that holds no number where the column holds numbers. */
export interface BadCell {
  /** Row of the table, from 0. */
  readonly row: number;
  readonly kind: 'missing' | 'not-finite' | 'text';
}

/** What is known of a column before anything is chosen. */
export interface ColumnProfile {
  /** Place in the file, from 0. */
  readonly position: number;
  readonly name: string;
  readonly kind: ColumnKind;
  /** N cells as written. */
  readonly cells: readonly string[];
  /** N numbers, NaN where there is none; empty for other kinds. */
  readonly values: Float64Array;
  /** Cells of a column of numbers that are none; none of other kinds. */
  readonly bad: readonly BadCell[];
  /** Lowest and highest number; null where there is none. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly missing: number;
  /** Different cells, counted up to a thousand. */
  readonly distinct: number;
  readonly trait: Trait | null;
  /** How a number is written here, for messages. */
  readonly example: string;
}

/** A file as it is read: its columns, and how that was found. */
export interface Table {
  readonly name: string;
  readonly form: NumbersForm;
  /** N, those kept. */
  readonly rows: number;
  /** N: row of the file, from 1. */
  readonly rowNumbers: readonly number[];
  readonly columns: readonly ColumnProfile[];
  /** Rows that cannot be used whatever is chosen, with the reason. */
  readonly badRows: ReadonlyMap<number, CsvProblem>;
  readonly decisions: readonly Decision[];
  readonly notes: readonly CsvWarning[];
  /** Rows of data in the file, kept or not. */
  readonly rowsInFile: number;
}

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | {
      readonly ok: false;
      readonly problems: readonly CsvProblem[];
      readonly decisions: readonly Decision[];
      readonly rowsInFile: number;
    };
