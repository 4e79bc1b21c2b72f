import type { ChallengeTexts } from '../../parts/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

/** Titles hold for all data sets, so that a challenge keeps its name. */
export const challengeTitles: Readonly<Record<ChallengeId, string>> = {
  separate: 'To each a cluster',
  remove: 'Who takes the orphans?',
  pile: 'Two on one spot',
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
      ? 'The default settings nearly always get there within a thousand steps. '
      : '';
  return {
    separate: {
      title: challengeTitles.separate,
      task: `Train until every ${one} has a cluster of its own and no cluster is left over.`,
      hint: `${promise}Leave structural moves on: they join the halves of what was split in two.`,
    },
    remove: {
      title: challengeTitles.remove,
      task: 'Remove a cluster that holds points, and see where they go.',
      hint: 'Select a cluster in the latent space and press Delete. Enter brings it back.',
    },
    pile: {
      title: challengeTitles.pile,
      task: 'Move one cluster onto another. Which points change sides, and which do not?',
      hint: 'Drag it by its centre, or use the arrow keys. Two clusters in one place share their points by shape and weight.',
    },
    fail: {
      title: challengeTitles.fail,
      task: `Find a start from which training puts two ${many} into one cluster.`,
      hint: 'Under Settings, start the clusters from random means with a small spread and switch structural moves off. The exhibits among the presets fail in other ways.',
    },
    repair: {
      title: challengeTitles.repair,
      task: `Pull the two ${many} apart again without starting over.`,
      hint: `Bring in an idle cluster: drag it onto one of the two ${many}, give it some weight, choose “Train from here” and press Play.`,
    },
  };
}
