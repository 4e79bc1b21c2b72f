import type { Dataset } from '../engine.ts';
import type { LabExamples } from '../examples.fixture.ts';
import { everyFourth, rounded } from '../miniature.fixture.ts';
import type { CompareQuery, CompareSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { pointsPerArm: 20, hiddenUnits: 12, mixtureClusters: 6, clusters: 6 },
  otherShape: { mixtureClusters: 3 },
  edits: [],
  harmless: () => [],
  queries: [
    { kind: 'figures' },
    { kind: 'likelihood', model: 'vae', from: 0, rows: 50, samples: 4 },
  ] satisfies CompareQuery[],
  shipped: {
    // Three models.
    compare: {
      characters: 370_000,
      isGood: (model) => {
        const svae = model.measure?.().svae as { readonly adjustedRandIndex: number } | undefined;
        return Number(svae?.adjustedRandIndex) > 0.95;
      },
    },
  },
  miniature: {
    of(snapshot: CompareSnapshot, { values, labels, dimension: d }: Dataset) {
      const { rows, gmm, vae, svae } = snapshot;
      const shown = everyFourth(rows);
      const panel = (points: Float32Array, clusters: ArrayLike<number> | null) => ({
        points: shown.flatMap((n) => rounded(points.subarray(n * d, n * d + 2))),
        clusters: clusters && shown.map((n) => clusters[n]),
      });
      return {
        panels: [
          panel(values, labels),
          panel(values, gmm.assignments),
          panel(vae.reconstructions, null),
          panel(svae.reconstructions, svae.assignments),
        ],
      };
    },
  },
};
