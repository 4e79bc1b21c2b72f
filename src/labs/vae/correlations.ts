import type { VaeSnapshot } from './snapshot.ts';

/** What a posterior's correlations follow from; N rows. */
export type Correlated = Pick<VaeSnapshot, 'deviations' | 'factors' | 'latentDimension'>;

/** Of dimensions i and j in the posterior of a row, -1 to 1; 0 where posteriors are diagonal. */
export function correlationOf(
  { deviations, factors, latentDimension: d }: Correlated,
  row: number,
  [i, j]: readonly [number, number],
): number {
  if (!factors || i === j) return 0;
  let covariance = 0;
  for (let k = 0; k <= Math.min(i, j); k++)
    covariance += factors[(row * d + i) * d + k] * factors[(row * d + j) * d + k];
  const correlation = covariance / (deviations[row * d + i] * deviations[row * d + j]);
  // Single precision may round beyond.
  return Math.max(-1, Math.min(1, correlation));
}

/** N: the same of all rows; null where posteriors are diagonal, or the second dimension is none. */
export function correlationsOf(
  snapshot: Correlated,
  axes: readonly [number, number],
): Float32Array | null {
  const { deviations, factors, latentDimension: d } = snapshot;
  if (!factors || axes[1] >= d) return null;
  return Float32Array.from({ length: deviations.length / d }, (_, row) =>
    correlationOf(snapshot, row, axes),
  );
}
