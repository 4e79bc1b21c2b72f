/** Documents that a lab may open with, by where they come from. */
import type { ModelFile } from '../files/readModelFile.ts';
import type { WorkMark, WorkStorage } from '../files/storage.ts';
import type { Lab } from '../labs/lab.ts';
import { defaultValues } from '../settings/values.ts';
import { fromSeed, type LabDocument, type Origin } from './document.ts';
import { type LinkedView, PLAIN_VIEW } from './view.ts';

export interface FirstDocument {
  readonly document: LabDocument;
  /** Bound over time up to here, where it is known. */
  readonly history: ModelFile['history'];
  /** Training steps the link asks for. */
  readonly steps: number;
  readonly view: LinkedView;
  /** The work kept on this device that it is; null for anything else. */
  readonly kept: WorkMark | null;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

export interface Sources {
  /** The part of the address after "?"; empty for none. */
  readonly linkState: string;
  readonly storage: WorkStorage;
  /** Text of a shipped model file, by its name without the ending; null when there is none. */
  readonly shipped: (name: string) => Promise<string | null>;
}

export const FIRST_SEED = 0;

/** A shipped model file, fetched along with what reads it; null where there is none. */
export async function readShipped(lab: Lab, name: string, { shipped }: Sources) {
  const [text, { readModelFile }] = await Promise.all([
    shipped(name),
    import('../files/readModelFile.ts'),
  ]);
  return text === null ? null : readModelFile(text, lab, null);
}

/** The document of a model file that was kept, imported or shipped. */
export function fromFile(
  file: ModelFile,
  problems: readonly string[],
  pretrained: boolean,
): FirstDocument {
  const { lab, settings, seed, edits, ownData, checkpoint, history, continued } = file;
  const origin: Origin = { checkpoint, pretrained, ...(continued && { continued }) };
  const document = { lab, settings, seed, edits, ownData, origin };
  return { document, history, steps: 0, view: PLAIN_VIEW, kept: null, problems };
}

/** A start from the seed. */
export function plain(lab: Lab): FirstDocument {
  return {
    document: {
      lab: lab.id,
      settings: defaultValues(lab.table),
      seed: FIRST_SEED,
      edits: [],
      ownData: null,
      origin: fromSeed(),
    },
    history: null,
    steps: 0,
    view: PLAIN_VIEW,
    kept: null,
    problems: [],
  };
}
