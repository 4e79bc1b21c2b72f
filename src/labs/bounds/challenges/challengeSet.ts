import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { bounds } from '../lab.ts';
import { fewCount, heavyTail, type LabView, manyDraws, oneDraw } from './checks.ts';

export const challenges: ChallengeSet<LabView, null> = {
  list: [
    {
      id: 'many-draws',
      title: 'Draws instead of a good q',
      task: 'Keep a q whose ELBO is at least 1 nat low, and bring the bound within 0.01 nats of log p(x).',
      hint: 'The gap is about χ² / 2K. With the prior as q, χ² is 1.25: drag K to 100.',
      check: manyDraws,
    },
    {
      id: 'one-draw',
      title: 'A good q instead of draws',
      task: 'Bring the bound within 0.001 nats of log p(x) with a single draw.',
      hint: 'Set K to 1. The weights are equal where q is the posterior: mean x/2, standard deviation 0.71.',
      check: oneDraw,
    },
    {
      id: 'heavy-tail',
      title: 'Lose the second moment',
      task: 'Find a q for which χ² is infinite.',
      hint: 'Drag the side of q inwards: its variance must be at most half that of the posterior, so its standard deviation at most 0.5.',
      check: heavyTail,
    },
    {
      id: 'few-count',
      title: 'Drawn in vain',
      task: 'Draw at least 100 times, so that fewer than 2 draws count, with a finite χ².',
      hint: 'Draw where the posterior is not: set the mean of q to −3, its standard deviation to 0.6, and K to 100.',
      check: fewCount,
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => ({ snapshot: shownOf(bounds, controller.run.getState()) }),
};
