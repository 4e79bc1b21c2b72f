import { editsOf, shownOf } from '../../lab.ts';
import type { ChallengeSet } from '../../shared/challenges/challengeSet.ts';
import { svaeSlds } from '../lab.ts';
import {
  alwaysFast,
  forgotShortVisits,
  foundStates,
  type LabView,
  type Remembered,
  remembering,
  START,
  taughtByBrush,
} from './checks.ts';

export const challenges: ChallengeSet<LabView, Remembered> = {
  list: [
    {
      id: 'find',
      title: 'As good as the oracle',
      task: 'Train a model whose adjusted Rand index is at least 0.9 times that of the oracle.',
      hint: 'First comes the warm-up as a VAE, then the states. The default settings reach this from nearly every seed.',
      answer: 'Press “Train from scratch” and wait for 1,000 steps.',
      ofTraining: true,
      check: foundStates,
    },
    {
      id: 'fast',
      title: 'Always fast',
      task: 'Make the dot always fast: give every state in use the period of the fastest, to within 10 %.',
      hint: 'The dial of a state sets its period.',
      answer: 'Turn the dial of each slow state until its period is that of the fastest.',
      check: alwaysFast,
    },
    {
      id: 'brush',
      title: 'Three strokes',
      task: 'Find a ribbon with an accuracy below 0.9, and teach it the switches with at most three strokes of the brush: accuracy 0.97 or more.',
      hint: 'Look at the ribbon early in training, or after a state in use has been removed. A state that is not in use learns from what is painted with it.',
      answer:
        'Remove a state in use. Paint its longest stretch with a state that is not in use: its other stretches follow. Then paint where the found states still differ from the true ones.',
      check: taughtByBrush,
    },
    {
      id: 'sticky',
      title: 'Short visits forgotten',
      task: 'Find a time in a state at which all visits shorter than 15 steps are gone, and at least one switch is left.',
      hint: 'Data with shorter visits have more of them to lose.',
      answer:
        'Set “Time in a true state” to 20 and train for 1,000 steps. Then raise “Time in a state ×” until the short visits have gone.',
      check: forgotShortVisits,
    },
  ],
  memory: {
    of: ({ runId }) => runId,
    start: () => START,
    with: remembering,
  },
  viewOf(controller) {
    const run = controller.run.getState();
    const document = controller.document.getState();
    return {
      snapshot: shownOf(svaeSlds, run),
      edits: editsOf(svaeSlds, document),
      runId: run.runId,
      isPretrained: document.origin.pretrained,
    };
  },
};
