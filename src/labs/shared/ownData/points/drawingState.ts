/** Own points while they are drawn. Settings and stage are far apart on the page and both take part. */
import { useRun, useViewEntry } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { entryIn, viewEntry } from '../../../../store/view.ts';
import type { DrawnPoint } from './drawnPoints.ts';

interface Drawing {
  /** What is drawn so far; null while no points are being drawn. */
  readonly drawn: readonly DrawnPoint[] | null;
  readonly tool: 'brush' | 'eraser';
  /** Class of the brush, from 0. */
  readonly brush: number;
}

export const drawing = viewEntry<Drawing>({ drawn: null, tool: 'brush', brush: 0 });

export const useDrawing = (): Drawing => useViewEntry(drawing);

/** Whether points are being drawn, or about to be. */
export const useIsDrawing = (): boolean => useRun((run) => entryIn(run, drawing).drawn !== null);

export function draw(controller: LabController, change: Partial<Drawing>): void {
  controller.setEntry(drawing, (before) => ({ ...before, ...change }));
}

export function stopDrawing(controller: LabController): void {
  draw(controller, { drawn: null });
}
