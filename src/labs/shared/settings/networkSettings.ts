/** Settings of encoder and decoder, for every lab that has them. */
import { whole, wholeLogarithmic } from '../../../settings/ranges.ts';
import type { SettingsShape } from '../../../settings/settingsTable.ts';

export const networkSettings = {
  hiddenUnits: {
    ...wholeLogarithmic(2, 512),
    label: 'Hidden units',
    help: 'Width of each hidden layer of encoder and decoder.',
    default: 50,
  },
  hiddenLayers: {
    ...whole(0, 4),
    label: 'Hidden layers',
    help: 'Depth of encoder and decoder; 0 makes both of them linear.',
    default: 1,
  },
  activation: {
    kind: 'choice',
    label: 'Activation',
    help: 'Nonlinearity of the hidden units.',
    options: [
      { value: 'tanh', label: 'tanh' },
      { value: 'relu', label: 'ReLU' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    default: 'tanh',
  },
} as const satisfies SettingsShape;
