import type { LabCard } from '../lab.ts';

export const card = {
  id: 'svae-slds',
  title: 'SVAE-SLDS',
  summary:
    'A dot circles, now slowly, now fast. Watch a model learn dynamics for each tempo and find where one takes over from the other. Then turn the tempo of one state, or paint a stretch and let the rest follow.',
  chapter: 'networks',
  minutes: 35,
  buildsOn: ['svae-lds', 'hmm'],
  hasTour: true,
} as const satisfies LabCard;
