import type { ChallengeTexts } from '../../shared/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

/** Titles hold for all data sets, so that a challenge keeps its name. */
export const challengeTitles: Readonly<Record<ChallengeId, string>> = {
  separate: 'One cluster each',
  remove: 'Remove a cluster',
  pile: 'Two clusters in one place',
  fail: 'Make it fail',
  repair: 'Repair it',
};

interface ClassWords {
  readonly one: string;
  readonly many: string;
}

const CLASS_WORDS: Readonly<Record<string, ClassWords>> = {
  spirals: { one: 'arm', many: 'arms' },
  blobs: { one: 'blob', many: 'blobs' },
  'two-gaussians': { one: 'group', many: 'groups' },
  moons: { one: 'moon', many: 'moons' },
  rings: { one: 'ring', many: 'rings' },
};
const OTHERWISE: ClassWords = { one: 'class', many: 'classes' };

/** The challenges in the words of a data set. */
export function challengeTexts(dataset: string): ChallengeTexts<ChallengeId> {
  const { one, many } = CLASS_WORDS[dataset] ?? OTHERWISE;
  const promise =
    dataset === 'spirals'
      ? 'With the default settings, 1,000 steps are enough from nearly every seed. '
      : '';
  return {
    separate: {
      title: challengeTitles.separate,
      task: `Train until every ${one} has a cluster of its own and no cluster is left over.`,
      hint: `${promise}Leave structural moves on: they merge the parts of a split ${one}.`,
    },
    remove: {
      title: challengeTitles.remove,
      task: 'Remove a cluster that holds points and see which clusters take them.',
      hint: 'Select a cluster in the latent space and press Delete. Enter brings it back.',
    },
    pile: {
      title: challengeTitles.pile,
      task: 'Move one cluster onto another. Which points change their cluster, and which do not?',
      hint: 'Drag the cluster by its centre, or use the arrow keys. Two clusters in one place share their points by shape and weight.',
    },
    fail: {
      title: challengeTitles.fail,
      task: `Find a start from which training puts two ${many} into one cluster.`,
      hint: 'In the settings, start the clusters from random means with a spread of 0.01, switch structural moves off and train for 500 steps.',
    },
    repair: {
      title: challengeTitles.repair,
      task: `Separate the two ${many} again without starting over.`,
      hint: `Drag a cluster with few points onto one of the two ${many}, raise its weight to 0.2, choose “Train from here” and train for 1,000 steps.`,
    },
  };
}
