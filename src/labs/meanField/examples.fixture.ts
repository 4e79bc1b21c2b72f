import type { LabExamples } from '../examples.fixture.ts';
import { round } from '../miniature.fixture.ts';
import type { MeanFieldEdit } from './edits.ts';
import type { PlaneSnapshot } from './planeSnapshot.ts';
import type { MeanFieldQuery } from './snapshot.ts';

export const examples: LabExamples = {
  small: {},
  otherShape: { target: 'sprinkler' },
  edits: [{ kind: 'placeFactors', mean: [2, -2], deviation: [0.3, 0.5] }] satisfies MeanFieldEdit[],
  harmless: ({ moments: { mean, deviation } }: PlaneSnapshot): MeanFieldEdit[] => [
    { kind: 'placeFactors', mean: [...mean], deviation: [...deviation] },
  ],
  queries: [{ kind: 'update' }] satisfies MeanFieldQuery[],
  shipped: {},
  miniature: {
    preset: 'gaussian',
    steps: 60,
    of: ({ moments, target }: PlaneSnapshot) => ({
      mean: moments.mean.map(round),
      deviation: moments.deviation.map(round),
      correlation: target.moments.correlation,
    }),
  },
};
