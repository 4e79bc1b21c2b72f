/** Reads a CSV file and takes its rows into the lab. */
import type { ChosenData } from '../../../datasets/csv/chooseColumns.ts';
import type { Answers } from '../../../datasets/csv/decisions.ts';
import type { CsvProgress } from '../../../datasets/csv/readTable.ts';
import type { TableReading } from '../../../datasets/csv/table.ts';
import type { LabController } from '../../../store/controller.ts';
import { entryIn } from '../../../store/view.ts';
import { type CsvIntake, type CsvLoading, csvInHand } from './csvInHand.ts';
import type { readCsvFile } from './csvReader.ts';

/**
 * Reads a CSV file, whose columns are then chosen; problems are shown by the dialog. Ends when another
 * file is read, the dialog is closed or another visit begins.
 */
export async function loadCsv(
  controller: LabController,
  file: File,
  intake: CsvIntake,
  answers: Answers = {},
): Promise<void> {
  const reading = new AbortController();
  const ofFile = { file, intake, answers, reading };
  const show = (progress: CsvProgress) =>
    controller.setEntry(
      csvInHand,
      (csv): CsvLoading =>
        // An answer changes the table in place.
        csv?.state === 'choosing' && csv.file === file
          ? { ...csv, answers, reading, isBusy: true }
          : { ...ofFile, state: 'reading', progress },
    );
  show({ fraction: 0, rows: 0 });
  const isWanted = () => entryIn(controller.run.getState(), csvInHand)?.reading === reading;
  const stopWatching = controller.run.subscribe(() => {
    if (!isWanted()) reading.abort();
  });
  const { seed } = controller.document.getState();
  const { signal } = reading;
  const { form } = intake;
  const onProgress = (progress: CsvProgress) => {
    if (isWanted()) show(progress);
  };
  const result = await readCsv(file, { form, answers, seed, signal, onProgress });
  stopWatching();
  if (!isWanted()) return;
  controller.setEntry(
    csvInHand,
    (): CsvLoading =>
      result.ok
        ? { ...ofFile, state: 'choosing', table: result.table, isBusy: false }
        : { ...ofFile, state: 'refused', problems: result.problems },
  );
}

/** The reader is fetched with the first file: few visitors bring one. */
async function readCsv(...request: Parameters<typeof readCsvFile>): Promise<TableReading> {
  try {
    const reader = await import('./csvReader.ts');
    return await reader.readCsvFile(...request);
  } catch {
    const message =
      'The part of this page that reads files could not be loaded. Check the network connection.';
    const problems = [{ kind: 'unreadable', message }] as const;
    return { ok: false, problems, decisions: [], rowsInFile: 0 };
  }
}

/** Opens the lab on the chosen columns. */
export async function takeChosen(
  controller: LabController,
  intake: CsvIntake,
  { data, warnings }: Extract<ChosenData, { ok: true }>,
): Promise<void> {
  dismissCsv(controller);
  for (const { kind, message } of warnings) {
    // How the file was read has been seen while choosing.
    if (kind !== 'read-as') controller.tell({ id: `csv ${kind}`, kind: 'info', text: message });
  }
  await intake.take(controller, data);
}

/** Stops reading, or closes what was said about a file. */
export function dismissCsv(controller: LabController): void {
  controller.setEntry(csvInHand, () => null);
}
