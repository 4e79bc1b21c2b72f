import type { LabExamples } from '../examples.fixture.ts';
import type { CompareQuery } from './snapshot.ts';

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
};
