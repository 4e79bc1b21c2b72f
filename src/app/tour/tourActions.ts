import type { LabController } from '../../store/controller.ts';
import type { Entrance } from '../../store/entrance.ts';
import type { Action } from '../shortcuts.ts';
import { focusMain } from '../usePageFocus.ts';
import { tourStep } from './tourCommands.ts';

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

type Keys = Pick<Action, 'label' | 'keys'>;

/** What a tour does at keys. Page Up and Page Down are those of a presenter's remote control. */
export const TOUR_KEYS: Readonly<Record<'leave' | 'next' | 'back', Keys>> = {
  leave: { label: 'Leave the tour', keys: ['T'] },
  next: { label: 'Next step of the tour', keys: ['PageDown'] },
  back: { label: 'Previous step of the tour', keys: ['PageUp'] },
};

/** The same, bound to the step that is shown. */
export function tourActions(
  controller: LabController,
  tour: Entrance['tour'],
  { step, steps }: { readonly step: number; readonly steps: number },
): readonly Action[] {
  const go = (to: number) => () => controller.setEntry(tourStep, () => to);
  return [
    { id: 'tour-leave', ...TOUR_KEYS.leave, run: () => void leaveTour(controller, tour) },
    { id: 'tour-next', ...TOUR_KEYS.next, enabled: step < steps - 1, run: go(step + 1) },
    { id: 'tour-back', ...TOUR_KEYS.back, enabled: step > 0, run: go(step - 1) },
  ];
}
