import type { LabCard } from '../lab.ts';

export const card = {
  id: 'vae',
  title: 'VAE',
  summary:
    'Two forces: reconstruction separates the latents, the KL pulls them to the prior. Change their balance β while the model trains, explore the latent plane, and see a dimension collapse.',
  chapter: 'networks',
  minutes: 35,
  buildsOn: ['divergences'],
  hasTour: true,
} as const satisfies LabCard;
