import type { LabCard } from '../lab.ts';

export const card = {
  id: 'estimators',
  title: 'Gradient estimators',
  summary:
    'Estimate the gradient of an expectation from draws, by the score function, with baselines, and by reparameterisation. All of them use the same draws: compare their spread, find where each one fails, and let them race up the same hill.',
  chapter: 'networks',
  minutes: 30,
  buildsOn: ['vae'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
