import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { divergences } from '../lab.ts';
import type { DivergencesSnapshot } from '../snapshot.ts';

interface LabView {
  readonly snapshot: DivergencesSnapshot;
}

export const challenges: ChallengeSet<LabView> = {
  list: [
    {
      id: 'infinite',
      title: 'One direction is infinite',
      task: 'Make KL(q‖p) infinite while KL(p‖q) is finite.',
      hint: 'Press “Cut p off”: p is zero outside an interval, where every Gaussian q has mass.',
      check: ({ snapshot }) => {
        const figures =
          'fits' in snapshot && snapshot.part !== 'plane' ? snapshot.fits[0].figures : null;
        const done = figures?.reverse === Infinity && figures.forward < Infinity;
        return { done, text: '' };
      },
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => ({ snapshot: shownOf(divergences, controller.run.getState()) }),
};
