/** Everything the mean field lab can be set to: a target, and how it is approximated. */
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkSettings } from './networkSettings.ts';
import { planeSettings } from './planeSettings.ts';
import { networkTargets, planeTargets, startOf } from './targets.ts';

const [gaussian, ...others] = [...planeTargets, ...networkTargets].map(
  ({ value, label, comment }) => ({
    option: { value, label, help: comment },
    preset: { ...{ id: value, label, comment }, values: { target: value, start: startOf(value) } },
  }),
);

export const meanFieldTable = defineSettings({
  settings: {
    target: {
      kind: 'choice',
      label: 'Target',
      help: 'The posterior that is approximated.',
      group: 'Data',
      basic: true,
      options: [gaussian, ...others].map(({ option }) => option),
      default: 'gaussian',
    },
    ...planeSettings,
    ...networkSettings,
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
    gibbs: {
      kind: 'switch',
      label: 'Gibbs sampling too',
      help: 'At each update of a factor, Gibbs draws the same coordinate. Play then goes on after q has converged, until there are 10,000 sweeps.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      default: true,
    },
  },
  presets: [
    { ...gaussian.preset, values: {} },
    {
      id: 'slow',
      label: 'Correlation 0.99',
      comment: 'Both algorithms take tiny steps: each sweep leaves 98 % of the error.',
      values: { correlation: 0.99 },
    },
    ...others.map(({ preset }) => preset),
  ],
});

export type MeanFieldSettings = SettingValues<(typeof meanFieldTable)['settings']>;
