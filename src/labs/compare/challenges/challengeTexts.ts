import type { ChallengeTexts } from '../../shared/challenges/findings.ts';
import type { ChallengeId } from './challengeSet.ts';

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  'same-number': {
    title: 'As many clusters as classes',
    task: 'Give the GMM exactly as many clusters as the data have classes, the same chance as the SVAE. Which of the two finds the arms?',
    hint: 'Set the clusters of the GMM to 5 for the five arms, train for 500 steps and pause.',
  },
  'catch-up': {
    title: 'Catch up with the SVAE',
    task: 'Give the GMM so many clusters, or so many points, that it explains fresh points of the spirals at least as well as the SVAE after 2,000 steps.',
    hint: 'More clusters alone overfit. With 500 points an arm, 30 clusters are enough. Train the SVAE for all of its 2,000 steps.',
  },
  win: {
    title: 'Where the GMM wins',
    task: 'Find data on which the GMM, with no more clusters than there are classes, explains fresh points better than both networks.',
    hint: 'Networks help where classes are bent. Choose data whose classes are not.',
  },
  'by-heart': {
    title: 'Overfitting',
    task: 'Make the GMM better on its training points than on fresh points, by one nat or more.',
    hint: 'Take few points and many clusters: then each cluster fits a handful of points.',
  },
};
