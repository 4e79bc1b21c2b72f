/** Carries out what is done to the means of states as edits. */
import { ownText } from '../../../datasets/columnUnits.ts';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import type { LabController } from '../../../store/controller.ts';
import { createEditGestures } from '../../shared/editing/editGestures.ts';
import { type HmmEdit, withHmmEdit } from '../edits.ts';

export function createStateGestures(controller: LabController) {
  const gestures = createEditGestures<HmmEdit>(controller);
  return {
    move({ phase, target: state, at: mean }: Gesture<number, number>): void {
      const { dataset } = controller.run.getState();
      if (!dataset) return;
      const change = (edits: readonly HmmEdit[]) =>
        withHmmEdit(edits, { kind: 'moveState', state, mean });
      const place = ownText(dataset.units[0], mean);
      gestures.follow(
        phase,
        change,
        `state ${state}`,
        () => `Mean of state ${state + 1} moved to ${place}.`,
      );
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}
