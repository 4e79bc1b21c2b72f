import { defineLab } from '../defineLab.tsx';

export const svaeLdsLab = defineLab({
  id: 'svae-lds',
  title: 'SVAE-LDS',
  summary:
    'A dot bounces along twelve noisy pixels. Watch a model find the rotating state behind it and predict the dot without input. Then turn an eigenvalue and change the frequency by hand.',
  picture: () => import('./page/Miniature.tsx'),
  parts: () => import('./page/index.ts'),
});
