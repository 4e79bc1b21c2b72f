import type { LabCard } from '../lab.ts';

export const card = {
  id: 'compare',
  title: 'GMM, VAE, SVAE',
  summary:
    'Train three models on the same points, side by side: the GMM finds pieces, the VAE a shape, the SVAE both. Then compare them on points they were not trained on.',
  chapter: 'networks',
  minutes: 25,
  buildsOn: ['svae-gmm'],
  hasTour: true,
} as const satisfies LabCard;
