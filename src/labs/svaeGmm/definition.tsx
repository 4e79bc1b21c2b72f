import { lazy, Suspense } from 'react';
import type { LabDefinition, LabParts } from '../labDefinition.ts';

const Picture = lazy(() => import('./Miniature.tsx'));

/** Asked for once: whoever asks again, a page that is drawn anew for one, gets the same answer. */
let loaded: Promise<LabParts> | null = null;

export const svaeGmmLab: LabDefinition = {
  id: 'svae-gmm',
  title: 'SVAE-GMM',
  summary:
    'Five spiral arms that no Gaussian fits. Watch a network bend the plane until each arm is one cluster, then drag the clusters about and see the data follow.',
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
