/** The way into a lab: by its link, the work kept on this device, or the model shipped with the page. */
import type { WorkStorage } from '../files/storage.ts';
import type { LabController } from './controller.ts';
import { firstDocument, type Sources } from './firstDocument.ts';
import { type Keeping, keepWork } from './keeping.ts';

export interface EntranceSetup extends Pick<Sources, 'shipped'> {
  readonly controller: LabController;
  readonly storage: WorkStorage;
}

export interface Entrance {
  /**
   * Opens a lab and takes the steps its link asks for; a second call for what is already open
   * resolves with the first. Resolves early when somewhere else is entered meanwhile.
   */
  enter(lab: string, linkState: string): Promise<void>;
}

export function createEntrance({ controller, storage, shipped }: EntranceSetup): Entrance {
  let entered: { readonly key: string; readonly opened: Promise<void> } | null = null;
  let turns = 0;
  let keeping: Keeping | null = null;

  const open = async (
    lab: string,
    linkState: string,
    isStillWanted: () => boolean,
  ): Promise<void> => {
    await keeping?.now();
    const entry = controller.labNamed(lab);
    const first = await firstDocument(entry, { linkState, storage, shipped });
    // Somebody who is quick has gone on to another lab.
    if (!isStillWanted()) return;
    const { history, view, hidden, problems, steps } = first;
    const isGiven = linkState !== '';
    const opening = controller.begin(first.document, { history, view, hidden, isGiven });
    // One notice for all: a heap of them would hide one another.
    if (problems.length > 0) {
      controller.tell({ id: 'opening', kind: 'problem', text: problems.join(' ') });
    }
    await opening;
    if (!isStillWanted()) return;
    if (steps > 0) await controller.replay(steps);
    keeping ??= keepWork(controller, storage, problems);
  };

  return {
    enter(lab, linkState) {
      const key = `${lab}?${linkState}`;
      if (entered?.key === key) return entered.opened;
      const turn = ++turns;
      const opened = open(lab, linkState, () => turn === turns);
      entered = { key, opened };
      return opened;
    },
  };
}
