import type { Random } from '../math/random.ts';
import { MODEL_DISTANCE, modelUnits } from './columnUnits.ts';
import type { Points } from './dataset.ts';

export interface ShapesSettings {
  /** Pictures of each kind. */
  readonly picturesPerShape: number;
  /** Pixels along a side. */
  readonly side: number;
  /** How far centres stray at most, as a part of half a side. */
  readonly stray: number;
  /** Standard deviation of the noise on every pixel; ink is 1, paper 0. */
  readonly noise: number;
  /** Each pixel is drawn as ink or paper, with its grey as the probability of ink; no noise. */
  readonly isBinary?: boolean;
}

/** Distance from the edge of a shape of size 1 around the origin; negative inside. */
type Outline = (x: number, y: number) => number;

const OUTLINES: readonly Outline[] = [
  // Disc, square, triangle, cross.
  (x, y) => Math.hypot(x, y) - 1,
  (x, y) => Math.max(Math.abs(x), Math.abs(y)) - 0.85,
  (x, y) => Math.max(y - 0.7, 0.87 * Math.abs(x) - 0.5 * y - 0.5),
  (x, y) => {
    const upright = Math.max(Math.abs(x) - 0.32, Math.abs(y) - 1);
    const level = Math.max(Math.abs(x) - 1, Math.abs(y) - 0.32);
    return Math.min(upright, level);
  },
];

/** Size of a shape, as a part of half a side. */
const SIZES = [0.5, 0.85] as const;

/**
 * Small pictures of a disc, a square, a triangle or a cross, each in its own size and place: data
 * with many more dimensions than ways to vary. Pixels from 0 to 1, about; one class per shape. Edges
 * are as soft as a pixel is wide, so that a small move is a small change.
 *
 * @returns 4 * picturesPerShape rows of side * side pixels, line by line from the top
 */
export function shapes(
  { picturesPerShape, side, stray, noise, isBinary = false }: ShapesSettings,
  random: Random,
): Points {
  const dimension = side * side;
  const rows = OUTLINES.length * picturesPerShape;
  const values = new Float32Array(rows * dimension);
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const shape = Math.floor(row / picturesPerShape);
    labels[row] = shape;
    const size = SIZES[0] + (SIZES[1] - SIZES[0]) * random.uniform();
    const [left, top] = [random, random].map((r) => stray * (2 * r.uniform() - 1));
    for (let pixel = 0; pixel < dimension; pixel++) {
      const place = (index: number) => (2 * (index + 0.5)) / side - 1;
      const x = (place(pixel % side) - left) / size;
      const y = (place(Math.floor(pixel / side)) - top) / size;
      const inside = (-OUTLINES[shape](x, y) * size * side) / 2;
      const ink = Math.min(1, Math.max(0, inside + 0.5));
      values[row * dimension + pixel] = isBinary
        ? Number(random.uniform() < ink)
        : ink + noise * random.normal();
    }
  }
  return {
    kind: 'points',
    name: 'Shapes',
    rows,
    dimension,
    values,
    labels,
    columns: Array.from(
      { length: dimension },
      (_, pixel) => `pixel ${Math.floor(pixel / side) + 1}, ${(pixel % side) + 1}`,
    ),
    units: modelUnits(dimension),
    distance: MODEL_DISTANCE,
  };
}
