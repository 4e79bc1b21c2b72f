import { defineLab } from '../defineLab.tsx';

export const mixtureOfExpertsLab = defineLab({
  id: 'mixture-of-experts',
  title: 'Mixture of experts',
  summary:
    'No single line follows this curve. Fit several experts, each with a line, and a gate that chooses among them, with generalised EM.',
  picture: () => import('./page/Miniature.tsx'),
  parts: () => import('./page/index.ts'),
});
