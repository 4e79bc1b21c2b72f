/** Opens work that was kept earlier. Loaded when a person opens it. */
import type { Visit, WorkMark, WorkStorage } from '../files/storage.ts';
import type { LabController } from './controller.ts';
import { fromFile } from './documentSources.ts';

interface Surroundings {
  readonly controller: LabController;
  readonly storage: WorkStorage;
  readonly keeping: { now(): Promise<void>; begin(visit: Visit): void };
  readonly newVisit: () => string;
  /** All that is kept of the lab, the latest first. */
  readonly marks: () => Promise<readonly WorkMark[]>;
  /** The person may have gone on to another lab already: nothing of this is for that. */
  readonly isStillHere: () => boolean;
}

/** As one step of undo; what was open becomes earlier work. */
export async function openEarlierWork(mark: WorkMark, around: Surroundings): Promise<void> {
  const { controller, storage, keeping, isStillHere } = around;
  const { lab } = controller.document.getState();
  await keeping.now();
  const found = await storage.recall(controller.labNamed(lab), mark.visit);
  if (!isStillHere()) return;
  const refuse = (text: string) => controller.tell({ id: 'earlier', kind: 'problem', text });
  if (!found.ok) return refuse(found.problem.message);
  if (found.value === null) return refuse('This work is no longer kept on this device.');
  const { file, warnings } = found.value;
  const { document, history } = fromFile(file, warnings, file.pretrained);
  try {
    await controller.openDocument(document, history);
  } catch (error) {
    if (isStillHere()) refuse(error instanceof Error ? error.message : String(error));
    return;
  }
  if (!isStillHere()) return;
  const [latest] = await around.marks();
  if (latest && latest.visit !== mark.visit) await storage.setAside(lab);
  if (!isStillHere()) return;
  keeping.begin({ id: around.newVisit(), linkState: mark.linkState, from: mark });
}
