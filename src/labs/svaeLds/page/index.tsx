import { lazy, Suspense } from 'react';
import { whenUsable } from '../../../ui/whenUsable.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { slowMotionAction } from '../../shared/slowMotion/setSlowMotion.ts';
import { OwnSeriesSection } from './ownData/OwnSeriesSection.tsx';
import { seriesIntake } from './ownData/ownSeries.ts';
import { Stage } from './Stage.tsx';

// Text and exports stand in columns of their own width: that they come later moves nothing.
const Explanation = lazy(() => whenUsable(() => import('../texts/Explanation.tsx')));
const LdsExports = lazy(() => whenUsable(() => import('./keeping/LdsExports.tsx')));

const KEYS: readonly StageKeys[] = [
  { label: 'Turn the chosen eigenvalue (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
  { label: 'Change its radius', keys: ['ArrowUp', 'ArrowDown'] },
  { label: 'Move the line where input ends, to the start, off', keys: ['Home', 'End'] },
  { label: 'Edit the focused entry of the matrix', keys: ['Enter'] },
  { label: 'As learned: eigenvalue, column or entry', keys: ['Delete'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Turn an eigenvalue on its dial and watch the frequency change.',
    isDone: edited,
  },
  keys: KEYS,
  actions: (controller) => [slowMotionAction(controller, 'Look inside the filter')],
  Stage,
  Extras: OwnSeriesSection,
  intake: seriesIntake,
  Keeping: () => (
    <Suspense fallback={null}>
      <LdsExports />
    </Suspense>
  ),
  formulas: () =>
    import('../texts/formulas.ts').then((all) => [
      all.frequency,
      all.generativeStory,
      all.filter,
      all.forecast,
      all.lowerBound,
      all.naturalStep,
    ]),
  Explanation: () => (
    <Suspense fallback={null}>
      <Explanation />
    </Suspense>
  ),
};
