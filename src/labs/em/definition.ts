import { defineLab } from '../defineLab.tsx';

export const emLab = defineLab({
  id: 'em',
  title: 'k-means and EM',
  summary:
    'Cluster points without labels. Take E-steps and M-steps by hand and watch the gap between ELBO and log-likelihood close and open. Drag a mean to a worse solution, and go from k-means to a Bayesian mixture.',
  picture: () => import('./page/Miniature.tsx'),
  parts: () => import('./page/index.ts'),
});
