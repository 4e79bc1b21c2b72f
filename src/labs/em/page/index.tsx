import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { halfStepActions } from '../../shared/em/halfStepping.ts';
import { iterated } from '../../shared/firstStep.ts';
import { pointsIntake } from '../../shared/ownData/points/drawing.ts';
import { OwnPointsSection } from '../../shared/ownData/points/OwnPointsSection.tsx';
import { slowMotionAction } from '../../shared/slowMotion/setSlowMotion.ts';
import { Stage } from './Stage.tsx';

// Text and exports stand in columns of their own width: that they come later moves nothing.
const Explanation = lazy(() => whenUsable(() => import('../texts/Explanation.tsx')));
const EmExports = lazy(() => whenUsable(() => import('./keeping/EmExports.tsx')));

const KEYS: readonly StageKeys[] = [
  {
    label: 'Move the focused mean, or the place on the landscape (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Go to another mean', keys: ['PageUp', 'PageDown', 'Home', 'End'] },
  { label: 'Select the focused mean', keys: ['Enter'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Press E-step, then M-step, and watch the clusters find the points.',
    isDone: iterated,
  },
  keys: KEYS,
  actions: (controller) => [
    ...halfStepActions(controller),
    slowMotionAction(controller, 'Look inside one iteration'),
  ],
  Stage,
  Extras: OwnPointsSection,
  intake: pointsIntake,
  Keeping: () => (
    <Suspense fallback={null}>
      <EmExports />
    </Suspense>
  ),
  formulas: () =>
    import('../texts/formulas.ts').then((all) => [
      all.freeEnergyInWidth,
      all.eStep,
      all.mStep,
      all.mixture,
    ]),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
