import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import type { LabParts } from '../../page.ts';
import { halfStepActions } from '../../shared/em/halfStepping.ts';
import { iterated } from '../../shared/firstStep.ts';
import { pointsIntake } from '../../shared/ownData/points/drawing.ts';
import { OwnPointsSection } from '../../shared/ownData/points/OwnPointsSection.tsx';
import { Stage } from './Stage.tsx';

// Text and exports stand in columns of their own width: that they come later moves nothing.
const Explanation = lazy(() => whenUsable(() => import('../texts/Explanation.tsx')));
const ExpertsExports = lazy(() => whenUsable(() => import('./keeping/ExpertsExports.tsx')));

export const parts: LabParts = {
  firstStep: {
    text: 'Press E-step, then M-step, and watch each expert find its part of the curve.',
    isDone: iterated,
  },
  keys: [],
  actions: halfStepActions,
  Stage,
  Extras: OwnPointsSection,
  intake: pointsIntake,
  Keeping: () => (
    <Suspense fallback={null}>
      <ExpertsExports />
    </Suspense>
  ),
  formulas: () => import('../texts/formulas.ts').then((all) => [all.mixture, all.eStep, all.mStep]),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
