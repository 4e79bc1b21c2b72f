import type { LabCard } from '../lab.ts';

export const card = {
  id: 'topics',
  title: 'Topics',
  summary:
    'Find the topics of a collection of texts by latent Dirichlet allocation. Read documents with each word in the colour of its topic, change the topics by hand, and race CAVI against stochastic VI.',
  chapter: 'bounds',
  minutes: 30,
  buildsOn: ['mean-field'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
