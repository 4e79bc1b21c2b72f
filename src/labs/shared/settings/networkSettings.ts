/** Settings of encoder and decoder, for every lab that has them. */
import type { SettingsShape } from '../../../settings/settingsTable.ts';

export const networkSettings = {
  hiddenUnits: {
    kind: 'number',
    label: 'Hidden units',
    help: 'Width of each hidden layer of encoder and decoder.',
    group: 'Model',
    takesEffect: 'restart',
    min: 2,
    max: 512,
    step: 1,
    scale: 'log',
    integer: true,
    default: 50,
  },
  hiddenLayers: {
    kind: 'number',
    label: 'Hidden layers',
    help: 'Depth of encoder and decoder; 0 makes both of them linear.',
    group: 'Model',
    takesEffect: 'restart',
    min: 0,
    max: 4,
    step: 1,
    scale: 'linear',
    integer: true,
    default: 1,
  },
  activation: {
    kind: 'choice',
    label: 'Activation',
    help: 'Nonlinearity of the hidden units.',
    group: 'Model',
    takesEffect: 'restart',
    options: [
      { value: 'tanh', label: 'tanh' },
      { value: 'relu', label: 'ReLU' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    default: 'tanh',
  },
} as const satisfies SettingsShape;
