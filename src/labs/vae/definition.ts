import { defineLab } from '../defineLab.tsx';

export const vaeLab = defineLab({
  id: 'vae',
  title: 'VAE',
  summary:
    'Two forces at work: one wants every picture back, the other wants every latent to look like noise. Set β between them while it trains, walk the latent plane, and see a dimension collapse.',
  picture: () => import('./Miniature.tsx'),
  parts: () => import('./parts.tsx'),
});
