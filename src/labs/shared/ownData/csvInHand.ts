/** The CSV file on its way into the lab. Settings and stage are far apart on the page and both take files. */
import type { CsvProblem } from '../../../datasets/csv/csvResult.ts';
import type { Answers } from '../../../datasets/csv/decisions.ts';
import type { CsvProgress } from '../../../datasets/csv/readTable.ts';
import type { Table } from '../../../datasets/csv/table.ts';
import type { NumbersForm, OwnData } from '../../../datasets/ownData.ts';
import { useViewEntry } from '../../../store/context.ts';
import type { LabController } from '../../../store/controller.ts';
import { viewEntry } from '../../../store/view.ts';

/** How a lab takes files: as what they are read, and what becomes of them. */
export interface CsvIntake {
  /** What the rows are. */
  readonly form: NumbersForm;
  readonly take: (controller: LabController, data: OwnData) => Promise<void>;
}

/** A file that is being read, or asked about. */
export interface CsvInHandState {
  readonly file: File;
  readonly intake: CsvIntake;
  /** What has been answered about the file so far. */
  readonly answers: Answers;
  /** Stops the reading; each reading has its own. */
  readonly reading: AbortController;
}

/** A CSV file between being chosen and being taken. */
export type CsvLoading = CsvInHandState &
  (
    | { readonly state: 'reading'; readonly progress: CsvProgress }
    | { readonly state: 'refused'; readonly problems: readonly CsvProblem[] }
    /** Read; its columns are to be chosen. Busy while it is read again. */
    | { readonly state: 'choosing'; readonly table: Table; readonly isBusy: boolean }
  );

/** The present file; null when there is none. */
export const csvInHand = viewEntry<CsvLoading | null>(null);

export const useCsvInHand = (): CsvLoading | null => useViewEntry(csvInHand);
