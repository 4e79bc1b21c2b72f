import { defineLab } from '../defineLab.tsx';

export const vaeLab = defineLab({
  id: 'vae',
  title: 'VAE',
  summary:
    'Two forces: reconstruction separates the latents, the KL pulls them to the prior. Change their balance β while the model trains, explore the latent plane, and see a dimension collapse.',
  picture: () => import('./page/Miniature.tsx'),
  parts: () => import('./page/index.ts'),
});
