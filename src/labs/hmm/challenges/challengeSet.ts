import { shownOf } from '../../lab.ts';
import {
  type ChallengeSet,
  type Finding,
  NO_MEMORY,
  nothing,
} from '../../shared/challenges/challengeSet.ts';
import { hmm } from '../lab.ts';
import type { HmmSnapshot } from '../snapshot.ts';

/** The lab as the checks see it. */
export interface LabView {
  readonly snapshot: HmmSnapshot;
}

/** A state is left for one other alone when that one takes this share of the leaving. */
const MAIN_SHARE = 0.9;
/** Means nearer than this part of the smaller deviation are the same. */
const SAME_MEAN = 1;
/** A spread at least this many times another is a different one. */
const OTHER_SPREAD = 2;

export const challenges: ChallengeSet<LabView> = {
  list: [
    {
      id: 'ring',
      title: 'A ring',
      task: 'Find four states or more that follow one another in a fixed order.',
      hint: 'Which data go through their states in a fixed order? If EM comes to rest in a worse maximum, take another seed.',
      answer: 'Choose the preset “Stairs” and press Play.',
      ofTraining: true,
      check: formsRing,
    },
    {
      id: 'spread',
      title: 'Only the spread',
      task: 'Find two states with the same mean and different spreads.',
      hint: 'One of the presets was made by such states.',
      answer: 'Choose the preset “Quiet and loud” and press Play.',
      ofTraining: true,
      check: differInSpread,
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => ({ snapshot: shownOf(hmm, controller.run.getState()) }),
};

/** Each state is left for another one alone, and the order leads through all of them. */
export function formsRing({ snapshot: { states, halfSteps } }: LabView): Finding {
  const K = states.length;
  if (K < 4) return nothing(`The model has ${K} state${K === 1 ? '' : 's'}; use 4 or more.`);
  const next = states.map(({ id, transition }) => {
    const leaving = 1 - transition[id];
    return transition.findIndex(
      (share, to) => to !== id && share > 0 && share >= MAIN_SHARE * leaving,
    );
  });
  const followed = next.filter((to) => to >= 0).length;
  const visited = new Set<number>();
  for (let at = 0; at >= 0 && !visited.has(at); at = next[at]) visited.add(at);
  const isRing = visited.size === K && next[[...visited][K - 1]] === 0;
  return {
    done: halfSteps > 0 && isRing,
    text: `${followed} of ${K} states are followed by one other state alone.`,
  };
}

/** Two states that have half the steps between them differ in their spread alone. */
export function differInSpread({ snapshot: { states, halfSteps, rows } }: LabView): Finding {
  if (halfSteps === 0) return nothing('');
  for (const a of states)
    for (const b of states) {
      const isWide = b.deviation >= OTHER_SPREAD * a.deviation;
      const isSame = Math.abs(a.mean - b.mean) <= SAME_MEAN * a.deviation;
      if (isWide && isSame && a.count + b.count >= rows / 2)
        return {
          done: true,
          text: `States ${a.id + 1} and ${b.id + 1} have the same mean, and one is ${(b.deviation / a.deviation).toFixed(1)} times as wide.`,
        };
    }
  return nothing('No two states have the same mean and different spreads yet.');
}
