import type { LabCard } from '../lab.ts';

export const card = {
  id: 'mean-field',
  title: 'Mean field',
  summary:
    'Approximate a posterior by independent factors. Update one factor at a time, watch the ELBO rise, and compare with the exact answer and with Gibbs sampling.',
  chapter: 'bounds',
  minutes: 35,
  buildsOn: ['divergences'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
