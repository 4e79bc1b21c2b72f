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
const GmmExports = lazy(() => whenUsable(() => import('./keeping/GmmExports.tsx')));

const KEYS: readonly StageKeys[] = [
  {
    label: 'Move the focused cluster (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Go to another cluster', keys: ['PageUp', 'PageDown', 'Home', 'End'] },
  { label: 'Remove the focused cluster', keys: ['Delete'] },
  { label: 'Shrink or grow it', keys: ['[', ']'] },
  { label: 'Turn it', keys: [',', '.'] },
];

export const parts: LabParts = {
  firstStep: { text: 'Drag a cluster in latent space and watch the data follow.', isDone: edited },
  keys: KEYS,
  actions: (controller) => [slowMotionAction(controller, 'Look inside one iteration')],
  Stage,
  Extras: OwnPointsSection,
  intake: pointsIntake,
  Keeping: () => (
    <Suspense fallback={null}>
      <GmmExports />
    </Suspense>
  ),
  formulas: () =>
    import('../texts/formulas.ts').then((all) => [
      all.lowerBound,
      all.generativeStory,
      all.nodePotential,
      all.coordinateSweep,
      all.naturalStep,
    ]),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
