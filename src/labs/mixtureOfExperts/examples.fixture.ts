import type { LabExamples } from '../examples.fixture.ts';
import type { ExpertsQuery } from './snapshot.ts';

export const examples: LabExamples = {
  small: { pairs: 40 },
  otherShape: { experts: 5 },
  edits: [],
  harmless: () => [],
  queries: [{ kind: 'point', row: 3 }] satisfies ExpertsQuery[],
  shipped: {},
};
