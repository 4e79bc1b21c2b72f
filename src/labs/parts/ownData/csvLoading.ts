/**
 * A CSV file on its way into the lab. Settings and stage are far apart on the page and both take
 * files, hence a store.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CsvProblem, CsvResult } from '../../../datasets/csv/csvResult.ts';
import type { CsvProgress } from '../../../datasets/csv/readTable.ts';
import type { OwnData, OwnForm } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import { atEndOfVisit } from '../../../store/visits.ts';
import type { CsvChoice, readCsvFile } from './csvReader.ts';

/** How a lab takes files: as what they are read, and what becomes of them. */
export interface CsvIntake {
  /** What the rows are; points unless told. */
  readonly form?: OwnForm;
  readonly take: (controller: LabController, data: OwnData) => Promise<void>;
}

/** A CSV file between being chosen and being taken. */
export type CsvLoading =
  | { readonly state: 'reading'; readonly name: string; readonly progress: CsvProgress }
  | {
      readonly state: 'refused';
      readonly name: string;
      readonly problems: readonly CsvProblem[];
      /** What has been answered so far. */
      readonly choice: CsvChoice;
      readonly file: File;
      readonly intake: CsvIntake;
    };

const csvStore = createStore<{ readonly csv: CsvLoading | null }>()(() => ({ csv: null }));

/** The file in hand; null when there is none. */
export function useCsvLoading(): CsvLoading | null {
  return useStore(csvStore, ({ csv }) => csv);
}

let reading: AbortController | null = null;

/** Reads a CSV file and opens the lab on it; trouble is left in the store for the dialog. */
export async function loadCsv(
  controller: LabController,
  file: File,
  intake: CsvIntake,
  choice: CsvChoice = {},
): Promise<void> {
  reading?.abort();
  const turn = new AbortController();
  reading = turn;
  const show = (progress: CsvProgress) => {
    if (turn !== reading) return;
    csvStore.setState({ csv: { state: 'reading', name: file.name, progress } });
  };
  show({ fraction: 0, rows: 0 });
  const { seed } = controller.document.getState();
  const { signal } = turn;
  const { form = 'points' } = intake;
  const result = await readCsv(file, choice, { seed, signal, onProgress: show, form });
  if (turn !== reading) return;
  reading = null;
  csvStore.setState({ csv: refusal(file, intake, choice, result) });
  if (!result.ok) return;
  for (const { kind, message } of result.warnings) {
    controller.tell({ id: `csv ${kind}`, kind: 'info', text: message });
  }
  await intake.take(controller, result.data);
}

/** The reader is fetched with the first file: few visitors bring one. */
async function readCsv(...request: Parameters<typeof readCsvFile>): Promise<CsvResult> {
  try {
    const reader = await import('./csvReader.ts');
    return await reader.readCsvFile(...request);
  } catch {
    const message =
      'The part of this page that reads files could not be loaded. Is there a network?';
    return {
      ok: false,
      problems: [{ kind: 'unreadable', message }],
      rowsInFile: 0,
    };
  }
}

/** What the dialog shows of a result; nothing when the file was taken or its reading stopped. */
function refusal(
  file: File,
  intake: CsvIntake,
  choice: CsvChoice,
  result: CsvResult,
): CsvLoading | null {
  if (result.ok || result.problems.some(({ kind }) => kind === 'aborted')) return null;
  return { state: 'refused', name: file.name, problems: result.problems, choice, file, intake };
}

/** Stops reading, or closes what was said about a file. */
export function dismissCsv(): void {
  reading?.abort();
  reading = null;
  csvStore.setState({ csv: null });
}
atEndOfVisit(dismissCsv);
