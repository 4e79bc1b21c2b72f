/**
 * A posterior in the plane, the factors q(x) q(y) that approximate it, and what both algorithms of
 * the lab do with it: update one factor, draw one coordinate. Coordinate 0 is x, 1 is y.
 */

import type { Random } from '../../../math/random.ts';
import { type GridTarget, makeGridTarget } from '../gridMeanField.ts';
import type { NaturalPair, NormalGammaMessages } from '../normalGamma.ts';

export type Place = readonly [x: number, y: number];

export interface PlaneMoments {
  readonly mean: Place;
  readonly deviation: Place;
  readonly correlation: number;
}

/** Natural parameters of the normal-gamma's factors, as the code has them, and as messages add up. */
export interface NormalGammaTable {
  readonly mean: NormalGammaMessages;
  readonly precision: NormalGammaMessages;
  readonly ofMean: NaturalPair;
  readonly ofPrecision: NaturalPair;
}

export type Coordinate = 0 | 1;

/** Least and most value that are shown of each coordinate. */
export type Box = readonly [x: Range, y: Range];
type Range = readonly [low: number, high: number];

/** Cells along each side of a box. */
export const CELLS = 101;

export interface Posterior {
  readonly names: readonly [string, string];
  readonly box: Box;
  /** Its cells: of a closed form for pictures only. */
  readonly grid: GridTarget;
  readonly exact: PlaneMoments;
  /** log of the integral of the density, in nats. */
  readonly logEvidence: number;
  /** By how much a sweep shrinks the error of q's means; null where no formula says so. */
  readonly contraction: number | null;
  /** Mean of q(y) where updates lead from here; may run them on the side. */
  readonly limit: () => number;
  /** q in the numbers of its form, which may be set. */
  readonly factors: Float64Array;
  /** Updates one factor given the other. */
  update(coordinate: Coordinate): void;
  elbo(): number;
  /** In nats, of densities. */
  entropy(): number;
  moments(): PlaneMoments;
  /** CELLS each: the density of a factor in the middles of its cells. */
  density(coordinate: Coordinate): Float64Array;
  /** Gives both factors these means and standard deviations. Throws an Error where they cannot. */
  place(mean: Place, deviation: Place): void;
  /** Draws one coordinate given the other, in place. */
  draw(state: Float64Array, coordinate: Coordinate, random: Random): void;
  /** Natural parameters and messages, where factors have them. */
  messages?(): NormalGammaTable;
}

/** Width of a cell along x or y. */
export const cellOf = (box: Box, coordinate: Coordinate): number =>
  (box[coordinate][1] - box[coordinate][0]) / CELLS;

/** CELLS: the middles of the cells along x or y. */
export function middlesOf(box: Box, coordinate: Coordinate): Float64Array {
  const cell = cellOf(box, coordinate);
  return Float64Array.from(
    { length: CELLS },
    (_, index) => box[coordinate][0] + (index + 0.5) * cell,
  );
}

/** log of a density at the middle of a cell, which has a column and a row. */
export type LogDensity = (x: number, y: number, column: number, row: number) => number;

/**
 * A density on the cells of a box.
 *
 * @throws Error where it has no mass there
 */
export function gridOf(box: Box, logDensity: LogDensity): GridTarget {
  const [xs, ys] = [middlesOf(box, 0), middlesOf(box, 1)];
  const logArea = Math.log(cellOf(box, 0) * cellOf(box, 1));
  const weights = new Float64Array(CELLS * CELLS);
  for (let row = 0; row < CELLS; row++)
    for (let column = 0; column < CELLS; column++)
      weights[row * CELLS + column] = logDensity(xs[column], ys[row], column, row) + logArea;
  const grid = makeGridTarget(CELLS, CELLS, weights);
  if ('ok' in grid) {
    throw new Error(`The density cannot be used: the ${grid.what} is ${grid.value}.`);
  }
  return grid;
}

/** CELLS: a density at the middles of the cells along x or y. */
export const densityOver = (
  box: Box,
  coordinate: Coordinate,
  density: (at: number) => number,
): Float64Array => middlesOf(box, coordinate).map(density);

/** Density of a normal. */
export const normalDensity =
  (mean: number, variance: number) =>
  (at: number): number =>
    Math.exp(-((at - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** Entropy of a normal, in nats. */
export const normalEntropy = (variance: number): number =>
  (Math.log(2 * Math.PI * variance) + 1) / 2;
