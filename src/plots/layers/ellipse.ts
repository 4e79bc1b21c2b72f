/** Two-dimensional Gaussians as ellipses, in closed form, and back from a dragged handle. */

/** Symmetric positive definite 2 x 2 matrix [[xx, xy], [xy, yy]]. */
export interface Covariance2 {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Standard deviations along two perpendicular axes; `angle` (radians, anticlockwise
 * with y upwards) is the direction of the first. The first need not be the longer
 * one: while a handle is dragged past a circle it must stay the same handle.
 */
export interface EllipseAxes {
  readonly first: number;
  readonly second: number;
  readonly angle: number;
}

export type AxisName = 'first' | 'second';

/** Clusters are drawn as their contour at this many standard deviations. */
export const DRAWN_DEVIATIONS = 2;

/** Longest ratio of axes a handle can make, so that covariances stay well conditioned. */
const MAXIMAL_ELONGATION = 50;

/** Axes of a covariance, the longer one first; angle in (-pi/2, pi/2]. */
export function axesOf({ xx, xy, yy }: Covariance2): EllipseAxes {
  const middle = (xx + yy) / 2;
  const radius = Math.hypot((xx - yy) / 2, xy);
  const larger = middle + radius;
  // The determinant over the larger eigenvalue keeps the digits that middle - radius cancels; of a
  // circle it may come out larger by a rounding.
  const smaller = larger > 0 ? Math.min(larger, (xx * yy - xy * xy) / larger) : 0;
  return {
    first: Math.sqrt(Math.max(0, larger)),
    second: Math.sqrt(Math.max(0, smaller)),
    angle: Math.atan2(2 * xy, xx - yy) / 2,
  };
}

export function covarianceOf({ first, second, angle }: EllipseAxes): Covariance2 {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const a = first * first;
  const b = second * second;
  return {
    xx: a * cos * cos + b * sin * sin,
    xy: (a - b) * cos * sin,
    yy: a * sin * sin + b * cos * cos,
  };
}

/** The axis follows a pointer at (dx, dy) from the mean that holds its end. */
export function stretch(
  axes: EllipseAxes,
  axis: AxisName,
  dx: number,
  dy: number,
  smallest: number,
): EllipseAxes {
  const direction = axis === 'first' ? axes.angle : axes.angle + Math.PI / 2;
  const along = Math.abs(dx * Math.cos(direction) + dy * Math.sin(direction)) / DRAWN_DEVIATIONS;
  const other = axis === 'first' ? axes.second : axes.first;
  const length = Math.min(
    Math.max(along, smallest, other / MAXIMAL_ELONGATION),
    other * MAXIMAL_ELONGATION,
  );
  return { ...axes, [axis]: length };
}

/** Turns the first axis towards a pointer at (dx, dy) from the mean. */
export function rotateTowards(axes: EllipseAxes, dx: number, dy: number): EllipseAxes {
  return dx === 0 && dy === 0 ? axes : { ...axes, angle: Math.atan2(dy, dx) };
}

/** The two shown dimensions of a d x d row-major covariance; a missing second one gives a flat ellipse. */
export function planeCovariance(
  covariance: ArrayLike<number>,
  dimension: number,
  [i, j]: readonly [number, number],
): Covariance2 {
  const xx = covariance[i * dimension + i];
  if (j >= dimension) return { xx, xy: 0, yy: xx * 1e-4 };
  return { xx, xy: covariance[i * dimension + j], yy: covariance[j * dimension + j] };
}

/** Lower Cholesky factor [a, b, c] of [[a^2, ab], [ab, b^2 + c^2]]. */
function factor({ xx, xy, yy }: Covariance2): readonly [number, number, number] {
  const a = Math.sqrt(xx);
  const b = xy / a;
  return [a, b, Math.sqrt(Math.max(Number.MIN_VALUE, yy - b * b))];
}

/**
 * A d x d covariance whose block in the plane `axes` becomes `next`. The block is not
 * overwritten, which could break positive definiteness with the other dimensions; the
 * plane is mapped linearly, Sigma -> T Sigma T', so the other correlations come along.
 */
export function reshapeInPlane(
  covariance: ArrayLike<number>,
  dimension: number,
  axes: readonly [number, number],
  next: Covariance2,
): number[] {
  const result = Array.from(covariance);
  const [i, j] = axes;
  if (j >= dimension) {
    const scale = Math.sqrt(next.xx / covariance[i * dimension + i]);
    for (let k = 0; k < dimension; k++) result[i * dimension + k] *= scale;
    for (let k = 0; k < dimension; k++) result[k * dimension + i] *= scale;
    return result;
  }
  const [a, b, c] = factor(planeCovariance(covariance, dimension, axes));
  const [p, q, r] = factor(next);
  // T = L_next L_now^-1, lower triangular.
  const t00 = p / a;
  const t11 = r / c;
  const t10 = (q - t11 * b) / a;
  for (let k = 0; k < dimension; k++) {
    const x = result[i * dimension + k];
    const y = result[j * dimension + k];
    result[i * dimension + k] = t00 * x;
    result[j * dimension + k] = t10 * x + t11 * y;
  }
  for (let k = 0; k < dimension; k++) {
    const x = result[k * dimension + i];
    const y = result[k * dimension + j];
    result[k * dimension + i] = t00 * x;
    result[k * dimension + j] = t10 * x + t11 * y;
  }
  return result;
}
