/** Between the own numbers of a target and the square in which its plane draws them. */
import { type ColumnUnit, fromOwn } from '../../../../datasets/columnUnits.ts';
import type { Surface } from '../../../../plots/layers/landscapeBands.ts';
import { type Parameters, parameters } from '../../../../plots/plane/coordinates.ts';
import type { SquareDomain } from '../../../../plots/plane/domain.ts';
import type { AxisUnits } from '../../../../plots/plane/frame.ts';
import type { Place, ShownTarget } from '../../planeSnapshot.ts';

/** The box is drawn from -10 to 10 along both axes. */
export const HALF = 10;
/** Left of the box and below it, for the marginals. */
const STRIP = 4.2;

export const DOMAIN: SquareDomain = { x: -STRIP / 2, y: -STRIP / 2, half: HALF + STRIP / 2 };

/** How the numbers of a box are read along x and y. */
export function unitsOf([x, y]: ShownTarget['box']): AxisUnits {
  const unit = ([low, high]: Place): ColumnUnit => ({
    offset: (low + high) / 2,
    scale: (high - low) / (2 * HALF),
  });
  return [unit(x), unit(y)];
}

export const placeIn = (units: AxisUnits, [x, y]: Place): Parameters =>
  parameters(fromOwn(units[0], x), fromOwn(units[1], y));

/** G: middles of the cells of a box along x or y, as they are drawn. */
export function middlesIn({ box, cells }: ShownTarget, units: AxisUnits, axis: 0 | 1): number[] {
  const [low, high] = box[axis];
  return Array.from({ length: cells }, (_, cell) =>
    fromOwn(units[axis], low + ((cell + 0.5) * (high - low)) / cells),
  );
}

/** Values on the cells of a box, as they are drawn. */
export const surfaceOf = (
  target: ShownTarget,
  units: AxisUnits,
  values: ArrayLike<number>,
): Surface => ({
  cells: target.cells,
  x: middlesIn(target, units, 0),
  y: middlesIn(target, units, 1),
  values,
});

/** Of the cells along each side: q is smooth, and its lines are drawn again in each frame of a drag. */
const EVERY = 2;

/** The product of two densities on every other cell of a box, as it is drawn. */
export function productSurface(
  target: ShownTarget,
  units: AxisUnits,
  factors: readonly [Float32Array, Float32Array],
): Surface {
  const coarse = <Values extends Float32Array | number[]>(values: Values) =>
    Array.from(values).filter((_, cell) => cell % EVERY === 0);
  const [ofX, ofY] = factors.map(coarse);
  const values = new Float32Array(ofX.length * ofY.length);
  for (let row = 0; row < ofY.length; row++)
    for (let column = 0; column < ofX.length; column++)
      values[row * ofX.length + column] = ofX[column] * ofY[row];
  const [x, y] = ([0, 1] as const).map((axis) => coarse(middlesIn(target, units, axis)));
  return { cells: ofX.length, x, y, values };
}
