import type { Calendar } from '../calendar.ts';
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

/** Dates or years of rows, at equal steps. */
interface EvenSteps {
  /** In the order of time, wherever the rows begin. */
  readonly calendar: Calendar;
  /** Whether the first row is the latest. */
  readonly isDescending: boolean;
  /** Rows without a date, whose place tells it. */
  readonly undated: number;
}

/** How the dates of a column are spaced. */
export type TimeSpacing =
  | ({ readonly kind: 'even' } & EvenSteps)
  | ({
      readonly kind: 'gaps';
      /** How many steps are missing between a row of the table, counted from 0, and the row before it. */
      readonly inserted: ReadonlyMap<number, number>;
      /** The first place where some are, as a clause: 'row 5 is "2019-05" after "2019-03"'. */
      readonly where: string;
    } & EvenSteps)
  | {
      readonly kind: 'uneven';
      /** The first row that shows it, as a clause. */
      readonly problem: string;
    };

/** The column of a series that says when its rows are. */
export interface TimeColumn {
  readonly position: number;
  /** N: as data; dates in years, NaN where there is none. */
  readonly values: Float64Array;
  readonly spacing: TimeSpacing;
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
  /** Of a series; null where no column holds dates or years. */
  readonly time: TimeColumn | null;
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
