import type { LabParts, StageKeys } from '../../page.ts';
import { halfStepActions } from '../../shared/em/halfStepping.ts';
import { iterated } from '../../shared/firstStep.ts';
import { ownPoints } from '../../shared/ownData/points/ownPoints.ts';
import { Stage } from './Stage.tsx';

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
  slowMotion: 'Look inside one iteration',
  actions: halfStepActions,
  Stage,
  ...ownPoints,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
