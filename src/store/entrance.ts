/** The way into a lab: by its link, the work kept on this device, or the model shipped with the page. */

import type { Visit, WorkMark, WorkStorage } from '../files/storage.ts';
import { grouped, inBrief } from '../settings/words.ts';
import type { Beginning, LabController } from './controller.ts';
import type { Sources } from './documentSources.ts';
import { firstDocument } from './firstDocument.ts';
import { keepWork } from './keeping.ts';
import type { TourStates } from './tourStates.ts';

/** A link written by hand may be wrong in several places, and each is worth a word. */
const MOST_PROBLEMS = 6;

export interface EntranceSetup extends Pick<Sources, 'shipped'> {
  readonly controller: LabController;
  readonly storage: WorkStorage;
  /** A name that no other visit has, in this tab or another. */
  readonly newVisit?: () => string;
}

/** `isUndoable`: one step of undo brings back what was open before, of the same lab. */
export interface EnterOptions extends Pick<Beginning, 'isUndoable'> {
  /** A lesson is given: its rows open as they were made, and nothing is said of work done there. */
  readonly isInLesson?: boolean;
}

export interface Entrance {
  /**
   * Opens a lab and takes the steps its link asks for; a second call for what is already open
   * resolves with the first. Resolves early when somewhere else is entered meanwhile.
   */
  enter(lab: string, linkState: string, options?: EnterOptions): Promise<void>;
  /** Work kept on this device for the lab that is open, other than what is open, the latest first. */
  earlierWork(): Promise<readonly WorkMark[]>;
  /** Opens a piece of it, as one step of undo; what was open becomes earlier work. */
  openEarlier(mark: WorkMark): Promise<void>;
  /** The states that a tour shows one after another, loaded with the first tour; the same at every call. */
  tour(): Promise<TourStates>;
  /** Writes what is still waiting to be written: the page may be about to go. */
  keepNow(): Promise<void>;
}

export function createEntrance({
  controller,
  storage,
  shipped,
  newVisit = randomName,
}: EntranceSetup): Entrance {
  let entered: { readonly key: string; readonly opened: Promise<void> } | null = null;
  /** How many times a lab has been entered. */
  let entries = 0;
  let tour: Promise<TourStates> | null = null;
  const keeping = keepWork({ controller, storage, newVisit });

  const open = async (
    lab: string,
    linkState: string,
    isStillWanted: () => boolean,
    { isInLesson = false, ...options }: EnterOptions,
  ): Promise<void> => {
    await keeping.now();
    const entry = controller.labNamed(lab);
    const first = await firstDocument(entry, { linkState, storage, shipped });
    // The person may have gone on to another lab already.
    if (!isStillWanted()) return;
    const { history, view, problems, steps } = first;
    const visit: Visit = { id: newVisit(), linkState, from: first.kept };
    keeping.begin(visit, problems);
    const opening = controller.begin(first.document, { ...options, history, view, isGiven: true });
    // One notice for all: a heap of them would hide one another.
    if (problems.length > 0) {
      controller.tell({ id: 'opening', kind: 'problem', text: inBrief(problems, MOST_PROBLEMS) });
    }
    await opening;
    if (!isStillWanted()) return;
    if (steps > 0) await controller.replay(steps);
    if (!isStillWanted()) return;
    if (isInLesson) return;
    if (linkState !== '') await offerWorkOf(visit, isStillWanted);
    else if (first.kept && first.kept.linkState !== '') await nameLinkWork(visit, isStillWanted);
  };

  /** A reload at a link's address, or Back to it, opens the link: the work done there is one press away. */
  const offerWorkOf = async ({ id, linkState }: Visit, isStillWanted: () => boolean) => {
    const kept = await marks();
    const mark = kept.find((other) => other.visit !== id && other.linkState === linkState);
    if (!mark || !isStillWanted()) return;
    controller.tell({
      id: 'link-work',
      kind: 'info',
      text: `This is the link as it was made. You have worked with it before, until ${timeInWords(mark.savedAt)} (step ${grouped(mark.step)}).`,
      action: { label: 'Go on with that work', run: () => void openEarlier(mark) },
    });
  };

  /** The latest work of a lab is not the one that was done here, when a link came in between. */
  const nameLinkWork = async (visit: Visit, isStillWanted: () => boolean) => {
    const others = otherThan(visit, await marks());
    if (others.length === 0 || !isStillWanted()) return;
    controller.tell({
      id: 'link-work',
      kind: 'info',
      text: 'This is your latest work in this lab; it began with a link. What you did before is under “Earlier work”, below the settings.',
    });
  };

  const marks = async (): Promise<readonly WorkMark[]> => {
    const listed = await storage.list(controller.document.getState().lab);
    return listed.ok ? listed.value : [];
  };

  const openEarlier = async (mark: WorkMark): Promise<void> => {
    const entry = entries;
    const isStillHere = () => entry === entries;
    const { openEarlierWork } = await import('./earlierWork.ts');
    if (!isStillHere()) return;
    await openEarlierWork(mark, { controller, storage, keeping, newVisit, marks, isStillHere });
  };

  return {
    enter(lab, linkState, options = {}) {
      const key = `${lab}?${linkState}`;
      if (entered?.key === key) return entered.opened;
      const entry = ++entries;
      const opened = open(lab, linkState, () => entry === entries, options);
      entered = { key, opened };
      return opened;
    },
    async earlierWork() {
      return otherThan(keeping.visit(), await marks());
    },
    openEarlier,
    tour() {
      tour ??= import('./tourStates.ts').then(
        ({ TourStates }) =>
          new TourStates({ controller, storage, shipped, keepNow: () => keeping.now() }),
      );
      // What could not be fetched is asked for again the next time.
      tour.catch(() => {
        tour = null;
      });
      return tour;
    },
    keepNow: () => keeping.now(),
  };
}

/** Pieces that are not what the visit has opened or kept. */
function otherThan(visit: Visit | null, marks: readonly WorkMark[]): readonly WorkMark[] {
  const isOwn = (mark: WorkMark) =>
    mark.visit === visit?.id ||
    (mark.visit === visit?.from?.visit && mark.savedAt === visit.from.savedAt);
  return marks.filter((mark) => !isOwn(mark));
}

/** Time and a random number: `crypto.randomUUID` is missing where the page comes over plain http. */
function randomName(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

/** "14:32", with the day where that is not today. */
export function timeInWords(time: number, now = new Date()): string {
  const date = new Date(time);
  const isToday = date.toDateString() === now.toDateString();
  return date.toLocaleString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
  });
}
