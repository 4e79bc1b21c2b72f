/** Everything the mean field lab can be set to: a target, and how it is approximated. */
import { linear } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';

export const meanFieldTable = defineSettings({
  settings: {
    target: {
      kind: 'choice',
      label: 'Target',
      help: 'The posterior that is approximated.',
      group: 'Data',
      basic: true,
      takesEffect: 'restart',
      options: [{ value: 'gaussian', label: 'Correlated Gaussian' }],
      default: 'gaussian',
    },
    correlation: {
      ...linear(-0.99, 0.99, 0.01),
      label: 'Correlation',
      help: 'Of the two coordinates. The more they depend on each other, the worse a factorised q.',
      group: 'Data',
      basic: true,
      takesEffect: 'live',
      shownWhen: { setting: 'target', is: ['gaussian'] },
      default: 0.9,
    },
    stepKind: {
      kind: 'choice',
      label: 'One step is',
      help: 'Single factors show the ELBO rise at each update; sweeps go faster.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      options: [
        { value: 'factor', label: 'One factor' },
        { value: 'sweep', label: 'A sweep over all factors' },
      ],
      default: 'factor',
    },
  },
  presets: [
    {
      id: 'gaussian',
      label: 'Correlated Gaussian',
      comment: 'q finds the mean and is too narrow.',
      values: {},
    },
  ],
});

export type MeanFieldSettings = SettingValues<(typeof meanFieldTable)['settings']>;
