import { describe, expect, it } from 'vitest';
import { fateAt, influence, mostInfluential, nearestColumn } from './scan.ts';

describe('a scan', () => {
  const scan = {
    factors: [0.8, 1, 1.2],
    periods: [20, 20, 20, 10, 20, 30, 25, 20, 99],
    motion: [1, 1, 1, 1, 1, 1, 1, 1, 1],
    grows: [0, 0, 0, 0, 0, 0, 0, 0, 1],
    dimension: 3,
  };

  it('judges by what is left of the motion, not by growth alone', () => {
    const faded = { ...scan, motion: [1, 1, 1, 0.1, 1, 0.6, Number.NaN, 1, 0.1] };
    const fates = [3, 4, 5, 6, 8].map((index) => fateAt(faded, index));
    expect(fates).toEqual(['dies', 'lives', 'lives', 'lives', 'grows']);
    // The period of what has all but died does not count.
    expect(influence(faded, 1)).toBe(10);
  });

  it('finds the columns that matter, not counting what grows', () => {
    expect(influence(scan, 0)).toBe(0);
    expect(influence(scan, 1)).toBe(20);
    expect(influence(scan, 2)).toBe(5);
    expect([...mostInfluential(scan, 2)]).toEqual([1, 2]);
  });

  it('finds the line under the pointer', () => {
    const near = (x: number, y: number): number | null =>
      nearestColumn(
        scan,
        scan.periods,
        [x, y],
        (factor) => 100 * factor,
        (period) => period,
        4,
      );
    expect(near(90, 15)).toBe(1);
    expect(near(90, 20)).toBe(0);
    expect(near(90, 60)).toBeNull();
  });
});
