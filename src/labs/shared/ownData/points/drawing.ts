/** Own points on their way into the lab. */
import { ownDataProblem } from '../../../../datasets/ownData.ts';
import type { LabController } from '../../../../store/controller.ts';
import { entryIn } from '../../../../store/view.ts';
import type { CsvIntake } from '../csvInHand.ts';
import { openOwnData } from '../openOwnData.ts';
import { draw, drawing, stopDrawing } from './drawingState.ts';
import { type DrawnPoint, drawnFrom, ownDataFrom } from './drawnPoints.ts';

export function startDrawing(controller: LabController): void {
  const { ownData } = controller.document.getState();
  draw(controller, { drawn: drawnFrom(ownData), tool: 'brush', brush: 0 });
  void controller.pause();
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
