import type { LabParts, StageKeys } from '../../page.ts';
import { iterated } from '../../shared/firstStep.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  {
    label: 'Move the focused node, mean or width of q, or observation (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Remove the focused node or observation', keys: ['Delete'] },
  { label: 'Observe a state of the focused node, or hide it again', keys: ['1', '2'] },
  { label: 'Update the focused node', keys: ['U'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Press Step and watch one factor of q change while the rest of q stays.',
    isDone: iterated,
  },
  keys: KEYS,
  slowMotion: 'Look inside one update',
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
