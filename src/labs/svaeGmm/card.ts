import type { LabCard } from '../lab.ts';

export const card = {
  id: 'svae-gmm',
  title: 'SVAE-GMM',
  summary:
    'No Gaussian fits a spiral arm. Watch a network bend the plane until each of five arms is one cluster. Then drag the clusters and see the data follow.',
  chapter: 'networks',
  minutes: 30,
  buildsOn: ['em', 'vae'],
  hasTour: true,
} as const satisfies LabCard;
