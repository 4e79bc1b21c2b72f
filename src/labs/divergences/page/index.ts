import type { LabParts, StageKeys } from '../../page.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  {
    label: 'Move the focused handle (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Remove the focused peak of p', keys: ['Delete'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Press Play and watch the divergences fall. Then drag a round mark: every number answers at once.',
    isDone: (_, { step }) => step > 0,
  },
  keys: KEYS,
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
