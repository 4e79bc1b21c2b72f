import type { LabExamples } from '../examples.fixture.ts';
import type { EmEdit } from './edits.ts';
import type { EmQuery, EmSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { algorithm: 'gmm', pointsPerArm: 20, stepKind: 'both' },
  otherShape: { clusters: 3 },
  edits: [{ kind: 'moveMean', cluster: 0, mean: [3, -2] }] satisfies EmEdit[],
  harmless: ({ clusters }: EmSnapshot): EmEdit[] => [
    { kind: 'moveMean', cluster: 0, mean: [...clusters[0].mean] },
  ],
  queries: [
    { kind: 'point', row: 3 },
    { kind: 'iteration', row: 3, cluster: 1 },
  ] satisfies EmQuery[],
  shipped: {},
};
