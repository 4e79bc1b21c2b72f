/** Everything the lab of importance-weighted bounds can be set to. */
import { linear, logarithmic, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { annealingPresets, annealingSettings } from './annealingSettings.ts';
import { filterPresets, filterSettings } from './filterSettings.ts';

/** The parts about one datum. */
const OF_DATUM = {
  basic: true,
  takesEffect: 'live',
  shownWhen: { setting: 'part', is: ['weights', 'signal'] },
} as const;

export const boundsTable = defineSettings({
  settings: {
    part: {
      kind: 'choice',
      label: 'Part',
      help: 'What is on the stage. A step is one more set of draws.',
      group: 'Data',
      basic: true,
      options: [
        { value: 'weights', label: 'Weights', help: 'One datum: the bound against K.' },
        {
          value: 'signal',
          label: 'Signal',
          help: 'The same datum: how much of a gradient is signal, against K.',
        },
        {
          value: 'annealing',
          label: 'Annealing',
          help: 'A bridge of densities; log Z is enclosed from both sides.',
        },
        {
          value: 'filter',
          label: 'Particle filter',
          help: 'The likelihood of a series, next to the exact one.',
        },
      ],
      default: 'weights',
    },
    x: {
      ...linear(-3, 3, 0.01),
      label: 'Observation x',
      help: 'Drag its mark in the chart. The prior is z ~ N(0, 1), the likelihood x ~ N(z, 1).',
      group: 'Data',
      ...OF_DATUM,
      default: 2,
    },
    mean: {
      ...linear(-3, 3, 0.01),
      label: 'Mean of q',
      help: 'Drag the top of q in the chart.',
      ...OF_DATUM,
      default: 0,
    },
    sd: {
      ...logarithmic(0.1, 2, 0.01),
      label: 'Standard deviation of q',
      help: 'Drag the side of q in the chart.',
      ...OF_DATUM,
      default: 1,
    },
    samples: {
      ...wholeLogarithmic(1, 1000),
      label: 'K, draws in one bound',
      help: 'How many weights are averaged inside the logarithm. Drag the mark on the curve.',
      ...OF_DATUM,
      default: 10,
    },
    ...annealingSettings,
    ...filterSettings,
  },
  presets: [
    {
      id: 'prior',
      label: 'Draw from the prior',
      comment: 'The ELBO is 1.15 nats low. Ten draws bring the bound within 0.07.',
      values: {},
    },
    {
      id: 'posterior',
      label: 'q is the posterior',
      comment: 'All weights are nearly equal: one draw gives as good a bound as many.',
      values: { mean: 1, sd: 0.71 },
    },
    {
      id: 'narrow',
      label: 'A narrow q',
      comment: 'Below half the posterior’s variance the weights have no second moment.',
      values: { mean: 1, sd: 0.35, samples: 100 },
    },
    {
      id: 'far',
      label: 'Far away',
      comment: 'q hardly overlaps the posterior: with 100 draws the gap is still 1.2 nats.',
      values: { mean: -2, sd: 0.9, samples: 100 },
    },
    {
      id: 'signal',
      label: 'Signal and noise',
      comment: 'The bound rises with K, and the encoder’s gradient loses its signal.',
      values: { part: 'signal', mean: 1.3, sd: 0.8, samples: 100 },
    },
    {
      id: 'landed',
      label: 'Almost there',
      comment:
        'q is close to the posterior. With 1,000 draws the encoder’s gradient is nearly all noise.',
      values: { part: 'signal', mean: 1.05, sd: 0.75, samples: 1000 },
    },
    ...annealingPresets,
    ...filterPresets,
  ],
});

export type BoundsSettings = SettingValues<(typeof boundsTable)['settings']>;
