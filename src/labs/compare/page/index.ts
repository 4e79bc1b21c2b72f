import type { LabParts } from '../../page.ts';
import { pointSelected } from '../../shared/firstStep.ts';
import { pointsIntake } from '../../shared/ownData/points/drawing.ts';
import { OwnPointsSection } from '../../shared/ownData/points/OwnPointsSection.tsx';
import { Stage } from './Stage.tsx';

export const parts: LabParts = {
  firstStep: {
    text: 'Click an observation and see where each model puts it.',
    isDone: pointSelected,
  },
  keys: [],
  Stage,
  Extras: OwnPointsSection,
  intake: pointsIntake,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
