/**
 * Solves M x = b for a small general matrix by Gaussian elimination with partial pivoting.
 *
 * @param m n x n row-major, destroyed
 * @param b n, replaced by x
 * @returns the smallest pivot in magnitude; 0 means the matrix is singular and `b` meaningless
 */
export function luSolve(m: Float64Array, b: Float64Array, n: number): number {
  let smallest = Infinity;
  for (let j = 0; j < n; j++) {
    let pivotRow = j;
    for (let i = j + 1; i < n; i++)
      if (Math.abs(m[i * n + j]) > Math.abs(m[pivotRow * n + j])) pivotRow = i;
    if (pivotRow !== j) swapRows(m, b, n, j, pivotRow);

    const pivot = m[j * n + j];
    if (!(Math.abs(pivot) > 0)) return 0;
    smallest = Math.min(smallest, Math.abs(pivot));
    for (let i = j + 1; i < n; i++) {
      const factor = m[i * n + j] / pivot;
      for (let k = j + 1; k < n; k++) m[i * n + k] -= factor * m[j * n + k];
      b[i] -= factor * b[j];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < n; k++) sum -= m[i * n + k] * b[k];
    b[i] = sum / m[i * n + i];
  }
  return smallest;
}

function swapRows(m: Float64Array, b: Float64Array, n: number, i: number, j: number): void {
  for (let k = 0; k < n; k++) {
    const entry = m[i * n + k];
    m[i * n + k] = m[j * n + k];
    m[j * n + k] = entry;
  }
  const entry = b[i];
  b[i] = b[j];
  b[j] = entry;
}
