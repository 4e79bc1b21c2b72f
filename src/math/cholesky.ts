/**
 * Cholesky factors of symmetric positive definite matrices A = L L' and what follows from them.
 *
 * Every kernel takes (array, at) pairs: an n x n row-major matrix or an n-vector that starts at
 * `at`, so that a batch lives in one array. Only the lower triangle of L is read or written.
 */

/** What `cholesky` returns when every pivot was positive. */
export const POSITIVE_DEFINITE = -1;

/**
 * Replaces the lower triangle of A by L, reading nothing above the diagonal.
 *
 * @returns `POSITIVE_DEFINITE`, or the index i of the first pivot that is not a positive finite
 *   number. That pivot then stands unscaled on the diagonal, at `at + i * n + i`, for the report;
 *   the rest of L is meaningless. Pivots are never clamped.
 */
export function cholesky(a: Float64Array, at: number, n: number): number {
  for (let i = 0; i < n; i++) {
    const row = at + i * n;
    for (let j = 0; j < i; j++) {
      const other = at + j * n;
      let sum = a[row + j];
      for (let k = 0; k < j; k++) sum -= a[row + k] * a[other + k];
      a[row + j] = sum / a[other + j];
    }
    let pivot = a[row + i];
    for (let k = 0; k < i; k++) pivot -= a[row + k] * a[row + k];
    if (!(pivot > 0 && pivot < Infinity)) {
      a[row + i] = pivot;
      return i;
    }
    a[row + i] = Math.sqrt(pivot);
  }
  return POSITIVE_DEFINITE;
}

/**
 * `cholesky` and L^-1 in one pass, for callers that factorise at every time step: with reciprocal
 * pivots instead of divisions, and rows of L^-1 made as soon as L's are there.
 *
 * @param inverse L^-1 into its lower triangle (n x n, must not overlap A); the rest stays as it is
 * @returns as `cholesky`
 */
export function choleskyWithInverse(
  a: Float64Array,
  at: number,
  inverse: Float64Array,
  inverseAt: number,
  n: number,
): number {
  for (let i = 0; i < n; i++) {
    const row = at + i * n;
    const inverseRow = inverseAt + i * n;
    let pivot = a[row + i];
    for (let j = 0; j < i; j++) {
      const other = at + j * n;
      let sum = a[row + j];
      for (let k = 0; k < j; k++) sum -= a[row + k] * a[other + k];
      const entry = sum * inverse[inverseAt + j * n + j];
      a[row + j] = entry;
      pivot -= entry * entry;
      inverse[inverseRow + j] = 0;
    }
    if (!(pivot > 0 && pivot < Infinity)) {
      a[row + i] = pivot;
      return i;
    }
    const root = Math.sqrt(pivot);
    const reciprocal = 1 / root;
    a[row + i] = root;
    inverse[inverseRow + i] = reciprocal;
    for (let k = 0; k < i; k++) {
      const scaled = -reciprocal * a[row + k];
      const above = inverseAt + k * n;
      for (let j = 0; j <= k; j++) inverse[inverseRow + j] += scaled * inverse[above + j];
    }
  }
  return POSITIVE_DEFINITE;
}

/**
 * Adjoint of `cholesky`, in place (reverse of the loops above, Smith 1995).
 *
 * `bar` enters as the gradient with respect to L (lower triangle) and leaves, in the lower
 * triangle, as the gradient with respect to A, where an entry below the diagonal stands for A_ij
 * and A_ji moving together.
 */
export function choleskyBackward(
  l: Float64Array,
  at: number,
  bar: Float64Array,
  barAt: number,
  n: number,
): void {
  for (let j = n - 1; j >= 0; j--) {
    const row = at + j * n;
    const barRow = barAt + j * n;
    for (let i = n - 1; i > j; i--) {
      const lower = at + i * n;
      const barLower = barAt + i * n;
      const scaled = bar[barLower + j] / l[row + j];
      bar[barLower + j] = scaled;
      bar[barRow + j] -= scaled * l[lower + j];
      for (let k = 0; k < j; k++) {
        bar[barLower + k] -= scaled * l[row + k];
        bar[barRow + k] -= scaled * l[lower + k];
      }
    }
    const pivot = bar[barRow + j] / (2 * l[row + j]);
    bar[barRow + j] = pivot;
    for (let k = 0; k < j; k++) bar[barRow + k] -= 2 * pivot * l[row + k];
  }
}

/** log det A from L. */
export function choleskyLogDet(l: Float64Array, at: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(l[at + i * n + i]);
  return 2 * sum;
}

/** x <- L^-1 x. */
export function solveLower(
  l: Float64Array,
  at: number,
  x: Float64Array,
  xAt: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const row = at + i * n;
    let sum = x[xAt + i];
    for (let k = 0; k < i; k++) sum -= l[row + k] * x[xAt + k];
    x[xAt + i] = sum / l[row + i];
  }
}

/** x <- L'^-1 x. */
export function solveLowerTransposed(
  l: Float64Array,
  at: number,
  x: Float64Array,
  xAt: number,
  n: number,
): void {
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[xAt + i];
    for (let k = i + 1; k < n; k++) sum -= l[at + k * n + i] * x[xAt + k];
    x[xAt + i] = sum / l[at + i * n + i];
  }
}

/** The full symmetric A^-1 from L into `out` (n x n), which must not overlap L. */
export function choleskyInverse(
  l: Float64Array,
  at: number,
  out: Float64Array,
  outAt: number,
  n: number,
): void {
  // L^-1 into the lower triangle, column by column ...
  for (let j = 0; j < n; j++) {
    out[outAt + j * n + j] = 1 / l[at + j * n + j];
    for (let i = j + 1; i < n; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= l[at + i * n + k] * out[outAt + k * n + j];
      out[outAt + i * n + j] = sum / l[at + i * n + i];
    }
  }
  // ... then L'^-1 L^-1. Entry (i, j), j <= i, needs rows >= i only, so rows can be overwritten.
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += out[outAt + k * n + i] * out[outAt + k * n + j];
      out[outAt + i * n + j] = sum;
      out[outAt + j * n + i] = sum;
    }
  }
}
