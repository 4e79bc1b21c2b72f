import type { LabCard } from '../lab.ts';

export const card = {
  id: 'bounds',
  title: 'Importance-weighted bounds',
  summary:
    'Average K importance weights inside the logarithm: the bound climbs from the ELBO to the known log evidence, while the signal of the encoder’s gradient falls below its noise. Drag the proposal, see what it becomes, and find where its weights lose their second moment. Then anneal towards a far target from both sides, and run a particle filter next to the exact likelihood.',
  hasTour: true,
  usesBackend: false,
} as const satisfies LabCard;
