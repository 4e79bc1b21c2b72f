import { expect, it } from 'vitest';
import { labelCount } from '../../shared/data/segmentation.ts';
import { periodsByTruth, segmentationScores } from './scores.ts';

it('scores a series cut into states, up to their names', () => {
  const truth = [...new Array(40).fill(0), ...new Array(60).fill(1), ...new Array(20).fill(0)];
  // One switch is found two steps late, and a third state is never used.
  const found = truth.map((_, t) => (t < 42 ? 2 : t < 100 ? 0 : 2));
  const scores = segmentationScores(found, truth, 3);
  expect(scores.accuracy).toBeCloseTo(118 / 120, 12);
  expect(scores).toMatchObject({
    changePointF1: 1,
    statesUsed: 2,
    dwell: { found: 42, true: 40 },
    matched: [1, -1, 0],
  });
  // An oracle may have more states than the model it is compared with.
  expect(segmentationScores(truth, truth, 1).accuracy).toBe(1);
  expect(labelCount(truth)).toBe(2);
  expect(periodsByTruth([12.5, null, 60], scores.matched, 2)).toEqual([60, 12.5]);
  expect(periodsByTruth([12.5], [0], 2)).toEqual([12.5, null]);
});
