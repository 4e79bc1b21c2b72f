/** Carries out what is done to the dynamics, in the matrix, on the dial or on the line, as edits. */

import { useMemo } from 'react';
import type { Turn } from '../../../../plots/dial/eigenvalues.ts';
import type { Gesture } from '../../../../plots/drag/gesture.ts';
import { useController } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { shownOf, snapshotOf } from '../../../lab.ts';
import {
  createEditGestures,
  type EditGestures,
  editFollower,
} from '../../../shared/editing/editGestures.ts';
import { keyOf, LARGEST_TURN, type SvaeLdsEdit, withEdit } from '../../edits.ts';
import { svaeLds } from '../../lab.ts';
import { editInWords } from './ldsEditWords.ts';
import { GROWS_ABOVE } from './stability.ts';

export interface DynamicsEditing extends Pick<EditGestures<SvaeLdsEdit>, 'clear' | 'bake'> {
  readonly scaleColumn: (gesture: Gesture<number, number>) => void;
  readonly setEntry: (row: number, column: number, value: number) => void;
  readonly resetEntry: (row: number, column: number) => void;
  /** `target`: the pair as edits count them. */
  readonly turnPair: (gesture: Gesture<Turn, number>) => void;
  /** First step without input; null for input throughout. */
  readonly moveInputEnd: (gesture: Gesture<number | null>) => void;
  /** Brings a system that runs away back to the unit circle. */
  readonly scaleBack: () => void;
}

export function createDynamicsEditing(controller: LabController): DynamicsEditing {
  const gestures = createEditGestures<SvaeLdsEdit>(controller);
  const snapshot = () => snapshotOf(svaeLds, controller.run.getState());

  const follow = editFollower(gestures, { withEdit, keyOf, isNone, inWords: editInWords });
  return {
    scaleColumn: ({ phase, target, at }) =>
      follow(phase, { kind: 'scaleTransitionColumn', column: target, factor: at }),
    setEntry: (row, column, value) =>
      follow('end', { kind: 'setTransitionEntry', row, column, value }),
    async resetEntry(row, column) {
      const isIt = (edit: SvaeLdsEdit) =>
        edit.kind === 'setTransitionEntry' && edit.row === row && edit.column === column;
      if (!(await gestures.change((edits) => edits.filter((edit) => !isIt(edit))))) return;
      await gestures.tell(`Entry in row ${row + 1}, column ${column + 1} is as learned.`);
    },
    turnPair: ({ phase, target, at }) =>
      follow(phase, {
        kind: 'turnEigenvalue',
        pair: target,
        angleFactor: Math.min(LARGEST_TURN.angleFactor, at.angleFactor),
        radiusFactor: Math.min(LARGEST_TURN.radiusFactor, at.radiusFactor),
      }),
    moveInputEnd: ({ phase, at }) =>
      follow(phase, { kind: 'setInputEnd', step: at ?? snapshot()?.steps ?? 0 }),
    async scaleBack() {
      const query = { kind: 'stableEdits', nextTo: GROWS_ABOVE } as const;
      const { edits } = await controller.inspect(svaeLds, query);
      if (!(await gestures.change(() => edits))) return;
      const { spectralRadius } = shownOf(svaeLds, await controller.currentFrame());
      await gestures.tell(`Scaled back: the spectral radius is ${formatFixed(spectralRadius, 2)}.`);
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}

/** Edits that say what was learned anyway are none. */
function isNone(edit: SvaeLdsEdit): boolean {
  if (edit.kind === 'scaleTransitionColumn') return edit.factor === 1;
  return edit.kind === 'turnEigenvalue' && edit.angleFactor === 1 && edit.radiusFactor === 1;
}

export function useDynamicsEditing(): DynamicsEditing {
  const controller = useController();
  return useMemo(() => createDynamicsEditing(controller), [controller]);
}
