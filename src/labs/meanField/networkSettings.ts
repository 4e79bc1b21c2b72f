/** What networks can be set to. */
import { linear } from '../../settings/ranges.ts';
import { networkNames } from './targets.ts';

export const networkSettings = {
  coupling: {
    ...linear(-3, 3, 0.05),
    label: 'Coupling',
    help: 'J of two spins with p proportional to exp(J x₁ x₂). Above 1, q must choose a side.',
    group: 'Data',
    basic: true,
    takesEffect: 'live',
    shownWhen: { setting: 'target', is: ['spins'] },
    default: 1.2,
  },
  start: {
    kind: 'choice',
    label: 'q starts',
    help: 'Coordinate ascent climbs to the nearest maximum, so the start may decide the result.',
    group: 'Training',
    basic: true,
    shownWhen: { setting: 'target', is: networkNames },
    options: [
      { value: 'uniform', label: 'Uniform' },
      { value: 'random', label: 'Random, from the seed' },
    ],
    default: 'uniform',
  },
} as const;
