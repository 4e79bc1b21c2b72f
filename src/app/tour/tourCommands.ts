import type { LabController } from '../../store/controller.ts';
import { viewEntry } from '../../store/view.ts';

/** The index of the step that a tour shows; null where there is no tour. */
export const tourStep = viewEntry<number | null>(null);

/** From the first step. */
export function startTour(controller: LabController): void {
  controller.setEntry(tourStep, () => 0);
}
