import type { LabController } from '../../store/controller.ts';
import type { Entrance } from '../../store/entrance.ts';
import { viewEntry } from '../../store/view.ts';
import type { Action } from '../shortcuts.ts';
import { focusMain } from '../usePageFocus.ts';

/** The index of the step that a tour shows; null where there is no tour. */
export const tourStep = viewEntry<number | null>(null);

/** From the first step. */
export function startTour(controller: LabController): void {
  controller.setEntry(tourStep, () => 0);
}

/** What the last step shows stays; the work before the tour is one step of undo away. */
export async function leaveTour(controller: LabController, tour: Entrance['tour']): Promise<void> {
  controller.setEntry(tourStep, () => null);
  focusMain();
  // What could not be loaded has opened nothing.
  const states = await tour().catch(() => null);
  if (!states) return;
  const hasBefore = states.hasBefore();
  states.end();
  if (!hasBefore) return;
  controller.tell({
    id: 'tour',
    kind: 'info',
    text: 'The tour is over. Undo brings back what was open before it.',
  });
}

/** What the tour does at keys. Page Up and Page Down are those of a presenter's remote control. */
export function tourActions(
  controller: LabController,
  tour: Entrance['tour'],
  { step, steps }: { readonly step: number | null; readonly steps: number },
): readonly Action[] {
  const isOn = step !== null;
  const go = (to: number) => () => controller.setEntry(tourStep, () => to);
  return [
    {
      id: 'tour',
      label: isOn ? 'Leave the tour' : 'Take the tour',
      keys: ['T'],
      run: () => void (isOn ? leaveTour(controller, tour) : startTour(controller)),
    },
    {
      id: 'tour-next',
      label: 'Next step of the tour',
      keys: ['PageDown'],
      enabled: isOn && step < steps - 1,
      run: go((step ?? 0) + 1),
    },
    {
      id: 'tour-back',
      label: 'Previous step of the tour',
      keys: ['PageUp'],
      enabled: isOn && step > 0,
      run: go((step ?? 0) - 1),
    },
  ];
}
