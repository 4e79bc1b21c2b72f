import { describe, expect, it } from 'vitest';
import { adaptiveCubature, type LogDensity } from './adaptiveCubature.ts';

const gaussian =
  (mean: readonly number[], deviation: readonly number[], shift = 0): LogDensity =>
  (points, count, out) => {
    const d = mean.length;
    for (let n = 0; n < count; n++) {
      out[n] = shift;
      for (let i = 0; i < d; i++) {
        const z = (points[n * d + i] - mean[i]) / deviation[i];
        out[n] -= (z * z + Math.log(2 * Math.PI)) / 2 + Math.log(deviation[i]);
      }
    }
  };
const plane = { dimension: 2, low: [-8, -8], high: [8, 8], cells: 24, tolerance: 1e-7 } as const;

describe('adaptive cubature', () => {
  it.each([
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1.3, -0.4],
      [0.1, 0.3],
    ],
    [
      [2.05, 3.3],
      [0.05, 0.04],
    ],
  ])('integrates a normal at %j with deviations %j', (mean, deviation) => {
    const found = adaptiveCubature(gaussian(mean, deviation), plane);
    expect(found.logIntegral).toBeCloseTo(0, 5);
    mean.forEach((value, i) => {
      expect(found.mean[i]).toBeCloseTo(value, 5);
      expect(found.deviation[i] / deviation[i]).toBeCloseTo(1, 3);
    });
  });

  it('keeps its digits where densities are no numbers', () => {
    expect(adaptiveCubature(gaussian([0, 0], [1, 0.2], -5000), plane).logIntegral).toBeCloseTo(
      -5000,
      5,
    );
    expect(adaptiveCubature(gaussian([0, 0], [1, 0.2], 5000), plane).logIntegral).toBeCloseTo(
      5000,
      5,
    );
  });

  it('finds a needle where it is told to look', () => {
    const [at, width] = [
      [1.111, 2.345],
      [0.002, 0.003],
    ];
    const needle = gaussian(at, width);
    const found = adaptiveCubature(needle, { ...plane, peak: { at, width: [0.01, 0.01] } });
    expect(found.logIntegral).toBeCloseTo(0, 4);
  });

  it('works on a line, with two peaks', () => {
    const [left, right] = [gaussian([-2], [0.03]), gaussian([3], [0.5])];
    const both: LogDensity = (points, count, out) => {
      const other = new Float64Array(count);
      left(points, count, out);
      right(points, count, other);
      for (let n = 0; n < count; n++) out[n] = Math.log(Math.exp(out[n]) + 3 * Math.exp(other[n]));
    };
    const found = adaptiveCubature(both, {
      ...{ dimension: 1, low: [-8], high: [8], cells: 60, tolerance: 1e-8 },
    });
    expect(found.logIntegral).toBeCloseTo(Math.log(4), 6);
    expect(found.mean[0]).toBeCloseTo((-2 + 9) / 4, 5);
  });
});
