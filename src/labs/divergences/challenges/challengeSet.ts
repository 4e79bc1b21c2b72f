import { editsOf, shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { withInfinities } from '../infinities.ts';
import { divergences } from '../lab.ts';
import {
  closedOnStraight,
  type LabView,
  mergedAway,
  negativeTerms,
  oneIsInfinite,
  type Remembered,
  raisedByWidth,
  rememberElbo,
  stuckAtLighter,
} from './checks.ts';

export const challenges: ChallengeSet<LabView, Remembered | null> = {
  list: [
    {
      id: 'infinite',
      title: 'One direction is infinite',
      task: 'Make KL(q‖p) infinite while KL(p‖q) stays finite.',
      hint: 'KL(q‖p) is infinite where q has mass and p has none.',
      answer:
        'Press “Cut p off” in the part “Densities”: p is zero outside an interval, where every Gaussian q has mass.',
      check: oneIsInfinite,
    },
    {
      id: 'lighter',
      title: 'The lighter peak',
      task: 'On a p with two unequal peaks, fit KL(q‖p) so that q rests at the peak with less mass.',
      hint: 'KL(q‖p) rests at the peak that it starts from.',
      answer:
        'Choose the preset “Unequal peaks”. Drag q onto the right peak, or click there on the landscape of KL(q‖p), and press Play.',
      check: stuckAtLighter,
    },
    {
      id: 'negative',
      title: 'A negative term',
      task: 'Find p and q of the bars so that a term of KL(p‖q) is below −0.2.',
      hint: 'A term is negative where q is larger than p.',
      answer: 'In the part “Bars”, raise the third bar of q to 0.75.',
      check: negativeTerms,
    },
    {
      id: 'merge',
      title: 'Merged away',
      task: 'Make KL(p‖q) at least 0.1, then merge outcomes until nothing of it is left, with two groups or more.',
      hint: 'Nothing is left where the merged outcomes have the same probability under p and under q.',
      answer:
        'Choose 4 outcomes and raise the first bar of p to 0.6. Press “1+2” and “3+4”, then drag the second bar of q until the dashed bars of p and q are equally high.',
      check: mergedAway,
    },
    {
      id: 'straight',
      title: 'No gap, though the atoms differ',
      task: 'Find a convex function and atoms that are more than 0.5 apart with a gap of zero.',
      hint: 'The gap is zero where f is a straight line between the atoms.',
      answer: 'In the part “Jensen”, choose |x| and drag all atoms to the right of 0.',
      check: closedOnStraight,
    },
    {
      id: 'width',
      title: 'By the width alone',
      task: 'In the part “The identity”, raise the ELBO by 0.5 nats without moving the mean of q.',
      hint: 'Make q much too wide first.',
      answer:
        'Drag q to the middle of p. Then pull its peak far down, which makes q much too wide, and up again. With the keyboard, use the arrow keys up and down only.',
      check: raisedByWidth,
    },
  ],
  memory: {
    of: ({ run }) => run,
    start: (view) => rememberElbo(null, view),
    with: rememberElbo,
  },
  viewOf: (controller) => {
    const run = controller.run.getState();
    const edits = editsOf(divergences, controller.effective());
    const isReshaped = edits.some(({ kind }) => kind === 'reshape' || kind === 'draw');
    const snapshot = withInfinities(shownOf(divergences, run));
    return { snapshot, step: run.step, run: run.runId, isReshaped };
  },
};
