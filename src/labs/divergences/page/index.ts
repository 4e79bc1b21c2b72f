import { settingsOf } from '../../lab.ts';
import type { LabParts, StageKeys } from '../../page.ts';
import { edited } from '../../shared/firstStep.ts';
import { divergences } from '../lab.ts';
import type { DivergencesSettings } from '../settings.ts';
import { Stage } from './Stage.tsx';

const KEYS: readonly StageKeys[] = [
  {
    label: 'Move the focused handle (Shift: further)',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { label: 'Remove the focused peak of p', keys: ['Delete'] },
];

/** By the part; of the densities by what is fitted. */
const FIRST: Readonly<
  Record<DivergencesSettings['fit'] | Exclude<DivergencesSettings['part'], 'densities'>, string>
> = {
  alpha:
    'Press Play. Then move alpha towards 1 and press Play again: q goes from one peak to both.',
  both: 'Press Play and watch both q fit p. Then drag a round mark: every number answers at once.',
  bars: 'Drag the top of a bar: terms of a divergence may be negative, their sum never is.',
  jensen: 'Drag an atom along the curve and watch the gap. It closes where all atoms meet.',
  plane: 'Press Play: one q takes the variances of the marginals, the other smaller ones.',
  identity: 'Drag q by its round mark: the ELBO and KL(q‖p) change, their sum log p(x) does not.',
};

export const parts: LabParts = {
  firstStep: {
    text: (document) => {
      const { part, fit } = settingsOf(divergences, document);
      return FIRST[part === 'densities' ? fit : part];
    },
    isDone: (document, run) => edited(document, run) || (!run.isGiven && run.step > 0),
  },
  keys: KEYS,
  Stage,
  exports: () => import('./exports.ts').then((module) => module.exports),
  texts: () => import('../texts/texts.tsx').then((module) => module.texts),
};
