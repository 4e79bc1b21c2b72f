import { describe, expect, it } from 'vitest';
import { createRandom } from '../math/random.ts';
import { blobs } from './blobs.ts';
import { shapes } from './shapes.ts';

describe('blobs', () => {
  const settings = { blobs: 4, pointsPerBlob: 200, spread: 1 };

  it('lie apart, in the order of their classes, centred', () => {
    const { values, labels, rows } = blobs(settings, createRandom(1), createRandom(2));
    expect(rows).toBe(800);
    const centres = [0, 1, 2, 3].map((blob) => {
      const own = Array.from({ length: 200 }, (_, i) => 200 * blob + i);
      expect(own.every((row) => labels?.[row] === blob)).toBe(true);
      return [0, 1].map((j) => own.reduce((sum, row) => sum + values[2 * row + j], 0) / 200);
    });
    for (const [x, y] of centres)
      for (const [a, b] of centres)
        if (x !== a) expect(Math.hypot(x - a, y - b)).toBeGreaterThan(5);
    expect(Math.abs(values.reduce((a, b) => a + b))).toBeLessThan(1e-2);
  });

  it('of the same layout are the same blobs with other points', () => {
    const [one, other] = [2, 3].map((seed) => {
      const { values, centre = [] } = blobs(settings, createRandom(1), createRandom(seed));
      return (
        values.reduce((sum, value, i) => (i < 400 && i % 2 === 0 ? sum + value : sum), 0) / 200 +
        centre[0]
      );
    });
    expect(other).not.toBe(one);
    expect(Math.abs(other - one)).toBeLessThan(0.5);
  });
});

describe('shapes', () => {
  const dataset = shapes({ picturesPerShape: 10, side: 8, stray: 0.1, noise: 0 }, createRandom(4));

  it('are four kinds of pictures with ink from 0 to 1', () => {
    expect([dataset.rows, dataset.dimension]).toEqual([40, 64]);
    expect(dataset.columns[9]).toBe('pixel 2, 2');
    expect(new Set(dataset.labels).size).toBe(4);
    expect(Math.min(...dataset.values)).toBe(0);
    expect(Math.max(...dataset.values)).toBe(1);
  });

  it('have ink, and paper around it', () => {
    for (let row = 0; row < dataset.rows; row++) {
      const ink = dataset.values.subarray(row * 64, (row + 1) * 64).reduce((a, b) => a + b);
      expect(ink).toBeGreaterThan(2);
      expect(ink).toBeLessThan(45);
    }
  });

  it('repeat with their seed', () => {
    const settings = { picturesPerShape: 3, side: 6, stray: 0.1, noise: 0.1 };
    expect(shapes(settings, createRandom(1))).toEqual(shapes(settings, createRandom(1)));
  });
});
