/**
 * A second way to the same numbers, for tests and the bench: EM as the formulas stand on paper, with
 * nested arrays, explicit inverses and plain sums. Nothing here is shared with the kernels.
 */
export interface ReferenceMixture {
  weights: number[];
  means: number[][];
  covariances: number[][][];
}

/** Gauss-Jordan with partial pivoting. */
function invert(matrix: readonly (readonly number[])[]): { inverse: number[][]; det: number } {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let det = 1;
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[best][c])) best = r;
    if (best !== c) {
      [rows[c], rows[best]] = [rows[best], rows[c]];
      det = -det;
    }
    const pivot = rows[c][c];
    det *= pivot;
    rows[c] = rows[c].map((value) => value / pivot);
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r][c];
      rows[r] = rows[r].map((value, j) => value - factor * rows[c][j]);
    }
  }
  return { inverse: rows.map((row) => row.slice(n)), det };
}

/** pi_k N(x | mu_k, Sigma_k) for every point and component, N x K. */
function joint(points: readonly (readonly number[])[], mixture: ReferenceMixture): number[][] {
  const parts = mixture.covariances.map(invert);
  return points.map((x) =>
    mixture.weights.map((weight, k) => {
      const e = x.map((value, i) => value - mixture.means[k][i]);
      const distance = e.reduce(
        (sum, a, i) => sum + e.reduce((inner, b, j) => inner + a * parts[k].inverse[i][j] * b, 0),
        0,
      );
      const norm = Math.sqrt((2 * Math.PI) ** x.length * parts[k].det);
      return (weight * Math.exp(-distance / 2)) / norm;
    }),
  );
}

export function referenceLogLikelihood(
  points: readonly (readonly number[])[],
  mixture: ReferenceMixture,
): number {
  return joint(points, mixture).reduce(
    (sum, row) => sum + Math.log(row.reduce((a, b) => a + b, 0)),
    0,
  );
}

export function referenceExpectation(
  points: readonly (readonly number[])[],
  mixture: ReferenceMixture,
): number[][] {
  return joint(points, mixture).map((row) => {
    const total = row.reduce((a, b) => a + b, 0);
    return row.map((value) => value / total);
  });
}

export function referenceMaximisation(
  points: readonly (readonly number[])[],
  q: readonly (readonly number[])[],
): ReferenceMixture {
  const d = points[0].length;
  const components = q[0].map((_, k) => {
    const count = q.reduce((sum, row) => sum + row[k], 0);
    const mean = Array.from(
      { length: d },
      (_, i) => points.reduce((sum, x, n) => sum + q[n][k] * x[i], 0) / count,
    );
    const covariance = mean.map((_, i) =>
      mean.map(
        (_unused, j) =>
          points.reduce((sum, x, n) => sum + q[n][k] * (x[i] - mean[i]) * (x[j] - mean[j]), 0) /
          count,
      ),
    );
    return { weight: count / points.length, mean, covariance };
  });
  return {
    weights: components.map(({ weight }) => weight),
    means: components.map(({ mean }) => mean),
    covariances: components.map(({ covariance }) => covariance),
  };
}

/** KL(q(Z) || p(Z | X, theta)) in nats, as it is defined. */
export function referenceKl(
  points: readonly (readonly number[])[],
  mixture: ReferenceMixture,
  q: readonly (readonly number[])[],
): number {
  const posterior = referenceExpectation(points, mixture);
  return q.reduce(
    (sum, row, n) =>
      sum + row.reduce((a, p, k) => a + (p > 0 ? p * Math.log(p / posterior[n][k]) : 0), 0),
    0,
  );
}
