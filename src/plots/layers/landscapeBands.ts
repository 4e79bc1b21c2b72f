/** A surface over a plane as bands between its contour lines. */
import { contours } from 'd3';

/** Values on a square lattice. */
export interface Surface {
  /** Values along each side. */
  readonly cells: number;
  /** Coordinates of columns and rows, `cells` each, evenly spaced. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** cells x cells by row (y) and column (x). */
  readonly values: ArrayLike<number>;
}

/** All of the plane where the surface is at least this high. */
export interface Band {
  readonly level: number;
  /** SVG path in pixels. */
  readonly path: string;
}

export const BANDS = 14;
/** Steps from the top are the larger the lower they are: the hilltop is what one climbs. */
const BEND = 2;

/** Heights from the lowest to near the highest, closer together at the top. */
export function bandLevels(values: ArrayLike<number>): number[] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  if (!(high > low)) return [];
  return Array.from(
    { length: BANDS },
    (_, band) => high - (high - low) * (1 - band / BANDS) ** BEND,
  );
}

/**
 * @param toX pixels of a coordinate along x
 * @param toY pixels of a coordinate along y
 */
export function bandsOf(
  { cells, x, y, values }: Surface,
  toX: (value: number) => number,
  toY: (value: number) => number,
): Band[] {
  const stepX = (x[cells - 1] - x[0]) / (cells - 1);
  const stepY = (y[cells - 1] - y[0]) / (cells - 1);
  // A value stands in the middle of its cell.
  const place = ([column, row]: number[]): string =>
    `${toX(x[0] + (column - 0.5) * stepX).toFixed(1)},${toY(y[0] + (row - 0.5) * stepY).toFixed(1)}`;
  return contours()
    .size([cells, cells])
    .thresholds(bandLevels(values))(Array.from(values))
    .map(({ value, coordinates }) => ({
      level: value,
      path: coordinates
        .flatMap((polygon) => polygon.map((ring) => `M${ring.map(place).join('L')}Z`))
        .join(''),
    }));
}
