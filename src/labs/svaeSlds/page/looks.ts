/** How true states are drawn: in the colour of the state that stands for each. */
import type { SvaeSldsSnapshot } from '../snapshot.ts';

type Shown = Pick<SvaeSldsSnapshot, 'matched' | 'stateCount'>;

/** The palette's colour of each true state; one that no state stands for has a colour of its own. */
export function trueColours({ matched, stateCount }: Shown, trueStates: number): number[] {
  return Array.from({ length: trueStates }, (_, truth) => {
    const state = matched?.indexOf(truth) ?? -1;
    return state >= 0 ? state : stateCount + truth;
  });
}
