import type { LabController } from '../../store/controller.ts';
import { type TourStates, tourStep } from '../../store/tourStates.ts';
import type { Action } from '../shortcuts.ts';
import { focusMain } from '../usePageFocus.ts';

/** From the first step. */
export function startTour(controller: LabController): void {
  controller.setEntry(tourStep, () => 0);
}

/** What the last step shows stays; the work before the tour is one step of undo away. */
export function leaveTour(controller: LabController, states: TourStates): void {
  const hasBefore = states.hasBefore();
  states.end();
  controller.setEntry(tourStep, () => null);
  focusMain();
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
  states: TourStates,
  { step, steps }: { readonly step: number | null; readonly steps: number },
): readonly Action[] {
  const isOn = step !== null;
  const go = (to: number) => () => controller.setEntry(tourStep, () => to);
  return [
    {
      id: 'tour',
      label: isOn ? 'Leave the tour' : 'Take the tour',
      keys: ['T'],
      run: () => (isOn ? leaveTour(controller, states) : startTour(controller)),
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
