import { settingsOf } from '../../lab.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { estimators } from '../lab.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Move the focused handle of q (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
];

/** By what is drawn from, and of a race. */
const FIRST = {
  gaussian:
    'Drag the top of q and watch the arrows: every estimator uses the same draws. Press Step for new draws.',
  coin: 'Drag the border between tails and heads and watch the arrows: every estimator uses the same draws.',
  race: 'Press Play: every estimator climbs the same hill from the same start, with the same draws.',
} as const;

export const parts: LabParts = {
  firstStep: {
    text: (document) => {
      const { part, q } = settingsOf(estimators, document);
      return FIRST[part === 'race' ? part : q];
    },
    isDone: (_document, { isTouched, isGiven }) => isTouched && !isGiven,
  },
  keys: KEYS,
  slowMotion: 'Follow one draw',
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
