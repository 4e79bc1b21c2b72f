import type { LabCard } from '../lab.ts';

export const card = {
  id: 'bounds',
  title: 'Importance-weighted bounds',
  summary:
    'Average K importance weights inside the logarithm: the bound rises from the ELBO to the log evidence, while the signal of the encoder’s gradient falls below its noise. Drag the proposal, anneal to a far target, and run a particle filter next to the exact likelihood.',
  chapter: 'networks',
  minutes: 40,
  buildsOn: ['vae'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
