/** Own texts on their way into the lab: files or pasted text, until they are used or refused. */
import type { Answers } from '../../../../datasets/csv/decisions.ts';
import type { Table } from '../../../../datasets/csv/table.ts';
import type { OwnData } from '../../../../datasets/ownData.ts';
import type { Cut } from '../../../../datasets/texts/cutTexts.ts';
import type { GenotypeColumns } from '../../../../datasets/texts/genotypes.ts';
import type { ReadText } from '../../../../datasets/texts/readTexts.ts';
import type { TextColumns } from '../../../../datasets/texts/textColumns.ts';
import { useViewEntry } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { entryIn, viewEntry } from '../../../../store/view.ts';
import { openOwnData } from '../../../shared/ownData/openOwnData.ts';

export type TextsLoading =
  | { readonly state: 'pasting' }
  | { readonly state: 'reading'; readonly reading: AbortController; readonly fraction: number }
  | { readonly state: 'refused'; readonly problems: readonly string[] }
  | {
      readonly state: 'cutting';
      readonly files: readonly ReadText[];
      readonly notes: readonly string[];
      /** Null: each file is a document. */
      readonly cut: Cut | null;
    }
  | {
      readonly state: 'columns';
      readonly file: File;
      readonly table: Table;
      readonly answers: Answers;
      readonly columns: TextColumns;
    }
  | {
      readonly state: 'genotypes';
      readonly file: File;
      readonly table: Table;
      readonly answers: Answers;
      readonly columns: GenotypeColumns;
    };

const loading = viewEntry<TextsLoading | null>(null);

/** Null while no texts are on their way. */
export const useTextsLoading = (): TextsLoading | null => useViewEntry(loading);

export const showTexts = (controller: LabController, next: TextsLoading | null): void =>
  controller.setEntry(loading, () => next);

/** Asks for a text that is pasted. */
export const pasteTexts = (controller: LabController): void =>
  showTexts(controller, { state: 'pasting' });

/** Reads files: one table, or any number of texts. Ends when it is dismissed or other files come. */
export async function loadTexts(
  controller: LabController,
  files: readonly File[],
  answers: Answers = {},
): Promise<void> {
  const reading = new AbortController();
  const isWanted = () => {
    const now = entryIn(controller.run.getState(), loading);
    return now?.state === 'reading' && now.reading === reading;
  };
  showTexts(controller, { state: 'reading', reading, fraction: 0 });
  const stopWatching = controller.run.subscribe(() => {
    if (!isWanted()) reading.abort();
  });
  const next = await readFiles(files, answers, reading.signal, (fraction) => {
    if (isWanted()) showTexts(controller, { state: 'reading', reading, fraction });
  });
  stopWatching();
  if (isWanted()) showTexts(controller, next);
}

/** The reader is fetched with the first texts: few visitors bring some. */
async function readFiles(
  files: readonly File[],
  answers: Answers,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<TextsLoading> {
  try {
    const reader = await import('./textsReader.ts');
    return await reader.readTextFiles(files, answers, { signal, onProgress });
  } catch (error) {
    const isOffline = error instanceof TypeError;
    const message = isOffline
      ? 'The part of this page that reads texts could not be loaded. Check the network connection.'
      : String(error instanceof Error ? error.message : error);
    return { state: 'refused', problems: [message] };
  }
}

/** Opens the lab on texts that were read. */
export async function takeTexts(controller: LabController, texts: OwnData): Promise<void> {
  showTexts(controller, null);
  await openOwnData(controller, texts);
}
