import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changePointF1,
  changePoints,
  matchedStates,
  medianDwell,
  occupancy,
  segmentationAccuracy,
  statesInUse,
  visitsOf,
} from './segmentation.ts';

const truth = [0, 0, 0, 1, 1, 1, 2, 2, 2, 0];

describe('a segmentation', () => {
  it('is right up to names, and no state stands for two', () => {
    const renamed = truth.map((state) => (state + 1) % 3);
    expect(segmentationAccuracy(renamed, truth, 3, 3)).toBe(1);
    expect(matchedStates(renamed, truth, 3, 3)).toEqual([2, 0, 1]);
    // States 1 and 2 share the second true state: one of them stands for it, the other for none.
    const split = [0, 0, 0, 1, 1, 2, 3, 3, 3, 0];
    expect(segmentationAccuracy(split, truth, 4, 3)).toBeCloseTo(0.9, 12);
    expect(segmentationAccuracy(new Array(10).fill(0), truth, 1, 3)).toBeCloseTo(0.4, 12);
    expect(segmentationAccuracy([0, 1], [-1, -1], 2, 2)).toBeNull();
  });

  it('has an accuracy that no renaming beats', () => {
    const labels = fc.array(fc.nat(2), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(labels, labels, (found, wanted) => {
        const names = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ];
        const best = Math.max(
          ...names.map((name) => found.filter((state, t) => name[state] === wanted[t]).length),
        );
        expect(segmentationAccuracy(found, wanted, 3, 3)).toBeCloseTo(best / 12, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('has change points that count once, and only where they are near', () => {
    expect(changePoints(truth)).toEqual([3, 6, 9]);
    expect(changePointF1(truth, truth, 0)).toBe(1);
    const series = (at: number[]) =>
      Array.from({ length: 60 }, (_, t) => at.filter((point) => point <= t).length);
    expect(changePointF1(series([22]), series([20]))).toBe(1);
    expect(changePointF1(series([26]), series([20]))).toBe(0);
    // One true change, found twice: one is right.
    expect(changePointF1(series([19, 21]), series([20]))).toBeCloseTo(2 / 3, 12);
    expect(changePointF1(series([10]), series([10, 30]))).toBeCloseTo(2 / 3, 12);
    expect(changePointF1(series([]), series([]))).toBe(1);
    expect(changePointF1(series([]), series([9]))).toBe(0);
  });

  it('knows its visits, their lengths, and which states are in use', () => {
    expect(visitsOf(truth).map(({ steps }) => steps)).toEqual([3, 3, 3, 1]);
    expect(medianDwell(visitsOf(truth))).toBe(3);
    expect(medianDwell(visitsOf([0, 1, 1, 1]))).toBe(2);
    expect(medianDwell([])).toBeNull();
    expect(occupancy(truth, 4)).toEqual([4, 3, 3, 0]);
    const rare = new Array(100).fill(0).fill(1, 0, 2).fill(2, 10, 13);
    expect(statesInUse(rare, 3)).toBe(2);
  });
});
