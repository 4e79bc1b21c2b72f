/**
 * The document: what a person has asked for. Undo and redo walk through it; training itself is
 * not in it, but a change that ends a run remembers where the run stood, so undo brings it back.
 */
import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { OwnData } from '../datasets/ownData.ts';
import type { KeptRun } from '../files/keptRuns.ts';
import type { Checkpoint } from '../labs/engine.ts';
import type { SettingValue } from '../settings/settingsTable.ts';

/**
 * Where a run starts: from its seed, or from a state that was kept, imported or shipped. Documents
 * with the same object belong to the same run: undo of an edit does not begin it again.
 */
export interface Origin {
  readonly checkpoint: Checkpoint | null;
  /** Begins with a model shipped with the page: what it can was not learned here. */
  readonly pretrained: boolean;
  /** Training goes on, or went on, from the shipped model. */
  readonly continued?: true;
  /** Edits were built into it here: no link can repeat them. */
  readonly byHand?: true;
  /** Seed, settings, edits and steps lead to it, too. */
  readonly isRepeated?: true;
}

/** Whether the model is as it was shipped, whatever edits lie over it. */
export const isShipped = ({ pretrained, continued }: Origin): boolean => pretrained && !continued;

export interface LabDocument {
  readonly lab: string;
  /** A value for every setting of the lab's table. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly seed: number;
  /** Edits over the learned globals, oldest first; validated by the lab. */
  readonly edits: readonly unknown[];
  readonly ownData: OwnData | null;
  readonly origin: Origin;
  /** Runs that are kept for comparison, in the order of their marks; absent for none. */
  readonly kept?: readonly KeptRun[];
}

/**
 * A start from the seed. Made where it is needed and never a constant: two documents that share an
 * origin are taken for the same run, and the one would open where the other was left.
 */
export const fromSeed = (): Origin => ({ checkpoint: null, pretrained: false });

/** Whether two documents differ in settings and edits alone. */
export const isSameStart = (one: LabDocument, other: LabDocument): boolean =>
  one.lab === other.lab &&
  one.seed === other.seed &&
  one.ownData === other.ownData &&
  one.origin === other.origin;

/** Deep enough for a lesson; a checkpoint of the default model is some tens of kilobytes. */
const UNDO_LIMIT = 100;

export function createDocumentStore(initial: LabDocument) {
  return createStore<LabDocument>()(
    temporal(() => initial, {
      limit: UNDO_LIMIT,
      equality: (past, current) =>
        isSameStart(past, current) &&
        past.settings === current.settings &&
        past.edits === current.edits &&
        past.kept === current.kept,
    }),
  );
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;

/** Forgets the steps of undo and redo after one of them: undo leads back to that at once. */
export function forgetAfter({ temporal }: DocumentStore, past: Partial<LabDocument>): void {
  const { pastStates } = temporal.getState();
  const index = pastStates.indexOf(past);
  if (index >= 0)
    temporal.setState({ pastStates: pastStates.slice(0, index + 1), futureStates: [] });
}
