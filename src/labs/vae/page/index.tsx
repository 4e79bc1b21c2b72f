import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { pointsIntake } from '../../shared/ownData/points/drawing.ts';
import { OwnPointsSection } from '../../shared/ownData/points/OwnPointsSection.tsx';
import { slowMotionAction } from '../../shared/slowMotion/setSlowMotion.ts';
import { Stage } from './Stage.tsx';

// Text and exports stand in columns of their own width: that they come later moves nothing.
const Explanation = lazy(() => whenUsable(() => import('../texts/Explanation.tsx')));
const VaeExports = lazy(() => whenUsable(() => import('./keeping/VaeExports.tsx')));

const KEYS: readonly StageKeys[] = [
  {
    label: 'Walk with the focused probe (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Put the focused probe in the middle', keys: ['Home'] },
  { label: 'Move the focused probe to the latent of the chosen observation', keys: ['Enter'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Drag the probe through latent space and watch what it decodes to.',
    isDone: edited,
  },
  keys: KEYS,
  actions: (controller) => [slowMotionAction(controller, 'Step through the trick')],
  Stage,
  Extras: OwnPointsSection,
  intake: pointsIntake,
  Keeping: () => (
    <Suspense fallback={null}>
      <VaeExports />
    </Suspense>
  ),
  formulas: () =>
    import('../texts/formulas.ts').then((all) => [
      all.objective,
      all.reparameterisation,
      all.posterior,
      all.closedFormKl,
    ]),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
