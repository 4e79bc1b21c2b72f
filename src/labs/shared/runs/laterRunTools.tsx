import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';

const RunTools = lazy(() => whenUsable(() => import('./RunTools.tsx')));

/** The buttons of a chart of training for comparing runs, loaded after the first picture. */
export const runTools = (
  <Suspense fallback={null}>
    <RunTools />
  </Suspense>
);
