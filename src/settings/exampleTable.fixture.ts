import { linear, logarithmic, whole } from './ranges.ts';
import { defineSettings } from './settingsTable.ts';

/** A small table with one setting of every kind, for the tests of this folder. */
export const exampleTable = defineSettings({
  settings: {
    dataset: {
      kind: 'choice',
      label: 'Data set',
      help: 'What the model learns.',
      group: 'Data',
      options: [
        { value: 'spirals', label: 'Spirals' },
        { value: 'two-moons', label: 'Two moons' },
        { value: 'own', label: 'Own points' },
      ],
      default: 'spirals',
    },
    arms: {
      ...whole(2, 10),
      label: 'Arms',
      help: 'Number of arms.',
      group: 'Data',
      shownWhen: { setting: 'dataset', is: ['spirals'] },
      default: 5,
    },
    spread: {
      ...linear(0.05, 1, 0.1),
      label: 'Spread',
      help: 'Width of an arm | in parts of its radius.',
      group: 'Data',
      default: 0.3,
    },
    learningRate: {
      ...logarithmic(1e-5, 1, 0.1),
      label: 'Learning rate',
      help: 'Step of the networks.',
      group: 'Training',
      takesEffect: 'live',
      default: 3e-3,
    },
    moves: {
      kind: 'switch',
      label: 'Moves',
      help: 'Whether clusters merge and split.',
      group: 'Training',
      takesEffect: 'live',
      default: true,
    },
  },
  presets: [
    { id: 'robust', label: 'Robust', comment: 'Works.', values: {} },
    { id: 'thesis', label: 'Thesis', comment: 'As printed.', values: { arms: 7, moves: false } },
  ],
});
