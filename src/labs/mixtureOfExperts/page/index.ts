import type { LabParts } from '../../page.ts';
import { halfStepActions } from '../../shared/em/halfStepping.ts';
import { iterated } from '../../shared/firstStep.ts';
import { ownPoints } from '../../shared/ownData/points/ownPoints.ts';
import { Stage } from './Stage.tsx';

export const parts: LabParts = {
  firstStep: {
    text: 'Press E-step, then M-step, and watch each expert find its part of the curve.',
    isDone: iterated,
  },
  keys: [],
  actions: halfStepActions,
  Stage,
  ...ownPoints,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
