import type { LabParts } from '../../page.ts';
import { pointSelected } from '../../shared/firstStep.ts';
import { ownPoints } from '../../shared/ownData/points/ownPoints.ts';
import { Stage } from './Stage.tsx';

export const parts: LabParts = {
  firstStep: {
    text: 'Click an observation and see where each model puts it.',
    isDone: pointSelected,
  },
  keys: [],
  Stage,
  ...ownPoints,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
