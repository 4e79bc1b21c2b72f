import type { ChallengeId } from './progress.ts';

export interface ChallengeText {
  readonly title: string;
  readonly task: string;
  readonly hint: string;
}

export const challengeTexts: Readonly<Record<ChallengeId, ChallengeText>> = {
  separate: {
    title: 'One arm, one cluster',
    task: 'Train until every arm has a cluster of its own and no cluster is left over.',
    hint: 'The default settings nearly always get there within a thousand steps. Leave structural moves on: they merge an arm that was split in two.',
  },
  remove: {
    title: 'Who takes the orphans?',
    task: 'Remove a cluster that holds points, and see where they go.',
    hint: 'Select a cluster in the latent space and press Delete. Enter brings it back.',
  },
  pile: {
    title: 'Two on one spot',
    task: 'Move one cluster onto another. Which points change sides, and which do not?',
    hint: 'Drag it by its centre, or use the arrow keys. Two clusters in one place share their points by shape and weight.',
  },
  fail: {
    title: 'Make it fail',
    task: 'Find a start from which training puts two arms into one cluster.',
    hint: 'Under Settings, start the clusters from random means with a small spread and switch structural moves off. The exhibits among the presets fail in other ways.',
  },
  repair: {
    title: 'Repair it',
    task: 'Pull the two arms apart again without starting over.',
    hint: 'Bring in an idle cluster: drag it onto one of the two arms, give it some weight, choose “Train from here” and press Play.',
  },
};

export const challengeTitles: Readonly<Record<ChallengeId, string>> = {
  separate: challengeTexts.separate.title,
  remove: challengeTexts.remove.title,
  pile: challengeTexts.pile.title,
  fail: challengeTexts.fail.title,
  repair: challengeTexts.repair.title,
};
