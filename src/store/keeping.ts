import type { Visit, WorkStorage } from '../files/storage.ts';
import { KEEP_EVERY_MS, Keeper } from '../session/keeper.ts';
import type { LabController } from './controller.ts';

/** Wait this long after the last change, so that a run of changes is written once. */
const QUIET_MS = 800;
/** Of the time of a large run in training, writing it takes no more than one part in so many. */
const WRITING_SHARE = 10;

export interface KeepingSetup {
  readonly controller: LabController;
  readonly storage: WorkStorage;
  /** A name that no other visit has, in this tab or another. */
  readonly newVisit: () => string;
}

export interface Keeping {
  readonly stop: () => void;
  /**
   * What is kept from now on belongs to another visit.
   *
   * @param reported problems that the person knows of
   */
  readonly begin: (visit: Visit, reported?: readonly string[]) => void;
  /** The visit there is; null before the first. */
  readonly visit: () => Visit | null;
  /** Resolves when nothing is waiting to be written: another lab is about to take this one's place. */
  readonly now: () => Promise<void>;
}

/**
 * Keeps the lab's work on this device, so that it survives a reload. An opened document
 * counts as work after its first change or training step. Problems are reported
 * once: a full or forbidden storage stops no work.
 */
export function keepWork({ controller, storage, newVisit }: KeepingSetup): Keeping {
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** When the first change was made that is still to be written. */
  let changedAt: number | null = null;
  let writing: Promise<void> = Promise.resolve();
  /** What writing has taken last, in milliseconds. */
  let cost = 0;
  let isReported = false;
  let isTabReported = false;
  let visit: Visit | null = null;
  let begunAt = 0;
  let known: readonly string[] = [];
  let keeper = new Keeper('device', null);

  const begin = (next: Visit, problems: readonly string[] = []) => {
    visit = next;
    begunAt = Date.now();
    keeper = new Keeper('device', null);
    isTabReported = false;
    known = [...known, ...problems];
  };

  const keep = async () => {
    timer = null;
    changedAt = null;
    const document = controller.document.getState();
    const { phase, step, isTouched } = controller.run.getState();
    const owner = visit;
    if (owner === null || !isTouched || phase === 'failed' || phase === 'opening') return;
    const state = [document, step];
    if (!keeper.isDue(false, state)) return;
    const file = await controller.modelFile().catch(() => null);
    // A worker has died meanwhile: what its successor has is kept instead.
    if (file === null) return soon();
    const start = performance.now();
    const stored = await storage.keep(file, owner);
    cost = performance.now() - start;
    if (!stored.ok) return tellOfStorage(stored.problem.message);
    if (owner === visit) keeper.keep(null, state);
    if (stored.value !== null && stored.value.savedAt > begunAt) tellOfOtherTab();
  };

  const tellOfStorage = (text: string) => {
    if (!isReported && !known.includes(text)) {
      controller.tell({ id: 'storage', kind: 'problem', text, lasting: true });
    }
    isReported = true;
  };

  const tellOfOtherTab = () => {
    if (isTabReported) return;
    isTabReported = true;
    controller.tell({
      id: 'other-tab',
      kind: 'problem',
      text: 'This lab is open in another tab, too. The work of both tabs is kept: that of the other one is under “Earlier work”, below the settings.',
    });
  };

  const write = () => {
    writing = writing.then(keep);
  };

  const soon = () => {
    const now = Date.now();
    changedAt ??= now;
    if (timer !== null) clearTimeout(timer);
    // Training changes the model all the time.
    const every = Math.max(KEEP_EVERY_MS.device, WRITING_SHARE * cost);
    const wait = Math.min(QUIET_MS, Math.max(0, changedAt + every - now));
    timer = setTimeout(write, wait);
  };

  const stopDocument = controller.document.subscribe(soon);
  const stopRun = controller.run.subscribe((now, before) => {
    if (now.replacements !== before.replacements) {
      begin({ id: newVisit(), linkState: '', from: null });
    }
    if (now.step !== before.step || now.phase !== before.phase) soon();
  });
  return {
    visit: () => visit,
    begin,
    stop() {
      stopDocument();
      stopRun();
      if (timer !== null) clearTimeout(timer);
    },
    async now() {
      // Also without a timer: the frame that tells of the last step may still be on its way.
      if (timer !== null) clearTimeout(timer);
      write();
      await writing;
    },
  };
}
