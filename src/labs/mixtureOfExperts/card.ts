import type { LabCard } from '../lab.ts';

export const card = {
  id: 'mixture-of-experts',
  title: 'Mixture of experts',
  summary:
    'No single line follows this curve. Fit several experts, each with a line, and a gate that chooses among them, with generalised EM.',
  chapter: 'bounds',
  minutes: 20,
  buildsOn: ['em'],
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
