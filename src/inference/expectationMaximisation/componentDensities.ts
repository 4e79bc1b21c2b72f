import type { Responsibilities } from './responsibilities.ts';

/**
 * Gaussian components as what an E-step needs of them: component k says
 * logScale_k - |W_k (x - mean_k)|^2 / 2 of a point x.
 */
export interface ComponentDensities {
  /** K */
  readonly logScale: Float64Array;
  /** K x D */
  readonly means: Float64Array;
  /** K x D x D: W_k, lower triangular, with W'W the precision. */
  readonly whitening: Float64Array;
}

/**
 * log p(x_n, z_n = k) of every row and component into `r.logJoint`.
 *
 * @param values N x D, row-major
 */
export function fillLogJoint(
  { logScale, means, whitening }: ComponentDensities,
  values: Float64Array,
  d: number,
  r: Responsibilities,
): void {
  const { rows, components: K, logJoint } = r;
  if (d === 2) {
    fillInThePlane({ logScale, means, whitening }, values, r);
    return;
  }
  for (let n = 0, out = 0; n < rows; n++) {
    const row = n * d;
    for (let k = 0; k < K; k++, out++) {
      const mean = k * d;
      let distance = 0;
      for (let i = 0; i < d; i++) {
        const line = (mean + i) * d;
        let sum = 0;
        for (let j = 0; j <= i; j++)
          sum += whitening[line + j] * (values[row + j] - means[mean + j]);
        distance += sum * sum;
      }
      logJoint[out] = logScale[k] - distance / 2;
    }
  }
}

/** The same in two dimensions, where short loops would cost more than their contents. */
function fillInThePlane(
  { logScale, means, whitening }: ComponentDensities,
  values: Float64Array,
  { rows, components: K, logJoint }: Responsibilities,
): void {
  for (let k = 0; k < K; k++) {
    const scale = logScale[k];
    const m0 = means[2 * k];
    const m1 = means[2 * k + 1];
    const w00 = whitening[4 * k];
    const w10 = whitening[4 * k + 2];
    const w11 = whitening[4 * k + 3];
    for (let n = 0, out = k; n < rows; n++, out += K) {
      const x = values[2 * n] - m0;
      const y = values[2 * n + 1] - m1;
      const a = w00 * x;
      const b = w10 * x + w11 * y;
      logJoint[out] = scale - (a * a + b * b) / 2;
    }
  }
}
