import type { Visit, WorkStorage } from '../files/storage.ts';
import type { LabController } from './controller.ts';
import type { LabDocument, Origin } from './document.ts';

/** Wait this long after the last change, so that a run of changes is written once. */
const QUIET_MS = 800;
/** But not longer than this after the first: training changes the model all the time. */
const LONGEST_MS = 5000;

export interface Keeping {
  readonly stop: () => void;
  /** What is kept from now on belongs to another visit. */
  readonly begin: (visit: Visit) => void;
  /** The visit there is. */
  readonly visit: () => Visit;
  /** Writes what is still waiting to be written: another lab is about to take this one's place. */
  readonly now: () => Promise<void>;
}

/**
 * Keeps the lab's work on this device, so that it survives a reload. What a link has brought is no
 * work until somebody here has trained or changed it. Problems are told once, and
 * not at all if they are among those told `before`: a full or forbidden storage does not stop
 * anybody from working.
 */
export function keepWork(
  controller: LabController,
  storage: WorkStorage,
  first: Visit,
  before: readonly string[] = [],
): Keeping {
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** When the first change was made that is still to be written. */
  let changedAt: number | null = null;
  let told = false;
  let writing: Promise<void> = Promise.resolve();
  let visit = first;
  let begunAt = Date.now();
  let kept: { readonly document: LabDocument; readonly step: number } | null = null;
  /** How each origin was found: a shipped model that nobody has touched is not work. */
  const found = new WeakMap<Origin, LabDocument>();
  const look = () => {
    const document = controller.document.getState();
    if (!found.has(document.origin)) found.set(document.origin, document);
  };
  const isUntouched = (document: LabDocument) => {
    const { origin, edits, settings, lab } = document;
    const first = found.get(origin);
    const isAsFound = edits === first?.edits && settings === first.settings;
    return origin.pretrained && isAsFound && kept?.document.lab !== lab;
  };

  const keep = async () => {
    timer = null;
    changedAt = null;
    const document = controller.document.getState();
    const { phase, step, isGiven } = controller.run.getState();
    if (phase === 'failed' || phase === 'opening' || isGiven || isUntouched(document)) return;
    if (document === kept?.document && step === kept.step) return;
    const owner = visit;
    const file = await controller.modelFile().catch(() => null);
    // A worker has died meanwhile: what its successor has is kept instead.
    if (file === null) return soon();
    const stored = await storage.keep(file, owner);
    if (stored.ok) {
      if (owner === visit) kept = { document, step };
      if (stored.value !== null && stored.value.savedAt > begunAt) tellOfOtherTab();
    } else if (!told) {
      told = true;
      const { message: text } = stored.problem;
      if (!before.includes(text)) {
        controller.tell({ id: 'storage', kind: 'problem', text, lasting: true });
      }
    }
  };

  const tellOfOtherTab = () => {
    controller.tell({
      id: 'other-tab',
      kind: 'problem',
      text: 'This lab is open in another tab, too. The work of both tabs is kept: that of the other one is under “Earlier work”, below the settings.',
    });
  };

  const soon = () => {
    const now = Date.now();
    changedAt ??= now;
    if (timer !== null) clearTimeout(timer);
    const wait = Math.min(QUIET_MS, Math.max(0, changedAt + LONGEST_MS - now));
    timer = setTimeout(write, wait);
  };

  /** One after the other: a later state must not be overtaken by an earlier one. */
  const write = (): Promise<void> => {
    writing = writing.then(keep);
    return writing;
  };

  look();
  const stopDocument = controller.document.subscribe(() => {
    look();
    soon();
  });
  const stopRun = controller.run.subscribe((now, before) => {
    if (now.step !== before.step || now.phase !== before.phase) soon();
  });
  return {
    visit: () => visit,
    begin(next) {
      visit = next;
      begunAt = Date.now();
      kept = null;
    },
    stop() {
      stopDocument();
      stopRun();
      if (timer !== null) clearTimeout(timer);
    },
    now() {
      if (timer === null) return writing;
      clearTimeout(timer);
      return write();
    },
  };
}
