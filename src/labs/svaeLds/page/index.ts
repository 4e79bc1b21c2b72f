import { lazy } from 'react';
import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Turn the chosen eigenvalue (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
  { label: 'Change its radius', keys: ['ArrowUp', 'ArrowDown'] },
  { label: 'Move the line where input ends, to the start, off', keys: ['Home', 'End'] },
  { label: 'Edit the focused entry of the matrix', keys: ['Enter'] },
  { label: 'As learned: eigenvalue, column or entry', keys: ['Delete'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Turn an eigenvalue on its dial and watch the frequency change.',
    isDone: edited,
  },
  keys: KEYS,
  slowMotion: 'Look inside the filter',
  Stage,
  Extras: lazy(() => import('./ownData/LdsSeriesSection.tsx')),
  intake: () =>
    import('../../shared/ownData/series/seriesIntake.ts').then((module) => module.seriesIntake),
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
