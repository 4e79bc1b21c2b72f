import { lazy, Suspense } from 'react';
import type { LabDefinition, LabParts } from '../labDefinition.ts';

const Picture = lazy(() => import('./Miniature.tsx'));

/** Asked for once: whoever asks again, a page that is drawn anew for one, gets the same answer. */
let loaded: Promise<LabParts> | null = null;

export const emLab: LabDefinition = {
  id: 'em',
  title: 'k-means and EM',
  summary:
    'Points without labels, and means that look for them. Step E and M by hand, watch the gap of figure 2.2 close and open, drag a mean to a worse hill, and turn one dial from k-means to a Bayesian mixture.',
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
