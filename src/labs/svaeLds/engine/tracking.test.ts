import { describe, expect, it } from 'vitest';
import { track } from './tracking.ts';

const example = track({ kind: 'tracking', steps: 30, noise: 0.3, hidden: [12, 18], seed: 1 });

/** Kalman's filter as textbooks have it, in standard form, for a state of which x_1 is seen. */
function textbookFilter() {
  const A = example.transition;
  const rows = [
    [A[0], A[1]],
    [A[2], A[3]],
  ];
  let mean = [2, 0];
  let covariance = [
    [0.5, 0],
    [0, 0.5],
  ];
  return example.observations.map((seen, t) => {
    if (t > 0) {
      mean = rows.map(([a, b]) => a * mean[0] + b * mean[1]);
      covariance = rows.map((left, i) =>
        rows.map((right, j) => {
          let sum = i === j ? 0.02 : 0;
          for (let k = 0; k < 2; k++)
            for (let l = 0; l < 2; l++) sum += left[k] * covariance[k][l] * right[l];
          return sum;
        }),
      );
    }
    const predicted = { mean, covariance };
    if (seen !== null) {
      const gain = covariance.map((row) => row[0] / (covariance[0][0] + 0.09));
      const surprise = seen - mean[0];
      const first = covariance[0];
      mean = mean.map((value, i) => value + gain[i] * surprise);
      covariance = covariance.map((row, i) => row.map((value, j) => value - gain[i] * first[j]));
    }
    return { predicted, filtered: { mean, covariance } };
  });
}

describe('the tracking example', () => {
  it('predicts and conditions as the filter in standard form does', () => {
    textbookFilter().forEach(({ predicted, filtered }, t) => {
      for (const [traced, want] of [
        [example.steps[t].predicted, predicted],
        [example.steps[t].filtered, filtered],
      ] as const) {
        traced.mean.forEach((value, i) => {
          expect(value).toBeCloseTo(want.mean[i], 8);
        });
        traced.covariance.forEach((value, i) => {
          expect(value).toBeCloseTo(want.covariance.flat()[i], 8);
        });
      }
    });
  });

  it('predicts by the potential of neighbouring states', () => {
    const { J11, J12, J22 } = example.pair;
    const { precision } = example.steps[4].filtered;
    const [a, b, c, d] = precision.map((value, i) => value + J11[i]);
    const inverse = [d, -b, -c, a].map((value) => value / (a * d - b * c));
    example.steps[5].predicted.precision.forEach((value, entry) => {
      const [i, j] = [Math.floor(entry / 2), entry % 2];
      let want = J22[entry];
      for (let k = 0; k < 2; k++)
        for (let l = 0; l < 2; l++) want -= J12[k * 2 + i] * inverse[k * 2 + l] * J12[l * 2 + j];
      expect(value).toBeCloseTo(want, 8);
    });
  });

  it('has a smoother that ends with the filter and is never less certain', () => {
    const { smoothed, filtered } = example.steps[29];
    smoothed.mean.forEach((value, i) => {
      expect(value).toBeCloseTo(filtered.mean[i], 9);
    });
    for (const step of example.steps)
      for (const i of [0, 3])
        expect(step.smoothed.covariance[i]).toBeLessThanOrEqual(
          step.filtered.covariance[i] + 1e-12,
        );
  });

  it('is less certain where nothing is seen, and the truth lies within the band', () => {
    expect(example.observations.filter((seen) => seen === null)).toHaveLength(6);
    const variance = (t: number) => example.steps[t].filtered.covariance[0];
    expect(variance(17)).toBeGreaterThan(2 * variance(11));
    let outside = 0;
    example.steps.forEach(({ smoothed }, t) => {
      const far = Math.abs(example.truth[t][0] - smoothed.mean[0]);
      if (far > 3 * Math.sqrt(smoothed.covariance[0])) outside += 1;
    });
    expect(outside).toBeLessThan(2);
  });

  it('has samples from the conditional of each step', () => {
    for (const { conditional, sample } of example.steps) {
      const far = Math.abs(sample[0] - conditional.mean[0]);
      expect(far).toBeLessThan(5 * Math.sqrt(conditional.covariance[0]));
    }
  });
});
