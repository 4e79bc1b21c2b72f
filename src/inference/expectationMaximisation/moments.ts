import type { Responsibilities } from './responsibilities.ts';

/** N_k below which a component has no responsibility: a mean over it would be rounding. */
export const NO_MEAN_BELOW = 1e-150;

/** First and second moments of the rows as each component sees them. */
export interface Moments {
  /** K: N_k, responsibility summed over rows. */
  readonly counts: Float64Array;
  /** K x D */
  readonly means: Float64Array;
  /** K x D x D */
  readonly covariances: Float64Array;
}

/**
 * N_k, and the means of the components that have any responsibility.
 *
 * @param values N x D
 */
export function weightedMeans(
  { counts, means }: Moments,
  values: Float64Array,
  d: number,
  { rows, components: K, q }: Responsibilities,
): void {
  for (let k = 0; k < K; k++) {
    if (d === 2) {
      meanInThePlane({ counts, means }, values, k, { rows, components: K, q });
      continue;
    }
    let count = 0;
    for (let n = 0, at = k; n < rows; n++, at += K) count += q[at];
    counts[k] = count;
    if (count < NO_MEAN_BELOW) continue;
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let n = 0, at = k, from = i; n < rows; n++, at += K, from += d)
        sum += q[at] * values[from];
      means[k * d + i] = sum / count;
    }
  }
}

/** Count and mean of component k in one pass. */
function meanInThePlane(
  { counts, means }: Pick<Moments, 'counts' | 'means'>,
  values: Float64Array,
  k: number,
  { rows, components: K, q }: Pick<Responsibilities, 'rows' | 'components' | 'q'>,
): void {
  let count = 0;
  let s0 = 0;
  let s1 = 0;
  for (let n = 0, at = k; n < rows; n++, at += K) {
    const share = q[at];
    count += share;
    s0 += share * values[2 * n];
    s1 += share * values[2 * n + 1];
  }
  counts[k] = count;
  if (count < NO_MEAN_BELOW) return;
  means[2 * k] = s0 / count;
  means[2 * k + 1] = s1 / count;
}

/** Scatter around the means there are, over N_k: a pass of its own keeps all digits. */
export function weightedCovariances(
  moments: Moments,
  values: Float64Array,
  d: number,
  r: Responsibilities,
): void {
  const { counts, covariances } = moments;
  for (let k = 0; k < r.components; k++) {
    if (counts[k] < NO_MEAN_BELOW) continue;
    if (d === 2) scatterInThePlane(moments, values, k, r);
    else scatter(moments, values, d, k, r);
    for (let i = 0; i < d; i++)
      for (let j = 0; j <= i; j++) {
        const entry = covariances[(k * d + i) * d + j] / counts[k];
        covariances[(k * d + i) * d + j] = entry;
        covariances[(k * d + j) * d + i] = entry;
      }
  }
}

/** Lower triangle of component k's scatter. */
function scatter(
  { means, covariances }: Moments,
  values: Float64Array,
  d: number,
  k: number,
  { rows, components: K, q }: Responsibilities,
): void {
  for (let i = 0; i < d; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let n = 0, at = k; n < rows; n++, at += K)
        sum +=
          q[at] * (values[n * d + i] - means[k * d + i]) * (values[n * d + j] - means[k * d + j]);
      covariances[(k * d + i) * d + j] = sum;
    }
}

/** The same in one pass. */
function scatterInThePlane(
  { means, covariances }: Moments,
  values: Float64Array,
  k: number,
  { rows, components: K, q }: Responsibilities,
): void {
  const m0 = means[2 * k];
  const m1 = means[2 * k + 1];
  let s00 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let n = 0, at = k; n < rows; n++, at += K) {
    const share = q[at];
    const x = values[2 * n] - m0;
    const y = values[2 * n + 1] - m1;
    s00 += share * x * x;
    s10 += share * x * y;
    s11 += share * y * y;
  }
  covariances[4 * k] = s00;
  covariances[4 * k + 2] = s10;
  covariances[4 * k + 3] = s11;
}
