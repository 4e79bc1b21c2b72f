import { describe, expect, it } from 'vitest';
import { coordinateKl } from '../snapshot.ts';
import { collapsedOf, forcesInWords, rowKlByDimension, usefulAxes } from './forces.ts';

describe('the KL of a dimension', () => {
  it('is zero for the prior itself, and grows with distance and sharpness', () => {
    expect(coordinateKl(0, 1)).toBe(0);
    expect(coordinateKl(2, 1)).toBe(2);
    expect(coordinateKl(0, 0.01)).toBeCloseTo(Math.log(10) + (0.01 - 1) / 2, 12);
  });

  it('is told apart for a row', () => {
    expect(rowKlByDimension([9, 9, 2, 0], [1, 1, 1, 1], 2, 1)).toEqual([2, 0]);
  });
});

describe('the two forces in words', () => {
  it('name what has collapsed', () => {
    expect(collapsedOf([1.2, 0.01, 0.6])).toEqual([1]);
    expect(forcesInWords([1.2, 0.01], 1)).toMatch(/^Dimension 2 has collapsed/);
    expect(forcesInWords([1.2, 0.01, 0], 1)).toMatch(/^Dimensions 2, 3 have collapsed/);
    expect(forcesInWords([0, 0.01], 5)).toMatch(/^Posterior collapse/);
  });

  it('say what beta means where nothing has', () => {
    expect(forcesInWords([1, 1], 0)).toMatch(/autoencoder/);
    expect(forcesInWords([1, 1], 1)).toMatch(/same weight/);
    expect(forcesInWords([1, 1], 0.25)).toMatch(/costs 0\.25 nats/);
  });
});

it('collapsed dimensions give way to those that say most, where there are any', () => {
  expect(usefulAxes([0, 1], [2, 1, 3])).toEqual([0, 1]);
  expect(usefulAxes([0, 1], [0, 1, 3])).toEqual([2, 1]);
  expect(usefulAxes([0, 1], [0, 0, 3, 2])).toEqual([2, 3]);
  expect(usefulAxes([0, 1], [0, 0, 0.1])).toEqual([0, 1]);
  expect(usefulAxes([0, 1], [0])).toEqual([0, 1]);
});
