import { expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { meansOfPieces, sharesOfShapes } from './start.ts';

it('begins in the middle of each piece of the data, as the encoder sees it', () => {
  const values = Float32Array.of(0, 0, 2, 0, 100, 0, 104, 0);
  const encodings = Float64Array.of(1, 3, 7, 9);
  const means = meansOfPieces(encodings, 1, { values, dimension: 2 }, 2, createRandom(1));
  expect(means.map(([mean]) => mean).sort((a, b) => a - b)).toEqual([2, 8]);
});

it('begins at the origin with pieces of no point', () => {
  const values = Float32Array.of(5, 5, 5);
  const means = meansOfPieces(
    Float64Array.of(4, 4, 4),
    1,
    { values, dimension: 1 },
    2,
    createRandom(1),
  );
  expect(means.map(([mean]) => mean).sort((a, b) => a - b)).toEqual([0, 4]);
});

it('begins at shapes: points that belong to none go with the nearest that do', () => {
  const values = Float32Array.of(0, 1, 2, 9, 10, 4, 6);
  // The count has looked at the first five; the third is of a shape too small to count.
  const rows = Int32Array.of(0, 1, 2, 3, 4);
  const shapeOf = Int32Array.of(1, 1, -1, 0, 0);
  const shares = sharesOfShapes({ values, dimension: 1 }, { count: 2, blobs: null, rows, shapeOf });
  expect([...shares]).toEqual([0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0]);
});
