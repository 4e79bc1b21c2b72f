import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { ownPoints } from '../../shared/ownData/points/ownPoints.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  {
    label: 'Move the focused cluster (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Go to another cluster', keys: ['PageUp', 'PageDown', 'Home', 'End'] },
  { label: 'Remove the focused cluster', keys: ['Delete'] },
  { label: 'Shrink or grow it', keys: ['[', ']'] },
  { label: 'Turn it', keys: [',', '.'] },
];

export const parts: LabParts = {
  firstStep: { text: 'Drag a cluster in latent space and watch the data follow.', isDone: edited },
  keys: KEYS,
  slowMotion: 'Look inside one iteration',
  Stage,
  ...ownPoints,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
