/** Textbook linear algebra on nested arrays for the tests' oracles. */

/** A matrix as rows, and its inverse by Gauss-Jordan: nothing shared with the kernels. */
export function inverse(a: number[][]): number[][] {
  const n = a.length;
  const m = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let j = 0; j < n; j++) {
    const pivot = m[j][j];
    m[j] = m[j].map((value) => value / pivot);
    for (let i = 0; i < n; i++) {
      if (i === j) continue;
      const factor = m[i][j];
      m[i] = m[i].map((value, c) => value - factor * m[j][c]);
    }
  }
  return m.map((row) => row.slice(n));
}

/** Upper U with A = U' U, so that U^-1 noise has covariance A^-1. */
export function upperFactor(a: number[][]): number[][] {
  const u = a.map((row) => row.map(() => 0));
  for (let i = 0; i < a.length; i++) {
    let rest = a[i][i];
    for (let k = 0; k < i; k++) rest -= u[k][i] ** 2;
    u[i][i] = Math.sqrt(rest);
    for (let j = i + 1; j < a.length; j++) {
      let entry = a[i][j];
      for (let k = 0; k < i; k++) entry -= u[k][i] * u[k][j];
      u[i][j] = entry / u[i][i];
    }
  }
  return u;
}
