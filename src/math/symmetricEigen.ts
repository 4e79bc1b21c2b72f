/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, in place and without allocation, by
 * Jacobi's rotations (Golub & Van Loan, Matrix Computations, 8.5).
 */

/** Sweeps over all pairs; convergence is quadratic, and six do for matrices of teaching size. */
const MOST_SWEEPS = 50;

/**
 * @param a n x n row-major, symmetric; its diagonal becomes the eigenvalues, in no order
 * @param vectors n x n; column j becomes the unit eigenvector of the j-th eigenvalue
 */
export function symmetricEigen(a: Float64Array, vectors: Float64Array, n: number): void {
  vectors.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) if (rotate(a, vectors, n, p, q)) rotated = true;
    if (!rotated) return;
  }
}

/** Makes a_pq zero; false when it is already negligible beside the diagonal. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): boolean {
  const off = a[p * n + q];
  const app = a[p * n + p];
  const aqq = a[q * n + q];
  if (Math.abs(off) <= Number.EPSILON * Math.sqrt(Math.abs(app * aqq))) return false;
  const theta = (aqq - app) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  a[p * n + p] = app - t * off;
  a[q * n + q] = aqq + t * off;
  a[p * n + q] = 0;
  a[q * n + p] = 0;
  for (let i = 0; i < n; i++) {
    if (i !== p && i !== q) {
      const aip = a[i * n + p];
      const aiq = a[i * n + q];
      a[i * n + p] = c * aip - s * aiq;
      a[p * n + i] = a[i * n + p];
      a[i * n + q] = s * aip + c * aiq;
      a[q * n + i] = a[i * n + q];
    }
    const vip = vectors[i * n + p];
    const viq = vectors[i * n + q];
    vectors[i * n + p] = c * vip - s * viq;
    vectors[i * n + q] = s * vip + c * viq;
  }
  return true;
}
