import type { Dataset } from '../engine.ts';
import type { LabExamples } from '../examples.fixture.ts';
import { everyFourth, rounded } from '../miniature.fixture.ts';
import type { VaeEdit } from './edits.ts';
import type { VaeQuery, VaeSnapshot } from './snapshot.ts';

export const examples: LabExamples = {
  small: { pointsPerArm: 20, hiddenUnits: 12 },
  otherShape: { latentDimension: 3 },
  edits: [],
  harmless: (): VaeEdit[] => [{ kind: 'placeProbe', latent: [1.5, -0.5] }],
  queries: [
    { kind: 'decode', latents: [0, 0, 1, -1] },
    { kind: 'reparameterisation', row: 2, draw: 1 },
    { kind: 'gap', row: 2 },
    { kind: 'optimiseQ', row: 2, family: 'full', from: null, steps: 3 },
    { kind: 'gradientSpread', from: 1, count: 2 },
  ] satisfies VaeQuery[],
  shipped: {
    vae: {
      characters: 60_000,
      isGood: (model) => Number(model.measure?.().explainedVariance) > 0.99,
    },
    // By its bound: log-likelihoods of that many pictures take a minute. Its pictures have 144 pixels.
    'vae-shapes': {
      characters: 900_000,
      isGood: (model) => model.evaluate().total > 154,
    },
  },
  miniature: {
    of(snapshot: VaeSnapshot, { labels }: Dataset) {
      const { rows, latents, latentDimension: d } = snapshot;
      const shown = everyFourth(rows);
      return {
        latents: shown.flatMap((n) => rounded(latents.subarray(n * d, (n + 1) * d))),
        labels: shown.map((n) => labels?.[n] ?? 0),
      };
    },
  },
};
