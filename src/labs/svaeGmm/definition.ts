import { defineLab } from '../defineLab.tsx';

export const svaeGmmLab = defineLab({
  id: 'svae-gmm',
  title: 'SVAE-GMM',
  summary:
    'No Gaussian fits a spiral arm. Watch a network bend the plane until each of five arms is one cluster. Then drag the clusters and see the data follow.',
  picture: () => import('./page/Miniature.tsx'),
  parts: () => import('./page/index.ts'),
});
