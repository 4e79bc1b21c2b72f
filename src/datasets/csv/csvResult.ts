import type { OwnData } from '../ownData.ts';

/** Why a file was not taken. The page turns 'too-many-rows' and bad cells into offers. */
export type CsvProblemKind =
  | 'unreadable'
  | 'aborted'
  | 'not-text'
  | 'broken-quotes'
  | 'no-rows'
  | 'too-many-rows'
  | 'no-numbers'
  | 'one-column'
  | 'too-many-columns'
  | 'text'
  | 'missing'
  | 'not-finite'
  | 'extra-cells'
  | 'constant';

export interface CsvProblem {
  readonly kind: CsvProblemKind;
  /** A sentence for people, naming row, column, the value found and what is expected. */
  readonly message: string;
  /** Row of the file as a spreadsheet counts it: from 1, header and empty rows included. */
  readonly row?: number;
  /** Name of the column, or "column 3" where the file has no header. */
  readonly column?: string;
  /** The cell as found. */
  readonly value?: string;
}

/** Something the reader did that the user should know of. */
export interface CsvWarning {
  readonly kind:
    | 'constant-column'
    | 'column-left-out'
    | 'rows-left-out'
    | 'rows-sampled'
    | 'values-missing';
  readonly message: string;
}

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
      /** The first few, in the order of the file. */
      readonly problems: readonly CsvProblem[];
      /** All of them. */
      readonly problemCount: number;
      readonly rowsInFile: number;
    };

/** 1234567 as "1,234,567". */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
