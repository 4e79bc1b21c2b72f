import type { ChallengeTexts } from '../../parts/challenges/findings.ts';
import type { ChallengeId } from './challengeSet.ts';

export const challengeTexts: ChallengeTexts<ChallengeId> = {
  'same-number': {
    title: 'One cluster each',
    task: 'Give the GMM exactly as many clusters as the data have classes, so that it has the same chance as the SVAE. Which of them finds the arms?',
    hint: 'Five clusters of the GMM on the five arms, then train 500 steps and pause.',
  },
  'catch-up': {
    title: 'Catch the SVAE',
    task: 'Give the GMM so many clusters, or so many points, that it explains fresh points of the spirals at least as well as the SVAE does after 2,000 steps.',
    hint: 'More clusters alone are learned by heart. With 500 points an arm it can afford 30 of them. The SVAE needs all of its 2,000 steps.',
  },
  win: {
    title: 'Where the GMM wins',
    task: 'Find data on which the GMM, with no more clusters than there are classes, beats both networks on fresh points.',
    hint: 'Networks are there to bend. What if nothing is bent?',
  },
  'by-heart': {
    title: 'Learned by heart',
    task: 'Make the GMM a full nat better on the points it has learned from than on fresh ones.',
    hint: 'Few points and many clusters: each sits on its own handful.',
  },
};
