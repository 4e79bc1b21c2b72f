/** How true states are drawn and called: in the colour of the state that stands for each. */
import type { SvaeSldsSnapshot } from '../snapshot.ts';

type Shown = Pick<SvaeSldsSnapshot, 'matched' | 'stateCount'>;

const NONE: readonly number[] = [];

/** The states that edits leave out. */
export function removedStates({ states }: Pick<SvaeSldsSnapshot, 'states'>): readonly number[] {
  const removed = states.flatMap((state) => (state.removed ? [state.id] : []));
  return removed.length > 0 ? removed : NONE;
}

/** The palette's colour of each true state; one that no state stands for has a colour of its own. */
export function trueColours({ matched, stateCount }: Shown, trueStates: number): number[] {
  return Array.from({ length: trueStates }, (_, truth) => {
    const state = matched?.indexOf(truth) ?? -1;
    return state >= 0 ? state : stateCount + truth;
  });
}

/** How many true states there are among these labels. */
export const countOf = (labels: ArrayLike<number>): number => {
  let most = -1;
  for (let t = 0; t < labels.length; t++) most = Math.max(most, labels[t]);
  return most + 1;
};
