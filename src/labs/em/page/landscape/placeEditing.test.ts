import { expect, it } from 'vitest';
import { placeEdits } from './placeEditing.ts';

const clusters = [
  { id: 0, mean: [1, 2, 3] },
  { id: 1, mean: [4, 5, 6] },
];

it('moves both coordinates of one mean, and leaves the others', () => {
  const coordinates = [
    { cluster: 1, coordinate: 0 },
    { cluster: 1, coordinate: 2 },
  ] as const;
  expect(placeEdits(clusters, coordinates, [7, 8])).toEqual([
    { kind: 'moveMean', cluster: 1, mean: [7, 5, 8] },
  ]);
});

it('moves one coordinate each of two means', () => {
  const coordinates = [
    { cluster: 1, coordinate: 0 },
    { cluster: 0, coordinate: 1 },
  ] as const;
  expect(placeEdits(clusters, coordinates, [7, 8])).toEqual([
    { kind: 'moveMean', cluster: 1, mean: [7, 5, 6] },
    { kind: 'moveMean', cluster: 0, mean: [1, 8, 3] },
  ]);
});
