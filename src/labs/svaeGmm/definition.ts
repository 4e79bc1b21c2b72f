import { defineLab } from '../defineLab.tsx';

export const svaeGmmLab = defineLab({
  id: 'svae-gmm',
  title: 'SVAE-GMM',
  summary:
    'Five spiral arms that no Gaussian fits. Watch a network bend the plane until each arm is one cluster, then drag the clusters about and see the data follow.',
  picture: () => import('./Miniature.tsx'),
  parts: () => import('./parts.tsx'),
});
