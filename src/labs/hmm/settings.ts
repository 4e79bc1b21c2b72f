/** Everything a hidden Markov model can be set to. */
import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { stepKindSetting } from '../shared/data/stepKind.ts';
import { shippedOptions } from '../shared/settings/seriesSettings.ts';

const generated = { setting: 'signal', is: ['levels', 'stairs', 'bursts'] } as const;

export const hmmTable = defineSettings({
  settings: {
    signal: {
      kind: 'choice',
      label: 'Series',
      help: 'The data: numbers in the order of time, made by hidden states.',
      group: 'Data',
      basic: true,
      options: [
        { value: 'levels', label: 'Three levels', help: 'Any state may follow any other.' },
        { value: 'stairs', label: 'Stairs', help: 'Four states, always in the same order.' },
        {
          value: 'bursts',
          label: 'Quiet and loud',
          help: 'Two states with the same mean: only the spread tells them apart.',
        },
        // Of one column, with states one can name: high and low, quiet and active.
        ...shippedOptions('sunspots', 'nile', 'heart'),
        {
          value: 'own',
          label: 'Own series',
          help: 'One column of a CSV file, a row per step. An empty cell is a gap.',
        },
      ],
      default: 'levels',
    },
    sequenceSteps: {
      ...wholeLogarithmic(20, 5000, 10),
      label: 'Steps',
      help: 'Length of the series.',
      group: 'Data',
      shownWhen: generated,
      default: 240,
    },
    dwell: {
      ...logarithmic(1, 200, 0.5),
      label: 'Time in a state',
      help: 'Mean number of steps before the state changes. At 1 it changes at every step.',
      group: 'Data',
      basic: true,
      shownWhen: generated,
      default: 15,
    },
    noise: {
      ...linear(0.01, 0.4, 0.01),
      label: 'Noise',
      help: 'Standard deviation around a level. Levels are 0.25 or 0.3 apart.',
      group: 'Data',
      basic: true,
      shownWhen: generated,
      default: 0.08,
    },
    states: {
      ...whole(1, 8),
      label: 'States',
      help: 'K, each with a mean and a spread of its own.',
      basic: true,
      default: 3,
    },
    start: {
      kind: 'choice',
      label: 'Start of the means',
      help: 'EM climbs to the nearest maximum, so the start decides the result.',
      options: [
        { value: 'k-means++', label: 'k-means++' },
        { value: 'random', label: 'Random values of the series' },
      ],
      default: 'k-means++',
    },
    stay: {
      ...linear(0.05, 0.99, 0.01),
      label: 'Probability of staying',
      help: 'Where the transition matrix starts: the probability that a state follows itself.',
      default: 0.8,
    },
    leastWidth: {
      ...logarithmic(0.001, 0.5, 0.001),
      label: 'Smallest width',
      help: 'Standard deviation that no state falls below, as a fraction of the range of the series. Without it a state on a single value has infinite likelihood.',
      takesEffect: 'live',
      default: 0.01,
    },
    stepKind: stepKindSetting('alternate'),
  },
  presets: [
    {
      id: 'levels',
      label: 'Three levels',
      comment: 'Three states with means of their own; any may follow any other.',
      values: {},
    },
    {
      id: 'noisy',
      label: 'Three levels in much noise',
      comment:
        'A single value says little about its state. What comes before and after says the rest.',
      values: { noise: 0.2, dwell: 30, sequenceSteps: 600 },
    },
    {
      id: 'stairs',
      label: 'Stairs',
      comment: 'Four states in a fixed order: most transitions get probability 0.',
      values: { signal: 'stairs', states: 4 },
    },
    {
      id: 'bursts',
      label: 'Quiet and loud',
      comment: 'Both states have the same mean. The spread alone tells them apart.',
      values: { signal: 'bursts', states: 2, dwell: 30, sequenceSteps: 400 },
    },
  ],
});

export type HmmSettings = SettingValues<(typeof hmmTable)['settings']>;
