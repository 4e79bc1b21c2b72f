/** A surface over a plane as bands between its contour lines. */
import { contours } from 'd3';
import { written } from '../chart/paths.ts';

/** Values on a square lattice. */
export interface Surface {
  /** Values along each side. */
  readonly cells: number;
  /** Coordinates of columns and rows, `cells` each, evenly spaced. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
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
 * The heights above which a density holds each of `masses` of its sum: the borders of its regions of
 * highest density. Increasing, without repetition; none of a density without mass.
 *
 * @param values a density on cells of equal size; needs no normaliser
 * @param masses decreasing, between 0 and 1
 */
export function massLevels(values: ArrayLike<number>, masses: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return [];
  const levels = masses.map((mass) => {
    let sum = 0;
    const last = sorted.findIndex((value) => {
      sum += value;
      return sum >= mass * total;
    });
    return sorted[last < 0 ? sorted.length - 1 : last];
  });
  return [...new Set(levels)];
}

/**
 * @param levels increasing
 * @param toX pixels of a coordinate along x
 * @param toY pixels of a coordinate along y
 */
export const bandsOf = (
  surface: Surface,
  levels: readonly number[],
  toX: (value: number) => number,
  toY: (value: number) => number,
): Band[] => pathsOf(surface, levels, toX, toY, (ring, place) => `M${ring.map(place).join('L')}Z`);

/** The same as lines, which are open where they leave the lattice. */
export const contourLinesOf = (
  surface: Surface,
  levels: readonly number[],
  toX: (value: number) => number,
  toY: (value: number) => number,
): Band[] => {
  const isBorder = ([column, row]: Corner) =>
    Math.min(column, row) <= 0 || Math.max(column, row) >= surface.cells;
  return pathsOf(surface, levels, toX, toY, (ring, place) =>
    ring
      .map((corner, at) => {
        const isJump = at === 0 || (isBorder(corner) && isBorder(ring[at - 1]));
        return `${isJump ? 'M' : 'L'}${place(corner)}`;
      })
      .join(''),
  );
};

/** A place on the lattice, in cells. */
type Corner = readonly number[];

function pathsOf(
  { cells, x, y, values }: Surface,
  levels: readonly number[],
  toX: (value: number) => number,
  toY: (value: number) => number,
  ringPath: (ring: readonly Corner[], place: (corner: Corner) => string) => string,
): Band[] {
  const stepX = (x[cells - 1] - x[0]) / (cells - 1);
  const stepY = (y[cells - 1] - y[0]) / (cells - 1);
  // A value stands in the middle of its cell.
  const place = ([column, row]: Corner): string =>
    `${written(toX(x[0] + (column - 0.5) * stepX))},${written(toY(y[0] + (row - 0.5) * stepY))}`;
  return contours()
    .size([cells, cells])
    .thresholds([...levels])(Array.from(values))
    .map(({ value, coordinates }) => ({
      level: value,
      path: coordinates.flatMap((polygon) => polygon.map((ring) => ringPath(ring, place))).join(''),
    }));
}
