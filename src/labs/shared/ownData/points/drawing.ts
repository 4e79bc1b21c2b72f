/** Own points on their way into the lab. Settings and stage are far apart on the page and both take part. */
import { ownDataProblem } from '../../../../datasets/ownData.ts';
import { useRun, useViewEntry } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { entryIn, viewEntry } from '../../../../store/view.ts';
import type { CsvIntake } from '../csvLoading.ts';
import { openOwnData } from '../openOwnData.ts';
import { type DrawnPoint, drawnFrom, ownDataFrom } from './drawnPoints.ts';

interface Drawing {
  /** What is drawn so far; null while no points are being drawn. */
  readonly drawn: readonly DrawnPoint[] | null;
  readonly tool: 'brush' | 'eraser';
  /** Class of the brush, from 0. */
  readonly brush: number;
}

const drawing = viewEntry<Drawing>({ drawn: null, tool: 'brush', brush: 0 });

export const useDrawing = (): Drawing => useViewEntry(drawing);

/** Whether points are being drawn, or about to be. */
export const useIsDrawing = (): boolean => useRun((run) => entryIn(run, drawing).drawn !== null);

export function draw(controller: LabController, change: Partial<Drawing>): void {
  controller.setEntry(drawing, (before) => ({ ...before, ...change }));
}

export function startDrawing(controller: LabController): void {
  const { ownData } = controller.document.getState();
  draw(controller, { drawn: drawnFrom(ownData), tool: 'brush', brush: 0 });
  void controller.pause();
}

export function stopDrawing(controller: LabController): void {
  draw(controller, { drawn: null });
}

/** Several strokes may come before the page shows the first of them. */
export function changeDrawn(
  controller: LabController,
  next: (now: readonly DrawnPoint[]) => readonly DrawnPoint[],
): void {
  controller.setEntry(drawing, (before) => ({
    ...before,
    drawn: before.drawn && next(before.drawn),
  }));
}

/** Makes the drawn points the lab's data. What is wrong with them, if anything, is said. */
export async function trainOnDrawn(controller: LabController): Promise<void> {
  const own = ownDataFrom(entryIn(controller.run.getState(), drawing).drawn ?? []);
  const problem = ownDataProblem(own);
  if (problem !== null) {
    controller.tell({ id: 'drawing', kind: 'problem', text: problem });
    return;
  }
  stopDrawing(controller);
  await openOwnData(controller, own);
  if (controller.run.getState().phase === 'ready') await controller.play();
}

/** Files are points, in any order. */
export const pointsIntake: CsvIntake = {
  form: 'points',
  async take(controller, data) {
    stopDrawing(controller);
    await openOwnData(controller, data);
  },
};
