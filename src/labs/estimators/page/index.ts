import type { LabParts, StageKeys } from '../../page.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Move the focused handle of q (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Drag the top of q and watch the arrows: every estimator uses the same draws. Press Step for new draws.',
    isDone: (_document, { isTouched, isGiven }) => isTouched && !isGiven,
  },
  keys: KEYS,
  slowMotion: 'Follow one draw',
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
