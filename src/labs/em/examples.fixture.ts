import type { Dataset } from '../engine.ts';
import type { LabExamples } from '../examples.fixture.ts';
import { everyFourth, round, rounded } from '../miniature.fixture.ts';
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
  miniature: {
    preset: 'mixture',
    steps: 200,
    of(snapshot: EmSnapshot, { values, dimension: d }: Dataset) {
      const { rows, assignments, clusters } = snapshot;
      const shown = everyFourth(rows);
      return {
        latents: shown.flatMap((n) => rounded(values.subarray(n * d, (n + 1) * d))),
        assignments: shown.map((n) => assignments[n]),
        clusters: clusters.map(({ id, weight, count, mean, covariance }) => ({
          id,
          weight: round(weight),
          count: round(count),
          mean: rounded(mean),
          covariance: rounded(covariance),
          removed: false,
        })),
      };
    },
  },
};
