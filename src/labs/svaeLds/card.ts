import type { LabCard } from '../lab.ts';

export const card = {
  id: 'svae-lds',
  title: 'SVAE-LDS',
  summary:
    'A dot bounces along twelve noisy pixels. Watch a model find the rotating state behind it and predict the dot without input. Then turn an eigenvalue and change the frequency by hand.',
  chapter: 'networks',
  minutes: 35,
  buildsOn: ['svae-gmm', 'hmm'],
  hasTour: true,
} as const satisfies LabCard;
