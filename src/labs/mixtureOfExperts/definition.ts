import { defineLab } from '../defineLab.tsx';

export const mixtureOfExpertsLab = defineLab({
  id: 'mixture-of-experts',
  title: 'Mixture of experts',
  summary:
    'Generalised EM fits a curve that no single line follows: experts with a line each, and a gate that says whom to ask where.',
  picture: () => import('./Miniature.tsx'),
  parts: () => import('./parts.tsx'),
});
