/** Commands on the runs that are kept for comparison. */
import { type KeptRun, MOST_KEPT, type RunResult } from '../../../files/keptRuns.ts';
import { letterOf } from '../../../plots/chart/ghost.ts';
import { grouped } from '../../../settings/words.ts';
import type { LabController } from '../../../store/controller.ts';
import { fromSeed, type LabDocument } from '../../../store/document.ts';
import type { Message } from '../../../store/messages.ts';
import { changedOnTheWay, notRepeated } from '../../../store/notRepeated.ts';
import { entryIn, viewEntry } from '../../../store/view.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { LabParts } from '../../page.ts';
import { resultOf } from './runResult.ts';

/** Whether the table of the kept runs is shown. */
export const areRunsShown = viewEntry(false);

export const keptOf = (controller: LabController): readonly KeptRun[] =>
  controller.document.getState().kept ?? [];

export const noRoomInWords = `${MOST_KEPT} runs are kept, and more lines cannot be told apart. Remove one of them in the table of the kept runs, then keep this one.`;

/** The first mark that no run has; null where all are taken. */
export function freeMark(kept: readonly KeptRun[]): number | null {
  const free = Array.from({ length: MOST_KEPT }, (_, mark) => mark).find((mark) =>
    kept.every((run) => run.mark !== mark),
  );
  return free ?? null;
}

const inOrder = (runs: readonly KeptRun[]): readonly KeptRun[] =>
  runs.toSorted((a, b) => a.mark - b.mark);

/** A name that no other run of this or another tab has. */
const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

/** What a run was made from, as it is now. */
export function madeFrom(
  controller: LabController,
  steps: number,
): Pick<KeptRun, 'settings' | 'seed' | 'edits' | 'ownData' | 'isRepeated'> {
  const document = controller.document.getState();
  const { lab, settings, seed, edits, ownData, origin } = document;
  const manifest = controller.labNamed(lab);
  const { trainedUnder } = controller.run.getState();
  const isRepeated =
    notRepeated(manifest, origin).length === 0 &&
    changedOnTheWay(manifest, trainedUnder, document, steps).length === 0;
  return { settings, seed, edits, ownData, isRepeated };
}

/** Keeps the run that is open. Training goes on. */
export async function keepRun(
  controller: LabController,
  exports: LabParts['exports'] | undefined,
): Promise<void> {
  const { snapshot, phase, visit } = controller.run.getState();
  if (!exports || snapshot === null || phase === 'opening' || phase === 'failed') return;
  if (freeMark(keptOf(controller)) === null) return refuse(controller, noRoomInWords);
  const { lab, settings } = controller.document.getState();
  const offered = await exports();
  const outcome = await controller.outcome();
  const mark = freeMark(keptOf(controller));
  if (controller.run.getState().visit !== visit || mark === null) return;
  // Training goes on: later rows would not be of this model.
  const { history, view, dataset } = controller.run.getState();
  const made = madeFrom(controller, outcome.step);
  const run: KeptRun = {
    id: newId(),
    name: `Run ${letterOf(mark)}`,
    mark,
    ...made,
    steps: outcome.step,
    result: resultOf(controller.labNamed(lab), settings, outcome, history, offered, {
      ...{ view, dataset, edits: made.edits },
    }),
  };
  controller.setKept(inOrder([...keptOf(controller), run]));
  tellOf(controller, 'info', `Kept as ${run.name}: seed ${run.seed}, ${grouped(run.steps)} steps.`);
}

const refuse = (controller: LabController, text: string) => tellOf(controller, 'problem', text);

/** With a way to the table, which would lie over it where it is shown already. */
function tellOf(controller: LabController, kind: Message['kind'], text: string): void {
  const isShown = entryIn(controller.run.getState(), areRunsShown);
  if (isShown && kind === 'info') {
    announce(text);
    return;
  }
  const show = () => controller.setEntry(areRunsShown, () => true);
  const action = { label: 'Show kept runs', run: show };
  controller.tell({ ...{ id: 'kept-run', kind, text }, ...(!isShown && { action }) });
}

export function removeRun(controller: LabController, { id, name }: KeptRun): void {
  controller.setKept(keptOf(controller).filter((run) => run.id !== id));
  announce(`${name} is removed. Undo brings it back.`);
}

export function renameRun(controller: LabController, { id }: KeptRun, name: string): void {
  controller.setKept(keptOf(controller).map((run) => (run.id === id ? { ...run, name } : run)));
}

/** A document that opens what a run was made from, with its model where that is known. */
export function documentOf(
  lab: string,
  run: Pick<KeptRun, 'settings' | 'seed' | 'edits' | 'ownData' | 'isRepeated'>,
  result: Pick<RunResult, 'checkpoint'> | null,
): LabDocument {
  const { settings, seed, edits, ownData, isRepeated } = run;
  const checkpoint = result?.checkpoint ?? null;
  const origin = checkpoint
    ? { checkpoint, pretrained: false, ...(isRepeated && ({ isRepeated } as const)) }
    : fromSeed();
  return { lab, settings, seed, edits, ownData, origin };
}

/** Opens a kept run in place of the one that is open: one step of undo. */
export async function openRun(controller: LabController, run: KeptRun): Promise<void> {
  const { lab } = controller.document.getState();
  const document = documentOf(lab, run, run.result);
  const hasModel = document.origin.checkpoint !== null;
  try {
    const history = hasModel ? (run.result?.history ?? null) : null;
    if (!(await controller.openDocument(document, history))) return;
  } catch (error) {
    return refuse(controller, error instanceof Error ? error.message : String(error));
  }
  const text = hasModel
    ? `${run.name} is open with its model. Undo brings back what was open before.`
    : `${run.name} is open with its settings and seed, but its model was not kept: press Play to train it again. Undo brings back what was open before.`;
  controller.tell({ id: 'kept-run', kind: 'info', text });
}
