import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import type { LabParts } from '../../page.ts';
import { pointSelected } from '../../shared/firstStep.ts';
import { pointsIntake } from '../../shared/ownData/points/drawing.ts';
import { OwnPointsSection } from '../../shared/ownData/points/OwnPointsSection.tsx';
import { Stage } from './Stage.tsx';

// Text and exports stand in columns of their own width: that they come later moves nothing.
const Explanation = lazy(() => whenUsable(() => import('../texts/Explanation.tsx')));
const CompareExports = lazy(() => whenUsable(() => import('./keeping/CompareExports.tsx')));

export const parts: LabParts = {
  firstStep: {
    text: 'Click an observation and see where each model puts it.',
    isDone: pointSelected,
  },
  keys: [],
  Stage,
  Extras: OwnPointsSection,
  intake: pointsIntake,
  Keeping: () => (
    <Suspense fallback={null}>
      <CompareExports />
    </Suspense>
  ),
  formulas: () =>
    import('../texts/formulas.ts').then((all) => [
      all.mixtureDensity,
      all.vaeDensity,
      all.svaeDensity,
      all.estimator,
    ]),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
