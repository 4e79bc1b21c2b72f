import type { ExpertsSnapshot } from '../../../models/mixtureOfExperts/snapshot.ts';
import {
  type ChallengeSet,
  type ChallengeTexts,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../parts/challenges/findings.ts';
import { climbsOnOneStep, eachLeads, gateKnowsNothing, type LabView } from './checks.ts';

type ChallengeId = 'divide' | 'generalised' | 'blind';

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  divide: {
    title: 'Divide the work',
    task: 'Train three or more experts until each leads somewhere: the gate asks it nine times in ten.',
    hint: 'The zigzag has three pieces, and three experts find them from most seeds. Press Play.',
  },
  generalised: {
    title: 'One step is enough',
    task: 'Let the gate take a single step in each M-step, and climb until EM has converged, without going down once.',
    hint: 'Set "Steps of the gate" to 1 and press Play. On the way the gate is never at its best, and nothing falls all the same.',
  },
  blind: {
    title: 'A gate that knows nothing',
    task: 'Find a curve on which the experts learn different lines and the gate asks them all alike.',
    hint: 'There are two likely values of y at every x of the preset "Two crossing lines".',
  },
};

const IDS: readonly ChallengeId[] = ['divide', 'generalised', 'blind'];

/** The challenges of this lab, as the list and its watcher take them. */
export const challenges: ChallengeSet<ChallengeId, LabView, ProgressWith<ChallengeId>> = {
  ids: IDS,
  titles: {
    divide: challengeTexts.divide.title,
    generalised: challengeTexts.generalised.title,
    blind: challengeTexts.blind.title,
  },
  start: { findings: noFindings(IDS) },
  observe: ({ findings }, view) => ({
    findings: keepFindings(findings, {
      divide: eachLeads(view),
      generalised: climbsOnOneStep(view),
      blind: gateKnowsNothing(view),
    }),
  }),
  viewOf: (controller) => ({
    // Snapshots of this page come from this lab's engine.
    snapshot: controller.run.getState().snapshot as ExpertsSnapshot,
    gateSteps: Number(controller.document.getState().settings.gateSteps),
  }),
};
