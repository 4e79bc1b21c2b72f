import type { LabParts, StageKeys } from '../../page.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Move the focused handle (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Drag K along the curve: the histogram narrows, and the bound climbs to log p(x).',
    isDone: (_document, { isTouched, isGiven }) => isTouched && !isGiven,
  },
  keys: KEYS,
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
