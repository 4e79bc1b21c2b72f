import type { LabCard } from '../lab.ts';

export const card = {
  id: 'em',
  title: 'k-means and EM',
  summary:
    'Cluster points without labels. Take E-steps and M-steps by hand and watch the gap between ELBO and log-likelihood close and open. Drag a mean to a worse solution, and go from k-means to a Bayesian mixture.',
  chapter: 'bounds',
  minutes: 30,
  buildsOn: ['divergences'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
