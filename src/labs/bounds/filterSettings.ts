/** Settings and presets of the particle filter. */
import { logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import type { SettingsShape } from '../../settings/settingsTable.ts';

const LIVE = {
  basic: true,
  takesEffect: 'live',
  shownWhen: { setting: 'part', is: ['filter'] },
} as const;
const DATA = { ...LIVE, group: 'Data' } as const;
const MODEL = { ...LIVE, group: 'Model' } as const;

export const filterSettings = {
  observations: {
    ...whole(5, 50),
    label: 'Observations',
    help: 'Steps of the series. The state rotates and decays; one of its two coordinates is observed.',
    ...DATA,
    default: 40,
  },
  observationNoise: {
    ...logarithmic(0.05, 2, 0.01),
    label: 'Noise of the observations',
    help: 'Standard deviation. With less noise, fewer particles fit an observation.',
    ...DATA,
    default: 0.3,
  },
  particles: {
    ...wholeLogarithmic(10, 3000),
    label: 'Particles N',
    help: 'The variance of the estimate falls as 1/N.',
    ...MODEL,
    default: 100,
  },
  resampling: {
    kind: 'choice',
    label: 'Resampling of the run in the picture',
    help: 'When particles are drawn again by their weights. Likelihoods are estimated in all three ways.',
    ...MODEL,
    options: [
      { value: 'always', label: 'At every step' },
      { value: 'when-few', label: 'When fewer than N/2 count' },
      { value: 'never', label: 'Never' },
    ],
    default: 'when-few',
  },
} as const satisfies SettingsShape;

export const filterPresets = [
  {
    id: 'filter',
    label: 'A particle filter',
    comment:
      'With resampling the estimates agree with the Kalman filter. Without it one particle soon has nearly all the weight.',
    values: { part: 'filter' },
  },
  {
    id: 'few-particles',
    label: 'Few particles',
    comment: 'Still unbiased, but the mean of the logarithms is more than a nat too low.',
    values: { part: 'filter', particles: 30 },
  },
  {
    id: 'many-particles',
    label: 'Many particles',
    comment: 'A thousand particles: the logarithm is hardly biased any more.',
    values: { part: 'filter', particles: 1000 },
  },
] as const;
