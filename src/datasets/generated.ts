import { MODEL_DISTANCE, modelUnits } from './columnUnits.ts';
import type { Points } from './dataset.ts';
import { columnMeans } from './ownData.ts';

/** One drawn point of the plane. */
export type Point = readonly [number, number];

/**
 * A generated two-dimensional data set: the points of class 0, then of class 1, and so on, centred.
 * Rows stay in the order of their classes; training on batches draws the rows at random.
 *
 * @param classes number of classes
 * @param pointsPerClass points drawn for each
 * @param draw one point of a class, in model units; `index` counts from 0 within the class
 */
export function generatedDataset(
  name: string,
  classes: number,
  pointsPerClass: number,
  draw: (label: number, index: number) => Point,
): Points {
  const rows = classes * pointsPerClass;
  const points = new Float64Array(rows * 2);
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const label = Math.floor(row / pointsPerClass);
    points.set(draw(label, row % pointsPerClass), row * 2);
    labels[row] = label;
  }
  const centre = columnMeans(points, rows, 2);
  return {
    kind: 'points',
    name,
    rows,
    dimension: 2,
    values: Float32Array.from(points, (value, index) => value - centre[index % 2]),
    labels,
    columns: ['y1', 'y2'],
    units: modelUnits(2),
    distance: MODEL_DISTANCE,
    centre,
  };
}

/**
 * Generated points (N x 2) moved to where they lie among others of the same distribution, which
 * were centred by themselves.
 *
 * @param other the centre that was taken from those
 */
export function recentred(
  { values, centre = [0, 0] }: Points,
  other: readonly number[] = [0, 0],
): Float32Array {
  return values.map((value, i) => value + centre[i % 2] - other[i % 2]);
}
