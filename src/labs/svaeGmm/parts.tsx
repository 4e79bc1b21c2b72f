import { lazy, Suspense } from 'react';
import { whenUsable } from '../../ui/whenUsable.ts';
import type { LabParts } from '../labDefinition.ts';
import { OwnDataSection } from './ownData/OwnDataSection.tsx';
import { Stage } from './Stage.tsx';

// Text and exports stand in columns of their own width: that they come later moves nothing.
const Explanation = lazy(() => whenUsable(() => import('./Explanation.tsx')));
const GmmExports = lazy(() => whenUsable(() => import('./keeping/GmmExports.tsx')));

export const parts: LabParts = {
  Stage,
  Extras: OwnDataSection,
  Keeping: () => (
    <Suspense fallback={null}>
      <GmmExports />
    </Suspense>
  ),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
