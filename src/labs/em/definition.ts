import { defineLab } from '../defineLab.tsx';

export const emLab = defineLab({
  id: 'em',
  title: 'k-means and EM',
  summary:
    'Points without labels, and means that look for them. Step E and M by hand, watch the gap of figure 2.2 close and open, drag a mean to a worse hill, and turn one dial from k-means to a Bayesian mixture.',
  picture: () => import('./Miniature.tsx'),
  parts: () => import('./parts.tsx'),
});
