/** Half-steps as a person takes them: by button or by key, one at a time. */

import type { LabController } from '../../../store/controller.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import type { StageAction } from '../../page.ts';
import type { HalfStep } from '../engine/emCourse.ts';
import { type Ascent, isAscent } from './ascent.ts';

/** Why a half-step that is not next is not taken. */
export const NOTHING_TO_DO: Readonly<Record<HalfStep, string>> = {
  e: 'Another E-step would change nothing: the responsibilities already fit these clusters. An M-step is next.',
  m: 'Another M-step would change nothing: the clusters already are the best for these responsibilities. An E-step is next.',
};

/** EM goes on from edited clusters with an E-step. */
export const nextHalfOf = (ascent: Pick<Ascent, 'nextHalf'> | null, hasEdits: boolean): HalfStep =>
  hasEdits ? 'e' : (ascent?.nextHalf ?? 'e');

/** Presses may follow faster than the session steps: each waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

/** Stops playing and takes the half-step; one that would change nothing is said, not taken. */
export function takeHalfStep(controller: LabController, half: HalfStep): Promise<void> {
  const turn = last.then(() => takeNow(controller, half));
  // A failed one has reported its error and does not prevent the next.
  last = turn.catch(() => undefined);
  return turn;
}

async function takeNow(controller: LabController, half: HalfStep): Promise<void> {
  await controller.pause();
  // The state as it is: what is drawn may be behind.
  const { snapshot } = await controller.currentFrame();
  const hasEdits = controller.effective().edits.length > 0;
  if (!isAscent(snapshot) || half !== nextHalfOf(snapshot, hasEdits)) {
    announce(NOTHING_TO_DO[half]);
    return;
  }
  await controller.changeSettings({ stepKind: 'alternate' });
  await controller.step();
}

/** The keys of both; while one iteration is shown slowly, training rests. */
export function halfStepActions(controller: LabController): readonly StageAction[] {
  const run = (half: HalfStep) => () => {
    if (!controller.run.getState().view.slowMotion) void takeHalfStep(controller, half);
  };
  return [
    { id: 'e-step', label: 'E-step', keys: ['E'], run: run('e') },
    { id: 'm-step', label: 'M-step', keys: ['M'], run: run('m') },
  ];
}
