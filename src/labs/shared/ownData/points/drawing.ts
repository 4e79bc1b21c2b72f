/**
 * Own points on their way into the lab. Settings and stage are far apart on the page and both take
 * part, hence a store.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ownDataProblem } from '../../../../datasets/ownData.ts';
import type { LabController } from '../../../../store/controller.ts';
import { atEndOfVisit } from '../../../../store/visits.ts';
import type { CsvIntake } from '../csvLoading.ts';
import { openOwnData } from '../openOwnData.ts';
import { type DrawnPoint, drawnFrom, ownDataFrom } from './drawnPoints.ts';

interface DrawingState {
  /** What is drawn so far; null while no points are being drawn. */
  readonly drawn: readonly DrawnPoint[] | null;
  readonly tool: 'brush' | 'eraser';
  /** Class of the brush, from 0. */
  readonly brush: number;
}

export const drawingStore = createStore<DrawingState>()(() => ({
  drawn: null,
  tool: 'brush',
  brush: 0,
}));

export function useDrawingState<Part>(select: (state: DrawingState) => Part): Part {
  return useStore(drawingStore, select);
}

/** Whether points are being drawn, or about to be. */
export const useIsDrawing = (): boolean => useDrawingState((state) => state.drawn !== null);

export function startDrawing(controller: LabController): void {
  const { ownData } = controller.document.getState();
  drawingStore.setState({ drawn: drawnFrom(ownData), tool: 'brush', brush: 0 });
  void controller.pause();
}

export function stopDrawing(): void {
  drawingStore.setState({ drawn: null });
}
atEndOfVisit(stopDrawing);

/** Makes the drawn points the lab's data. What is wrong with them, if anything, is said. */
export async function trainOnDrawn(controller: LabController): Promise<void> {
  const own = ownDataFrom(drawingStore.getState().drawn ?? []);
  const problem = ownDataProblem(own);
  if (problem !== null) {
    controller.tell({ id: 'drawing', kind: 'problem', text: problem });
    return;
  }
  stopDrawing();
  await openOwnData(controller, own);
  if (controller.run.getState().phase === 'ready') await controller.play();
}

/** Files are points, in any order. */
export const pointsIntake: CsvIntake = {
  form: 'points',
  async take(controller, data) {
    stopDrawing();
    await openOwnData(controller, data);
  },
};
