import { shownOf } from '../../lab.ts';
import { type ChallengeSet, NO_MEMORY } from '../../shared/challenges/challengeSet.ts';
import { mixtureOfExperts } from '../lab.ts';
import { climbsOnOneStep, eachLeads, gateKnowsNothing, type LabView } from './checks.ts';

export const challenges: ChallengeSet<LabView> = {
  list: [
    {
      id: 'divide',
      title: 'Divide the work',
      task: 'Train three or more experts until each has a region where the gate gives it nine tenths of the weight.',
      hint: 'The zigzag has three pieces.',
      answer: 'From most seeds three experts find the three pieces: press Play.',
      check: eachLeads,
    },
    {
      id: 'generalised',
      title: 'One step is enough',
      task: 'Let the gate take a single step in each M-step. Train until EM converges; the log-likelihood must not fall once.',
      hint: 'The gate has a setting of its own.',
      answer:
        'Set “Steps of the gate” to 1 and press Play. The gate is never at its optimum on the way, and still the log-likelihood never falls.',
      check: climbsOnOneStep,
    },
    {
      id: 'blind',
      title: 'A gate that knows nothing',
      task: 'Find a curve on which the experts learn different lines while the gate weighs them equally everywhere.',
      hint: 'Where every x has two likely values of y, the gate has nothing to go by.',
      answer: 'Choose the preset “Two crossing lines” and press Play.',
      check: gateKnowsNothing,
    },
  ],
  memory: NO_MEMORY,
  viewOf: (controller) => ({
    snapshot: shownOf(mixtureOfExperts, controller.run.getState()),
    gateSteps: Number(controller.document.getState().settings.gateSteps),
  }),
};
