import { lazy } from 'react';
import type { LabParts, StageKeys } from '../../page.ts';
import { halfStepActions } from '../../shared/em/halfStepping.ts';
import { iterated } from '../../shared/firstStep.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Move the mean of the focused state (Shift: further)', keys: ['ArrowUp', 'ArrowDown'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Press E-step, then M-step, and watch the states find their steps.',
    isDone: iterated,
  },
  keys: KEYS,
  slowMotion: 'Look inside forward-backward',
  actions: halfStepActions,
  Stage,
  Extras: lazy(() => import('./HmmSeriesSection.tsx')),
  intake: () =>
    import('../../shared/ownData/series/seriesIntake.ts').then((module) => module.seriesIntake),
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
