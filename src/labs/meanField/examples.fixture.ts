import type { LabExamples } from '../examples.fixture.ts';
import { round } from '../miniature.fixture.ts';
import type { MeanFieldSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: {},
  otherShape: null,
  edits: [],
  harmless: () => [],
  queries: [],
  shipped: {},
  miniature: {
    preset: 'gaussian',
    steps: 20,
    of: ({ mean, variance }: MeanFieldSnapshot) => ({
      mean: mean.map(round),
      variance: variance.map(round),
    }),
  },
};
