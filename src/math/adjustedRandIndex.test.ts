import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from './adjustedRandIndex.ts';

describe('adjustedRandIndex', () => {
  it('is 1 for the same partition under other names', () => {
    expect(adjustedRandIndex([0, 0, 1, 1, 2], [5, 5, 3, 3, 9])).toBe(1);
  });

  it('matches a value worked out by hand', () => {
    // Cells {2, 1, 1, 2}: 2 pairs together; 6 and 6 pairs in the margins of 15.
    // (2 - 36/15) / (6 - 36/15) = -1/9
    expect(adjustedRandIndex([0, 0, 0, 1, 1, 1], [0, 0, 1, 0, 1, 1])).toBeCloseTo(-1 / 9, 12);
  });

  it('is 0 when one side puts everything together', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
  });

  it('leaves points without a class out', () => {
    const known = adjustedRandIndex([0, 0, 1, 1, 2], [1, 1, 0, 2, 2]);
    expect(adjustedRandIndex([0, -1, 0, 1, 1, -1, 2], [1, 2, 1, 0, 2, 0, 2])).toBe(known);
    expect(known).toBeLessThan(1);
    expect(adjustedRandIndex([-1, -1], [0, 1])).toBe(1);
  });

  it('refuses partitions of different length', () => {
    expect(() => adjustedRandIndex([0], [0, 1])).toThrow('1 and 2');
  });
});
