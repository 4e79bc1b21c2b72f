/** Settings and presets of annealing. */
import { linear, logarithmic, wholeLogarithmic } from '../../settings/ranges.ts';
import type { SettingsShape } from '../../settings/settingsTable.ts';

const LIVE = {
  basic: true,
  takesEffect: 'live',
  shownWhen: { setting: 'part', is: ['annealing'] },
} as const;
const DATA = { ...LIVE, group: 'Data' } as const;
const MODEL = { ...LIVE, group: 'Model' } as const;

export const annealingSettings = {
  targetMean: {
    ...linear(-3, 6, 0.01),
    label: 'Mean of the target',
    help: 'Drag the top of the last curve. The start is N(0, 1).',
    ...DATA,
    default: 3,
  },
  targetSd: {
    ...logarithmic(0.15, 2, 0.01),
    label: 'Standard deviation of the target',
    help: 'Drag the side of the last curve.',
    ...DATA,
    default: 0.5,
  },
  bridgeSteps: {
    ...wholeLogarithmic(1, 1000),
    label: 'Steps T of the bridge',
    help: 'From the start to the target. One step is plain importance sampling.',
    ...MODEL,
    default: 10,
  },
  transitions: {
    kind: 'choice',
    label: 'Moves of the runs in the picture',
    help: 'How a run moves under each density. The bounds are measured with both.',
    ...MODEL,
    options: [
      { value: 'perfect', label: 'Perfect: a new draw' },
      { value: 'metropolis', label: 'One Metropolis step' },
    ],
    default: 'perfect',
  },
} as const satisfies SettingsShape;

export const annealingPresets = [
  {
    id: 'annealing',
    label: 'A bridge',
    comment: 'Ten steps lead from N(0, 1) to a narrow target far away.',
    values: { part: 'annealing' },
  },
  {
    id: 'one-step',
    label: 'In one step',
    comment: 'Importance sampling: of 40 runs about one counts.',
    values: { part: 'annealing', bridgeSteps: 1 },
  },
  {
    id: 'metropolis',
    label: 'Metropolis moves',
    comment: 'Runs lag behind the densities. The mean weight stays Z; its spread grows.',
    values: { part: 'annealing', bridgeSteps: 50, transitions: 'metropolis' },
  },
] as const;
