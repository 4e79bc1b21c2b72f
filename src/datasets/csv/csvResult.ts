import type { Decision } from './decisions.ts';

/** Why a file, or a choice of its columns, was not taken. */
export type CsvProblemKind =
  | 'unreadable'
  | 'aborted'
  | 'not-text'
  | 'broken-quotes'
  | 'no-rows'
  /** Something about the file has to be answered first. */
  | 'question'
  | 'no-numbers'
  | 'one-column'
  | 'too-many-columns'
  | 'too-few-columns'
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
  /** What is asked, of a problem that an answer solves. */
  readonly question?: Decision;
}

/** Something the reader did that the user should know of. */
export interface CsvWarning {
  readonly kind:
    | 'constant-column'
    | 'column-left-out'
    | 'rows-left-out'
    | 'rows-sampled'
    | 'values-missing'
    | 'header-repeated'
    | 'characters'
    | 'read-as'
    | 'classes-missing';
  readonly message: string;
}
