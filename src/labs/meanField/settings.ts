/** Everything the mean field lab can be set to: a target, and how it is approximated. */
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { planePresets, planeSettings, planeTargets } from './planeSettings.ts';

export const meanFieldTable = defineSettings({
  settings: {
    target: {
      kind: 'choice',
      label: 'Target',
      help: 'The posterior that is approximated.',
      group: 'Data',
      basic: true,
      takesEffect: 'restart',
      options: planeTargets,
      default: 'gaussian',
    },
    ...planeSettings,
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
  presets: planePresets,
});

export type MeanFieldSettings = SettingValues<(typeof meanFieldTable)['settings']>;
