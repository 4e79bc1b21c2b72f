/**
 * Own points on their way into the lab. Settings and stage are far apart on the page and both take
 * part, hence a store.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ownDataProblem } from '../../../datasets/ownData.ts';
import type { LabController } from '../../../store/controller.ts';
import type { CsvIntake } from '../../parts/ownData/csvLoading.ts';
import { openOwnData } from '../../parts/ownData/openOwnData.ts';
import { type DrawnPoint, drawnFrom, ownDataFrom } from './drawnPoints.ts';

interface OwnDataState {
  /** What is drawn so far; null when nobody is drawing. */
  readonly drawn: readonly DrawnPoint[] | null;
  readonly tool: 'brush' | 'eraser';
  /** Class of the brush, from 0. */
  readonly brush: number;
}

export const ownDataStore = createStore<OwnDataState>()(() => ({
  drawn: null,
  tool: 'brush',
  brush: 0,
}));

export function useOwnData<Part>(select: (state: OwnDataState) => Part): Part {
  return useStore(ownDataStore, select);
}

export function startDrawing(controller: LabController): void {
  const { ownData } = controller.document.getState();
  ownDataStore.setState({ drawn: drawnFrom(ownData), tool: 'brush', brush: 0 });
  void controller.pause();
}

export function stopDrawing(): void {
  ownDataStore.setState({ drawn: null });
}

/** Makes the drawn points the lab's data. What is wrong with them, if anything, is said. */
export async function trainOnDrawn(controller: LabController): Promise<void> {
  const own = ownDataFrom(ownDataStore.getState().drawn ?? []);
  const problem = ownDataProblem(own);
  if (problem !== null) {
    controller.tell({ id: 'drawing', kind: 'problem', text: problem });
    return;
  }
  stopDrawing();
  await openOwnData(controller, own, 'dataset', 'points');
  if (controller.run.getState().phase === 'ready') await controller.play();
}

/** Files are points, in any order. */
export const pointsIntake: CsvIntake = {
  rowChoices: ['first', 'spaced', 'random'],
  async take(controller, data) {
    stopDrawing();
    await openOwnData(controller, data, 'dataset', 'points');
  },
};
