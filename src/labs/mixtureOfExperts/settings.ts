/** Everything a mixture of experts can be set to. */
import { linear, logarithmic, whole, wholeLogarithmic } from '../../settings/ranges.ts';
import { defineSettings, type SettingValues } from '../../settings/settingsTable.ts';
import { stepKindSetting } from '../shared/data/stepKind.ts';
import { standardiseSetting } from '../shared/settings/ownDataSettings.ts';

export const expertsTable = defineSettings({
  settings: {
    dataset: {
      kind: 'choice',
      label: 'Curve',
      help: 'The data: y is predicted from x, and no single line is enough.',
      group: 'Data',
      basic: true,
      options: [
        { value: 'bent', label: 'A bent line' },
        { value: 'zigzag', label: 'A zigzag' },
        { value: 'wave', label: 'A wave' },
        {
          value: 'crossing',
          label: 'Two crossing lines',
          help: 'y has two likely values at every x, and the gate cannot tell which.',
        },
        {
          value: 'own',
          label: 'Own points',
          help: 'Two columns: x, and y, which is predicted.',
        },
      ],
      default: 'zigzag',
    },
    standardise: standardiseSetting('dataset'),
    pointsPerPiece: {
      ...wholeLogarithmic(10, 1000, 10),
      label: 'Points per piece',
      help: 'Observations on each piece of the curve.',
      group: 'Data',
      shownWhen: { setting: 'dataset', is: ['bent', 'zigzag', 'wave', 'crossing'] },
      default: 80,
    },
    noise: {
      ...linear(0.1, 5, 0.1),
      label: 'Noise',
      help: 'Standard deviation of y around the curve.',
      group: 'Data',
      shownWhen: { setting: 'dataset', is: ['bent', 'zigzag', 'wave', 'crossing'] },
      default: 1,
    },
    experts: {
      ...whole(1, 12),
      label: 'Experts',
      help: 'K, each with a curve and a width of its own.',
      basic: true,
      default: 3,
    },
    degree: {
      ...whole(1, 4),
      label: 'Degree',
      help: 'Degree of each expert: 1 is a line.',
      default: 1,
    },
    start: {
      kind: 'choice',
      label: 'Start of the experts',
      help: 'EM climbs to the nearest maximum, so the start decides the result.',
      options: [
        {
          value: 'neighbours',
          label: 'Neighbouring points',
          help: 'Each expert fits the points around one place.',
        },
        { value: 'random', label: 'Random lines' },
      ],
      default: 'neighbours',
    },
    leastWidth: {
      ...logarithmic(0.001, 2, 0.001),
      label: 'Smallest width',
      help: 'Standard deviation that no expert falls below. Without it an expert through two points has infinite likelihood.',
      takesEffect: 'live',
      default: 0.1,
    },
    gateSteps: {
      ...wholeLogarithmic(1, 20),
      label: 'Steps of the gate',
      help: 'Newton steps in each M-step, which has no closed form for the gate. Steps that would lower the ELBO are shortened.',
      group: 'Training',
      basic: true,
      takesEffect: 'live',
      default: 3,
    },
    stepKind: stepKindSetting('alternate'),
  },
  presets: [
    {
      id: 'zigzag',
      label: 'A zigzag',
      comment: 'Three lines, three experts, and a gate that weighs them.',
      values: {},
    },
    {
      id: 'crossing',
      label: 'Two crossing lines',
      comment: 'The gate has nothing to learn; the experts learn it all.',
      values: { dataset: 'crossing', experts: 2 },
    },
    {
      id: 'wave',
      label: 'A wave of lines',
      comment: 'Six short lines follow a curve.',
      values: { dataset: 'wave', experts: 6 },
    },
  ],
});

export type ExpertsSettings = SettingValues<(typeof expertsTable)['settings']>;
