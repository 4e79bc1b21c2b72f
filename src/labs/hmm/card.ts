import type { LabCard } from '../lab.ts';

export const card = {
  id: 'hmm',
  title: 'Hidden Markov model',
  summary:
    'A series jumps between hidden states. Find them with forward-backward and EM, watch each step use its past and its future, and drag the mean of a state.',
  chapter: 'networks',
  minutes: 15,
  buildsOn: ['em'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
