/** Everything the mean field lab can be set to: a target, and how it is approximated. */
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { networkPresets, networkSettings, networkTargets } from './networkSettings.ts';
import { planePresets, planeSettings, planeTargets } from './planeSettings.ts';

export const meanFieldTable = defineSettings({
  settings: {
    target: {
      kind: 'choice',
      label: 'Target',
      help: 'The posterior that is approximated.',
      group: 'Data',
      basic: true,
      options: [...planeTargets, ...networkTargets],
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
  presets: [...planePresets, ...networkPresets],
});

export type MeanFieldSettings = SettingValues<(typeof meanFieldTable)['settings']>;
