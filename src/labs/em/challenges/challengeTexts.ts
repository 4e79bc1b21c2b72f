import type { ChallengeTexts } from '../../shared/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  monotone: {
    title: 'Never down',
    task: 'Take twenty half-steps with the Gaussian mixture and watch the log-likelihood: it must not fall once.',
    hint: 'Choose “Gaussian mixture” above the plots. Press E-step and M-step alternately, or Play.',
  },
  stuck: {
    title: 'Stuck on a lower hill',
    task: 'Find a start from which k-means comes to rest although a better solution exists.',
    hint: 'With k-means and seed 0, Play is enough: two means share a blob. Or choose “Random points” as the start and try the seeds from 0 to 7.',
  },
  unstick: {
    title: 'Off the hill again',
    task: 'From there, move one mean so that k-means ends in a better solution.',
    hint: 'Which blob has two means, and which two blobs share one? Drag one of the two means over and press Play.',
  },
  singular: {
    title: 'A singular covariance',
    task: 'Make a cluster of the Gaussian mixture collapse onto a point or a line.',
    hint: 'The preset “A singular covariance” has so many clusters that some hold only one or two points. Choose it and press Play.',
  },
  prune: {
    title: 'How many clusters?',
    task: 'Start the Bayesian mixture with ten or more clusters and let it prune them to five.',
    hint: 'The preset “Bayesian: how many?” starts with fifteen clusters for five blobs. Choose it and press Play.',
  },
};

/** What each is called when it is announced. */
export const challengeTitles = Object.fromEntries(
  Object.entries(challengeTexts).map(([id, { title }]) => [id, title]),
) as Readonly<Record<ChallengeId, string>>;
