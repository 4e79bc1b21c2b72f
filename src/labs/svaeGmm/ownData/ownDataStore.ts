/**
 * Own data on their way into the lab: what is being drawn, and the file being read. Settings and
 * stage are far apart on the page and both take part, hence a store.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CsvProblem, CsvResult } from '../../../datasets/csv/csvResult.ts';
import type { CsvProgress } from '../../../datasets/csv/parseCsv.ts';
import { type OwnData, ownDataProblem } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import { FROM_SEED } from '../../../store/document.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { CsvChoice, readCsvFile } from './csvReader.ts';
import { type DrawnPoint, drawnFrom, ownDataFrom } from './drawnPoints.ts';

/** A CSV file between being chosen and being taken. */
export type CsvLoading =
  | { readonly state: 'reading'; readonly name: string; readonly progress: CsvProgress }
  | {
      readonly state: 'refused';
      readonly name: string;
      /** The first few. */
      readonly problems: readonly CsvProblem[];
      readonly problemCount: number;
      readonly file: File;
    };

interface OwnDataState {
  /** What is drawn so far; null when nobody is drawing. */
  readonly drawn: readonly DrawnPoint[] | null;
  readonly tool: 'brush' | 'eraser';
  /** Class of the brush, from 0. */
  readonly brush: number;
  readonly csv: CsvLoading | null;
}

export const ownDataStore = createStore<OwnDataState>()(() => ({
  drawn: null,
  tool: 'brush',
  brush: 0,
  csv: null,
}));

export function useOwnData<Part>(select: (state: OwnDataState) => Part): Part {
  return useStore(ownDataStore, select);
}

export function startDrawing(controller: LabController): void {
  const { ownData } = controller.document.getState();
  ownDataStore.setState({ drawn: drawnFrom(ownData), tool: 'brush', brush: 0 });
  void controller.pause();
}

export function stopDrawing(): void {
  ownDataStore.setState({ drawn: null });
}

/** Makes the drawn points the lab's data. What is wrong with them, if anything, is said. */
export async function trainOnDrawn(controller: LabController): Promise<void> {
  const own = ownDataFrom(ownDataStore.getState().drawn ?? []);
  const problem = ownDataProblem(own);
  if (problem !== null) {
    controller.tell({ id: 'drawing', kind: 'problem', text: problem });
    return;
  }
  stopDrawing();
  await takeOwnData(controller, own);
  if (controller.run.getState().phase === 'ready') await controller.play();
}

/** Opens the lab on other data: a start from the seed, and one step of undo. */
async function takeOwnData(controller: LabController, ownData: OwnData): Promise<void> {
  const document = controller.document.getState();
  const settings = { ...document.settings, dataset: 'own' };
  await controller.openDocument({ ...document, settings, ownData, origin: FROM_SEED, edits: [] });
  announce(`${ownData.rows} own points are open.`);
}

let reading: AbortController | null = null;

/** Reads a CSV file and opens the lab on it; trouble is left in the store for the dialog. */
export async function loadCsv(
  controller: LabController,
  file: File,
  choice: CsvChoice = {},
): Promise<void> {
  reading?.abort();
  const turn = new AbortController();
  reading = turn;
  const show = (progress: CsvProgress) => {
    if (turn !== reading) return;
    ownDataStore.setState({ csv: { state: 'reading', name: file.name, progress } });
  };
  show({ fraction: 0, rows: 0 });
  const { seed } = controller.document.getState();
  const { signal } = turn;
  const result = await readCsv(file, choice, { seed, signal, onProgress: show });
  if (turn !== reading) return;
  reading = null;
  ownDataStore.setState({ csv: refusal(file, result) });
  if (!result.ok) return;
  stopDrawing();
  for (const { kind, message } of result.warnings) {
    controller.tell({ id: `csv ${kind}`, kind: 'info', text: message });
  }
  await takeOwnData(controller, result.data);
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
      problemCount: 1,
      rowsInFile: 0,
    };
  }
}

/** What the dialog shows of a result; nothing when the file was taken or its reading stopped. */
function refusal(file: File, result: CsvResult): CsvLoading | null {
  if (result.ok || result.problems.some(({ kind }) => kind === 'aborted')) return null;
  const { problems, problemCount } = result;
  return { state: 'refused', name: file.name, problems, problemCount, file };
}

/** Stops reading, or closes what was said about a file. */
export function dismissCsv(): void {
  reading?.abort();
  reading = null;
  ownDataStore.setState({ csv: null });
}
