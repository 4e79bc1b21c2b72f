import {
  type ChallengeSet,
  type ChallengeTexts,
  keepFindings,
  noFindings,
  type ProgressWith,
} from '../../shared/challenges/findings.ts';
import type { ExpertsSnapshot } from '../snapshot.ts';
import { climbsOnOneStep, eachLeads, gateKnowsNothing, type LabView } from './checks.ts';

type ChallengeId = 'divide' | 'generalised' | 'blind';

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  divide: {
    title: 'Divide the work',
    task: 'Train three or more experts until each has a region where the gate gives it nine tenths of the weight.',
    hint: 'The zigzag has three pieces, and from most seeds three experts find them. Press Play.',
  },
  generalised: {
    title: 'One step is enough',
    task: 'Let the gate take a single step in each M-step. Train until EM converges; the log-likelihood must not fall once.',
    hint: 'Set “Steps of the gate” to 1 and press Play. The gate is never at its optimum on the way, and still the log-likelihood never falls.',
  },
  blind: {
    title: 'A gate that knows nothing',
    task: 'Find a curve on which the experts learn different lines while the gate weighs them equally everywhere.',
    hint: 'On the preset “Two crossing lines”, every x has two likely values of y. Choose it and press Play.',
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
