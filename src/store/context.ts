/** How components reach the lab they belong to. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type Lab, type OfKind, snapshotOf } from '../labs/lab.ts';
import type { LabExports } from '../labs/shared/keeping/labExports.ts';
import type { SettingsShape } from '../settings/settingsTable.ts';
import type { LabController } from './controller.ts';
import type { LabDocument } from './document.ts';
import type { RunState } from './run.ts';
import { entryIn, type TargetKind, type ViewEntry } from './view.ts';

interface LabAtWork {
  /** The lab of this page: also while the document of another one is still open. */
  readonly lab: Lab;
  readonly controller: LabController;
  /** What the lab offers to take away; absent where no runs are kept, as in an embed. */
  readonly exports?: () => Promise<LabExports>;
}

const LabContext = createContext<LabAtWork | null>(null);

export const LabProvider = LabContext.Provider;

function useLabAtWork(): LabAtWork {
  const found = useContext(LabContext);
  if (!found) throw new Error('This component needs a LabProvider around it.');
  return found;
}

export const useController = (): LabController => useLabAtWork().controller;

/** The manifest of the lab whose page this is. */
export const useLab = (): Lab => useLabAtWork().lab;

export const useExports = (): LabAtWork['exports'] => useLabAtWork().exports;

/** A part of what is going on; renders again only when that part changes. */
export function useRun<Part>(select: (state: RunState) => Part): Part {
  return useStore(useController().run, select);
}

/** The thing of a kind under the pointer, in whichever plot; null for none. */
export const useHovered = (kind: TargetKind): number | null =>
  useRun(({ view }) => view.hovered[kind] ?? null);

/** The thing of a kind that is chosen in all plots alike; null for none. */
export const useSelected = (kind: TargetKind): number | null =>
  useRun(({ view }) => view.selected[kind] ?? null);

/** The one under the pointer, or else the one chosen. */
export const usePointedAt = (kind: TargetKind): number | null =>
  useRun(({ view }) => view.hovered[kind] ?? view.selected[kind] ?? null);

/** What a part of the page remembers until the visit ends. */
export const useViewEntry = <Value>(entry: ViewEntry<Value>): Value =>
  useRun((run) => entryIn(run, entry));

/** The newest snapshot of the lab whose page this is; null before the first. */
export function useSnapshot<Snapshot extends OfKind>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
): Snapshot | null {
  return useRun((run) => snapshotOf(lab, run));
}

/**
 * A part of the snapshot. The component renders again only when the part changes, so `select` must
 * return the same object as long as nothing has changed.
 */
export function useSnapshotPart<Snapshot extends OfKind, Part>(
  lab: Lab<SettingsShape, unknown, Snapshot>,
  select: (snapshot: Snapshot) => Part,
): Part | null {
  return useRun((run) => {
    const snapshot = snapshotOf(lab, run);
    return snapshot === null ? null : select(snapshot);
  });
}

/**
 * A part of the document, with the changes under way laid over it; renders again only when that
 * part changes.
 */
export function useDocument<Part>(select: (document: LabDocument) => Part): Part {
  const controller = useController();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stop = [controller.document.subscribe(onChange), controller.run.subscribe(onChange)];
      return () => {
        for (const unsubscribe of stop) unsubscribe();
      };
    },
    [controller],
  );
  return useSyncExternalStore(subscribe, () => select(controller.effective()));
}

export function useUndo(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { temporal } = useController().document;
  const canUndo = useStore(temporal, (state) => state.pastStates.length > 0);
  const canRedo = useStore(temporal, (state) => state.futureStates.length > 0);
  return { canUndo, canRedo };
}
