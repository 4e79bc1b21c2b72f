import { defineLab } from '../defineLab.tsx';

export const svaeLdsLab = defineLab({
  id: 'svae-lds',
  title: 'SVAE-LDS',
  summary:
    'A dot bounces along twelve noisy pixels. Watch a model find the turning state behind it and dream the dot onward with no input; then take hold of an eigenvalue and change the rhythm by hand.',
  picture: () => import('./Miniature.tsx'),
  parts: () => import('./parts.tsx'),
});
