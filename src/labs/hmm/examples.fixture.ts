import type { Dataset } from '../engine.ts';
import type { LabExamples } from '../examples.fixture.ts';
import { round, rounded } from '../miniature.fixture.ts';
import type { HmmEdit } from './edits.ts';
import type { HmmQuery, HmmSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { sequenceSteps: 60 },
  otherShape: { states: 5 },
  edits: [{ kind: 'moveState', state: 1, mean: 0.9 }] satisfies HmmEdit[],
  harmless: ({ states }: HmmSnapshot): HmmEdit[] =>
    states.map(({ id, mean }) => ({ kind: 'moveState', state: id, mean })),
  queries: [{ kind: 'step', row: 3 }] satisfies HmmQuery[],
  shipped: {},
  miniature: {
    preset: 'levels',
    steps: 100,
    of: ({ assignments, states }: HmmSnapshot, { values }: Dataset) => ({
      values: rounded(values),
      assignments: Array.from(assignments),
      means: states.map(({ mean }) => round(mean)),
    }),
  },
};
