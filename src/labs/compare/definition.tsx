import { lazy, Suspense } from 'react';
import type { LabDefinition, LabParts } from '../labDefinition.ts';

const Picture = lazy(() => import('./Miniature.tsx'));

/** Asked for once: whoever asks again, a page that is drawn anew for one, gets the same answer. */
let loaded: Promise<LabParts> | null = null;

export const compareLab: LabDefinition = {
  id: 'compare',
  title: 'GMM, VAE, SVAE',
  summary:
    'Three models learn the same points side by side: one finds pieces, one finds the shape, and one finds both. Held against each other on points none of them has seen.',
  Miniature: ({ theme }) => (
    <Suspense fallback={<div style={{ aspectRatio: 1 }} />}>
      <Picture theme={theme} />
    </Suspense>
  ),
  load: () => {
    loaded ??= import('./parts.tsx').then(({ parts }) => parts);
    return loaded;
  },
};
