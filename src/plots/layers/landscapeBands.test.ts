import { expect, it } from 'vitest';
import { massLevels } from './landscapeBands.ts';

const CELLS = 101;
const places = Float64Array.from({ length: CELLS }, (_, cell) => -5 + cell / 10);
/** A standard normal in two dimensions, without its normaliser. */
const normal = Float64Array.from({ length: CELLS * CELLS }, (_, at) =>
  Math.exp(-(places[at % CELLS] ** 2 + places[Math.floor(at / CELLS)] ** 2) / 2),
);

it('draws the border of the region of highest density', () => {
  // Of a normal in the plane, a circle of radius r holds 1 - exp(-r^2 / 2).
  const levels = massLevels(normal, [0.9, 0.5]);
  expect(levels[0]).toBeCloseTo(0.1, 2);
  expect(levels[1]).toBeCloseTo(0.5, 2);
});

it('has no border where there is no mass, and one where all cells are equal', () => {
  expect(massLevels(new Float64Array(9), [0.9, 0.5])).toEqual([]);
  expect(massLevels(new Float64Array(9).fill(2), [0.9, 0.5])).toEqual([2]);
});
