import type { LabCard } from '../lab.ts';

export const card = {
  id: 'divergences',
  title: 'Divergences',
  summary:
    'Two densities, and how far apart they are. Drag p and q, see both KL divergences as areas, and let q fit p in both directions at once: one covers, the other chooses.',
  chapter: 'bounds',
  minutes: 35,
  buildsOn: [],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
