import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { ownPoints } from '../../shared/ownData/points/ownPoints.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  {
    label: 'Walk with the focused probe (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Put the focused probe in the middle', keys: ['Home'] },
  { label: 'Move the focused probe to the latent of the chosen observation', keys: ['Enter'] },
];

export const parts: LabParts = {
  firstStep: {
    text: 'Drag the probe through latent space and watch what it decodes to.',
    isDone: edited,
  },
  keys: KEYS,
  actions: (controller) => [
    {
      id: 'optimise-q',
      label: 'Optimise q for the selected observation',
      keys: ['O'],
      run: () =>
        void import('./gap/optimise.ts').then(({ optimiseSelected }) =>
          optimiseSelected(controller),
        ),
    },
  ],
  slowMotion: 'Step through the trick',
  Stage,
  ...ownPoints,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
