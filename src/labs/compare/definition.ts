import { defineLab } from '../defineLab.tsx';

export const compareLab = defineLab({
  id: 'compare',
  title: 'GMM, VAE, SVAE',
  summary:
    'Three models learn the same points side by side: one finds pieces, one finds the shape, and one finds both. Held against each other on points none of them has seen.',
  picture: () => import('./Miniature.tsx'),
  parts: () => import('./parts.tsx'),
});
