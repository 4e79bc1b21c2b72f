import type { LabParts } from '../../page.ts';
import { iterated } from '../../shared/firstStep.ts';
import { OwnTextsSection } from './ownTexts/OwnTextsSection.tsx';
import { loadTexts } from './ownTexts/textsLoading.ts';
import { Stage } from './Stage.tsx';

export const parts: LabParts = {
  firstStep: {
    text: 'Press Play and watch the topics appear.',
    isDone: iterated,
  },
  keys: [],
  slowMotion: 'Look inside one document',
  Stage,
  Extras: OwnTextsSection,
  takeTexts: loadTexts,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
