/** Carries out what is done to states, chain and ribbon as edits. */
import { useMemo } from 'react';
import type { Turn } from '../../../../plots/dial/eigenvalues.ts';
import type { Gesture, GesturePhase } from '../../../../plots/drag/gesture.ts';
import type { Brush, Stretch } from '../../../../plots/ribbon/StateRibbon.tsx';
import type { Transition } from '../../../../plots/transitions/TransitionsPlot.tsx';
import { useController } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { snapshotOf } from '../../../lab.ts';
import {
  createEditGestures,
  type EditGestures,
  editFollower,
} from '../../../shared/editing/editGestures.ts';
import {
  keyOf,
  LARGEST_STICKINESS,
  LARGEST_TURN,
  type SvaeSldsEdit,
  withEdit,
} from '../../edits.ts';
import { svaeSlds } from '../../lab.ts';
import { withStroke } from './paint.ts';
import { editInWords } from './sldsEditWords.ts';

export interface SldsEditing extends Pick<EditGestures<SvaeSldsEdit>, 'clear' | 'bake'> {
  /** Target: the state. */
  readonly turn: (gesture: Gesture<Turn, number>) => void;
  readonly moveTransition: (gesture: Gesture<number, Transition>) => void;
  readonly scaleStickiness: (phase: GesturePhase, factor: number) => void;
  readonly scaleDynamics: (phase: GesturePhase, factor: number) => void;
  /** First step without input; null for input throughout. */
  readonly moveInputEnd: (gesture: Gesture<number | null>) => void;
  readonly paint: (phase: GesturePhase, stretch: Stretch, what: Brush) => void;
  /** Removes, merges, splits or swaps states. */
  readonly change: (edit: SvaeSldsEdit) => void;
  /** Brings a removed state back. */
  readonly restore: (state: number) => void;
}

const within = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

export function createSldsEditing(controller: LabController): SldsEditing {
  const gestures = createEditGestures<SvaeSldsEdit>(controller);
  const follow = editFollower(gestures, { withEdit, keyOf, isNone, inWords: editInWords });
  return {
    turn: ({ phase, target: state, at }) =>
      follow(phase, {
        kind: 'turnEigenvalue',
        state,
        angleFactor: within(at.angleFactor, 0, LARGEST_TURN.angleFactor),
        radiusFactor: within(at.radiusFactor, 0, LARGEST_TURN.radiusFactor),
      }),
    moveTransition: ({ phase, target: { from, to }, at }) =>
      follow(phase, { kind: 'setChainEntry', from, to, probability: within(at, 0, 1) }),
    scaleStickiness: (phase, factor) =>
      follow(phase, {
        kind: 'scaleStickiness',
        factor: within(factor, 1 / LARGEST_STICKINESS, LARGEST_STICKINESS),
      }),
    scaleDynamics: (phase, factor) =>
      follow(phase, { kind: 'scaleDynamics', factor: within(factor, 0, 1) }),
    moveInputEnd: ({ phase, at }) => {
      const steps = snapshotOf(svaeSlds, controller.run.getState())?.steps ?? 0;
      follow(phase, { kind: 'setInputEnd', step: at ?? steps });
    },
    paint(phase, { from, to }, what) {
      const firstRow = snapshotOf(svaeSlds, controller.run.getState())?.firstRow ?? 0;
      const [first, last] = [firstRow + from, firstRow + to];
      const words =
        what === 'eraser'
          ? `Paint taken away from steps ${from} to ${to - 1}.`
          : `Steps ${from} to ${to - 1} painted with state ${what + 1}.`;
      gestures.follow(
        phase,
        (edits) => withStroke(edits, first, last, what),
        'paint',
        () => words,
      );
    },
    async change(edit) {
      await gestures.change((edits) => withEdit(edits, edit), `${editInWords(edit)}.`);
    },
    async restore(state) {
      const isIt = (edit: SvaeSldsEdit) => edit.kind === 'removeState' && edit.state === state;
      await gestures.change(
        (edits) => edits.filter((edit) => !isIt(edit)),
        `State ${state + 1} is back.`,
      );
    },
    clear: gestures.clear,
    bake: gestures.bake,
  };
}

/** Edits that say what was learned anyway are none. */
function isNone(edit: SvaeSldsEdit): boolean {
  if (edit.kind === 'turnEigenvalue') return edit.angleFactor === 1 && edit.radiusFactor === 1;
  return (edit.kind === 'scaleDynamics' || edit.kind === 'scaleStickiness') && edit.factor === 1;
}

export function useSldsEditing(): SldsEditing {
  const controller = useController();
  return useMemo(() => createSldsEditing(controller), [controller]);
}
