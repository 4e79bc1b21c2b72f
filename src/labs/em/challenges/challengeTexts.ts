import type { ChallengeTexts } from '../../parts/challenges/findings.ts';
import type { ChallengeId } from './progress.ts';

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  monotone: {
    title: 'Never down',
    task: 'Take twenty half-steps with the Gaussian mixture and watch the log-likelihood: it must not fall once.',
    hint: 'Choose "Gaussian mixture" above the plots and press E-step and M-step in turns, or Play.',
  },
  stuck: {
    title: 'Stuck on a lower hill',
    task: 'Find a start from which k-means comes to rest although a better place exists.',
    hint: 'Drag two means into one blob and press Play. Or choose "Random points" as the start and try a few seeds.',
  },
  unstick: {
    title: 'Off the hill again',
    task: 'From there, move one mean so that k-means ends in a better place.',
    hint: 'Which blob has two means, and which two blobs share one? Carry a mean over and press Play.',
  },
  singular: {
    title: 'A singular covariance',
    task: 'Make a cluster of the Gaussian mixture fall onto a point or a line.',
    hint: 'A cluster with one or two points does it. The preset "A singular covariance" has more clusters than the points can feed.',
  },
  prune: {
    title: 'How many are there?',
    task: 'Let the Bayesian mixture start with ten or more clusters and prune them to five.',
    hint: 'The preset "Bayesian: how many?" starts with fifteen for five blobs. Give it time.',
  },
};

/** What each is called when it is announced. */
export const challengeTitles = Object.fromEntries(
  Object.entries(challengeTexts).map(([id, { title }]) => [id, title]),
) as Readonly<Record<ChallengeId, string>>;
