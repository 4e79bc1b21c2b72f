/** Carries out what is done to the dynamics, in the matrix, on the dial or on the line, as edits. */

import type { GesturePhase } from '../../../../plots/useManipulation.ts';
import type { LabController } from '../../../../store/controller.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { shownOf, snapshotOf } from '../../../lab.ts';
import { createEditGestures, type EditGestures } from '../../../shared/editing/editGestures.ts';
import {
  editTarget,
  LARGEST_TURN,
  parseSvaeLdsEdit,
  type SvaeLdsEdit,
  withEdit,
} from '../../edits.ts';
import { svaeLds } from '../../lab.ts';
import { editInWords } from './ldsEditWords.ts';
import { GROWS_ABOVE } from './stability.ts';

export interface DynamicsHands extends Pick<EditGestures<SvaeLdsEdit>, 'clear' | 'bake'> {
  readonly scaleColumn: (column: number, factor: number, phase: GesturePhase) => void;
  readonly setEntry: (row: number, column: number, value: number) => void;
  readonly resetEntry: (row: number, column: number) => void;
  /** `pair` as edits count them. */
  readonly turnPair: (
    pair: number,
    angleFactor: number,
    radiusFactor: number,
    phase: GesturePhase,
  ) => void;
  /** First step without input; null for input throughout. */
  readonly moveInputEnd: (step: number | null, phase: GesturePhase) => void;
  /** Brings a system that runs away back to the unit circle. */
  readonly scaleBack: () => void;
}

export function createDynamicsHands(controller: LabController): DynamicsHands {
  const gestures = createEditGestures(controller, parseSvaeLdsEdit);
  const { committed, draft, commit } = gestures;
  const snapshot = () => snapshotOf(svaeLds, controller.run.getState());

  const put = async (edit: SvaeLdsEdit, phase: GesturePhase): Promise<void> => {
    if (phase === 'start') return;
    const edits = withEdit(committed(), edit).filter((other) => other !== edit || !isNone(edit));
    if (phase === 'move') draft(edits);
    else if (await gestures.finish(edits, editTarget(edit)))
      await gestures.tell(`${editInWords(edit)}.`);
  };

  return {
    scaleColumn: (column, factor, phase) =>
      void put({ kind: 'scaleTransitionColumn', column, factor }, phase),
    setEntry: (row, column, value) =>
      void put({ kind: 'setTransitionEntry', row, column, value }, 'end'),
    async resetEntry(row, column) {
      const isIt = (edit: SvaeLdsEdit) =>
        edit.kind === 'setTransitionEntry' && edit.row === row && edit.column === column;
      if (!(await commit(committed().filter((edit) => !isIt(edit))))) return;
      await gestures.tell(`Entry in row ${row + 1}, column ${column + 1} is as learned.`);
    },
    turnPair: (pair, angleFactor, radiusFactor, phase) =>
      void put(
        {
          kind: 'turnEigenvalue',
          pair,
          angleFactor: Math.min(LARGEST_TURN.angleFactor, angleFactor),
          radiusFactor: Math.min(LARGEST_TURN.radiusFactor, radiusFactor),
        },
        phase,
      ),
    moveInputEnd: (step, phase) =>
      void put({ kind: 'setInputEnd', step: step ?? snapshot()?.steps ?? 0 }, phase),
    async scaleBack() {
      const query = { kind: 'stableEdits', nextTo: GROWS_ABOVE } as const;
      const { edits } = await controller.inspect(svaeLds, query);
      if (!(await commit(edits))) return;
      const { spectralRadius } = shownOf(svaeLds, await controller.look());
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
