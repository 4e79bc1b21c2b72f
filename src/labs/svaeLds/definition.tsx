import { lazy, Suspense } from 'react';
import type { LabDefinition, LabParts } from '../labDefinition.ts';

const Picture = lazy(() => import('./Miniature.tsx'));

/** Asked for once: whoever asks again, a page that is drawn anew for one, gets the same answer. */
let loaded: Promise<LabParts> | null = null;

export const svaeLdsLab: LabDefinition = {
  id: 'svae-lds',
  title: 'SVAE-LDS',
  summary:
    'A dot bounces along twelve noisy pixels. Watch a model find the turning state behind it and dream the dot onward with no input; then take hold of an eigenvalue and change the rhythm by hand.',
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
