import { lazy } from 'react';
import { settingsOf } from '../../lab.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { svaeSlds } from '../lab.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Turn the eigenvalue of a state (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
  { label: 'Change its radius, or the probability of an arrow', keys: ['ArrowUp', 'ArrowDown'] },
  { label: 'Ribbon: choose steps (Shift: a stretch)', keys: ['ArrowLeft', 'ArrowRight'] },
  { label: 'Ribbon: paint them with the brush', keys: ['Enter'] },
  { label: 'Ribbon: paint them with that state', keys: ['1', '2', '3', '4'] },
  { label: 'Ribbon: take the paint away', keys: ['Delete'] },
];

export const parts: LabParts = {
  firstStep: {
    text: (document) =>
      settingsOf(svaeSlds, document).dynamics === 'none'
        ? 'Paint a stretch of the ribbon with another state and watch its neighbours.'
        : 'Turn the eigenvalue of one state: its stretches alone change their tempo.',
    isDone: edited,
  },
  keys: KEYS,
  slowMotion: 'Look inside the sweeps',
  Stage,
  Extras: lazy(() => import('./ownData/SldsSeriesSection.tsx')),
  intake: () =>
    import('../../shared/ownData/series/seriesIntake.ts').then((module) => module.seriesIntake),
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
