/**
 * Products of small square matrices, n x n row-major in (array, at) pairs like those of
 * `cholesky.ts`. Several rows and columns are summed at a time: the sums stay in registers, and each
 * number read serves several of them, which more than halves the time at n = 10. What reaches over
 * the edge repeats the last row or column. `out` must overlap neither factor.
 */

/** A product of two matrices, or of a matrix and a vector, each an array and where it begins there. */
type Product = (
  n: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  out: Float64Array,
  outAt: number,
) => void;

/** out = A B */
export const multiply: Product = (n, a, aAt, b, bAt, out, outAt) =>
  product(n, a, aAt, n, 1, b, bAt, out, outAt);

/** out = A' B */
export const multiplyLeftTransposed: Product = (n, a, aAt, b, bAt, out, outAt) =>
  product(n, a, aAt, 1, n, b, bAt, out, outAt);

/** out = A' B, known to be symmetric: half of it is computed. */
export const symmetricLeftTransposed: Product = (n, a, aAt, b, bAt, out, outAt) =>
  symmetricProduct(n, a, aAt, 1, n, b, bAt, n, 1, out, outAt);

/** out = A B', known to be symmetric: half of it is computed. */
export const symmetricRightTransposed: Product = (n, a, aAt, b, bAt, out, outAt) =>
  symmetricProduct(n, a, aAt, n, 1, b, bAt, 1, n, out, outAt);

/** out = A x for a vector that starts at `xAt`. */
export const multiplyVector: Product = (n, a, aAt, x, xAt, out, outAt) =>
  vectorProduct(n, a, aAt, n, 1, x, xAt, out, outAt);

/** out = A' x for a vector that starts at `xAt`. */
export const multiplyVectorTransposed: Product = (n, a, aAt, x, xAt, out, outAt) =>
  vectorProduct(n, a, aAt, 1, n, x, xAt, out, outAt);

/** Products of a matrix with many vectors, the first at `xAt` and each `xStride` after the last one. */
type ProductWithMany = (
  n: number,
  a: Float64Array,
  aAt: number,
  count: number,
  x: Float64Array,
  xAt: number,
  xStride: number,
  out: Float64Array,
  outAt: number,
  outStride: number,
) => void;

/** out_v = A x_v, the same numbers as `multiplyVector`. */
export const multiplyVectors: ProductWithMany = (
  n,
  a,
  aAt,
  count,
  x,
  xAt,
  xBy,
  out,
  outAt,
  outBy,
) => vectorsProduct(n, a, aAt, n, 1, 'full', count, x, xAt, xBy, out, outAt, outBy);

/** out_v = L x_v for a lower triangular L, with zeros above its diagonal. */
export const multiplyVectorsLower: ProductWithMany = (
  n,
  a,
  aAt,
  count,
  x,
  xAt,
  xBy,
  out,
  outAt,
  outBy,
) => vectorsProduct(n, a, aAt, n, 1, 'lower', count, x, xAt, xBy, out, outAt, outBy);

/** out_v = L' x_v for a lower triangular L, with zeros above its diagonal. */
export const multiplyVectorsLowerTransposed: ProductWithMany = (
  n,
  a,
  aAt,
  count,
  x,
  xAt,
  xBy,
  out,
  outAt,
  outBy,
) => vectorsProduct(n, a, aAt, 1, n, 'upper', count, x, xAt, xBy, out, outAt, outBy);

/** out += scale x y', for vectors that start at `xAt` and `yAt`. */
export function addOuter(
  n: number,
  scale: number,
  x: Float64Array,
  xAt: number,
  y: Float64Array,
  yAt: number,
  out: Float64Array,
  outAt: number,
): void {
  const even = n - (n & 1);
  for (let i = 0; i < even; i += 2) {
    const x0 = scale * x[xAt + i];
    const x1 = scale * x[xAt + i + 1];
    let p = outAt + i * n;
    let q = p + n;
    for (let j = 0; j < even; j += 2) {
      const y0 = y[yAt + j];
      const y1 = y[yAt + j + 1];
      out[p] += x0 * y0;
      out[p + 1] += x0 * y1;
      out[q] += x1 * y0;
      out[q + 1] += x1 * y1;
      p += 2;
      q += 2;
    }
  }
  if (even === n) return;
  const edge = outAt + even * n;
  for (let k = 0; k < even; k++) {
    out[outAt + k * n + even] += scale * x[xAt + k] * y[yAt + even];
    out[edge + k] += scale * x[xAt + even] * y[yAt + k];
  }
  out[edge + even] += scale * x[xAt + even] * y[yAt + even];
}

function vectorProduct(
  n: number,
  a: Float64Array,
  aAt: number,
  aRow: number,
  aColumn: number,
  x: Float64Array,
  xAt: number,
  out: Float64Array,
  outAt: number,
): void {
  for (let i = 0; i < n; i += 2) {
    const below = i + 1 < n ? i + 1 : i;
    let p = aAt + i * aRow;
    let q = aAt + below * aRow;
    let sum0 = 0;
    let sum1 = 0;
    for (let k = 0; k < n; k++) {
      const value = x[xAt + k];
      sum0 += a[p] * value;
      sum1 += a[q] * value;
      p += aColumn;
      q += aColumn;
    }
    out[outAt + i] = sum0;
    out[outAt + below] = sum1;
  }
}

/** Two rows by four vectors. What is zero in a triangular factor is left out of the sums. */
function vectorsProduct(
  n: number,
  a: Float64Array,
  aAt: number,
  aRow: number,
  aColumn: number,
  shape: 'full' | 'lower' | 'upper',
  count: number,
  x: Float64Array,
  xAt: number,
  xStride: number,
  out: Float64Array,
  outAt: number,
  outStride: number,
): void {
  const last = count - 1;
  for (let i = 0; i < n; i += 2) {
    const below = i + 1 < n ? i + 1 : i;
    const from = shape === 'upper' ? i : 0;
    const to = shape === 'lower' ? below + 1 : n;
    for (let v = 0; v < count; v += 4) {
      const v1 = v + 1 < count ? v + 1 : last;
      const v2 = v + 2 < count ? v + 2 : last;
      const v3 = v + 3 < count ? v + 3 : last;
      const x0 = xAt + v * xStride;
      const x1 = xAt + v1 * xStride;
      const x2 = xAt + v2 * xStride;
      const x3 = xAt + v3 * xStride;
      let p = aAt + i * aRow + from * aColumn;
      let q = aAt + below * aRow + from * aColumn;
      let upper0 = 0;
      let upper1 = 0;
      let upper2 = 0;
      let upper3 = 0;
      let lower0 = 0;
      let lower1 = 0;
      let lower2 = 0;
      let lower3 = 0;
      for (let k = from; k < to; k++) {
        const upper = a[p];
        const lower = a[q];
        let value = x[x0 + k];
        upper0 += upper * value;
        lower0 += lower * value;
        value = x[x1 + k];
        upper1 += upper * value;
        lower1 += lower * value;
        value = x[x2 + k];
        upper2 += upper * value;
        lower2 += lower * value;
        value = x[x3 + k];
        upper3 += upper * value;
        lower3 += lower * value;
        p += aColumn;
        q += aColumn;
      }
      const to0 = outAt + v * outStride;
      const to1 = outAt + v1 * outStride;
      const to2 = outAt + v2 * outStride;
      const to3 = outAt + v3 * outStride;
      out[to0 + i] = upper0;
      out[to1 + i] = upper1;
      out[to2 + i] = upper2;
      out[to3 + i] = upper3;
      out[to0 + below] = lower0;
      out[to1 + below] = lower1;
      out[to2 + below] = lower2;
      out[to3 + below] = lower3;
    }
  }
}

/**
 * Entry (i, k) of A stands at aAt + i aRow + k aColumn, that of B in row-major. Two rows by five columns:
 * every number that is read costs a check of its index, so many sums per read pay.
 */
function product(
  n: number,
  a: Float64Array,
  aAt: number,
  aRow: number,
  aColumn: number,
  b: Float64Array,
  bAt: number,
  out: Float64Array,
  outAt: number,
): void {
  const last = n - 1;
  for (let i = 0; i < n; i += 2) {
    const below = i < last ? i + 1 : i;
    for (let j = 0; j < n; j += 5) {
      const j1 = j + 1 < n ? j + 1 : last;
      const j2 = j + 2 < n ? j + 2 : last;
      const j3 = j + 3 < n ? j + 3 : last;
      const j4 = j + 4 < n ? j + 4 : last;
      let p = aAt + i * aRow;
      let q = aAt + below * aRow;
      let r = bAt;
      let upper0 = 0;
      let upper1 = 0;
      let upper2 = 0;
      let upper3 = 0;
      let upper4 = 0;
      let lower0 = 0;
      let lower1 = 0;
      let lower2 = 0;
      let lower3 = 0;
      let lower4 = 0;
      for (let k = 0; k < n; k++) {
        const upper = a[p];
        const lower = a[q];
        let value = b[r + j];
        upper0 += upper * value;
        lower0 += lower * value;
        value = b[r + j1];
        upper1 += upper * value;
        lower1 += lower * value;
        value = b[r + j2];
        upper2 += upper * value;
        lower2 += lower * value;
        value = b[r + j3];
        upper3 += upper * value;
        lower3 += lower * value;
        value = b[r + j4];
        upper4 += upper * value;
        lower4 += lower * value;
        p += aColumn;
        q += aColumn;
        r += n;
      }
      const top = outAt + i * n;
      const bottom = outAt + below * n;
      out[top + j] = upper0;
      out[top + j1] = upper1;
      out[top + j2] = upper2;
      out[top + j3] = upper3;
      out[top + j4] = upper4;
      out[bottom + j] = lower0;
      out[bottom + j1] = lower1;
      out[bottom + j2] = lower2;
      out[bottom + j3] = lower3;
      out[bottom + j4] = lower4;
    }
  }
}

/** Entry (i, k) of either factor stands at its At + i Row + k Column. Two rows by two columns. */
function symmetricProduct(
  n: number,
  a: Float64Array,
  aAt: number,
  aRow: number,
  aColumn: number,
  b: Float64Array,
  bAt: number,
  bRow: number,
  bColumn: number,
  out: Float64Array,
  outAt: number,
): void {
  for (let i = 0; i < n; i += 2) {
    const below = i + 1 < n ? i + 1 : i;
    for (let j = 0; j <= i; j += 2) {
      const beside = j + 1 < n ? j + 1 : j;
      let p = aAt + i * aRow;
      let q = aAt + below * aRow;
      let r = bAt + j * bColumn;
      let s = bAt + beside * bColumn;
      let sum00 = 0;
      let sum01 = 0;
      let sum10 = 0;
      let sum11 = 0;
      for (let k = 0; k < n; k++) {
        const a0 = a[p];
        const a1 = a[q];
        const b0 = b[r];
        const b1 = b[s];
        sum00 += a0 * b0;
        sum01 += a0 * b1;
        sum10 += a1 * b0;
        sum11 += a1 * b1;
        p += aColumn;
        q += aColumn;
        r += bRow;
        s += bRow;
      }
      out[outAt + j * n + i] = sum00;
      out[outAt + beside * n + i] = sum01;
      out[outAt + j * n + below] = sum10;
      out[outAt + beside * n + below] = sum11;
      out[outAt + i * n + j] = sum00;
      out[outAt + i * n + beside] = sum01;
      out[outAt + below * n + j] = sum10;
      out[outAt + below * n + beside] = sum11;
    }
  }
}
