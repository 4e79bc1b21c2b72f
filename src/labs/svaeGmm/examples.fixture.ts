import type { LabExamples } from '../examples.fixture.ts';
import { everyFourth, round, rounded } from '../miniature.fixture.ts';
import { isInUse } from '../shared/data/inUse.ts';
import type { SvaeGmmEdit } from './edits.ts';
import type { SvaeGmmQuery, SvaeGmmSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { pointsPerArm: 20, clusters: 6 },
  otherShape: { clusters: 5 },
  edits: [
    { kind: 'moveCluster', cluster: 0, mean: [3, -2] },
    { kind: 'removeCluster', cluster: 1 },
  ] satisfies SvaeGmmEdit[],
  harmless: ({ clusters }: SvaeGmmSnapshot): SvaeGmmEdit[] => [
    { kind: 'moveCluster', cluster: 0, mean: [...clusters[0].mean] },
  ],
  queries: [
    { kind: 'point', row: 3 },
    { kind: 'iteration', row: 3 },
  ] satisfies SvaeGmmQuery[],
  shipped: {
    'svae-gmm': {
      characters: 150_000,
      isGood: (model) => Number(model.measure?.().adjustedRandIndex) >= 0.95,
    },
  },
  miniature: {
    of(snapshot: SvaeGmmSnapshot) {
      const d = snapshot.latentDimension;
      const rows = everyFourth(snapshot.rows);
      return {
        latents: rows.flatMap((n) => rounded(snapshot.latents.subarray(n * d, (n + 1) * d))),
        assignments: rows.map((n) => snapshot.assignments[n]),
        clusters: snapshot.clusters.filter(isInUse).map((cluster) => ({
          ...cluster,
          weight: round(cluster.weight),
          count: round(cluster.count),
          mean: rounded(cluster.mean),
          covariance: rounded(cluster.covariance),
        })),
      };
    },
  },
};
