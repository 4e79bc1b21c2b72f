import { settingsOf } from '../../lab.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { bounds } from '../lab.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  { label: 'Move the focused handle (Shift: further)', keys: ['ArrowLeft', 'ArrowRight'] },
];

const FIRST = {
  weights: 'Drag K along the curve: the histogram narrows, and the bound rises to log p(x).',
  signal:
    'Drag q to the posterior: the bound gets better, and the encoder’s signal falls below its noise.',
  annealing:
    'Drag the square over the chart to choose the number of steps. Press Play for more runs: the error bars shrink.',
  filter: 'Press Play: each run of the filter is one more estimate of log p(y) in the histograms.',
} as const;

export const parts: LabParts = {
  firstStep: {
    text: (document) => FIRST[settingsOf(bounds, document).part],
    isDone: (_document, { isTouched, isGiven }) => isTouched && !isGiven,
  },
  keys: KEYS,
  slowMotion: 'Follow one set of draws',
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
