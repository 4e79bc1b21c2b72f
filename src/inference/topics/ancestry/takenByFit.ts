import { cholesky, POSITIVE_DEFINITE, solveLower } from '../../../math/cholesky.ts';

/**
 * G x G: how much covariance fitting takes away. The clusters are fitted to the same individuals, so
 * that their residuals are (I - H) times the errors, H the projection onto the shares: residuals of two
 * individuals covary by -H even where the model is true.
 *
 * @param learned individuals of the fit, with a group or without
 * @param prior what the prior of a cluster counts, in individuals with two copies of each locus
 * @returns null where Q'Q + prior I has no Cholesky factor: shares that are no numbers, or clusters that
 *   no individual has under a prior of 0
 */
export function takenByFit(
  shares: Float64Array,
  K: number,
  groups: ArrayLike<number>,
  G: number,
  learned: ArrayLike<number>,
  prior: number,
): Float64Array | null {
  const D = shares.length / K;
  const gram = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    gram[i * K + i] = prior;
    for (let j = 0; j < K; j++)
      for (const d of Array.from(learned)) gram[i * K + j] += shares[d * K + i] * shares[d * K + j];
  }
  if (cholesky(gram, 0, K) !== POSITIVE_DEFINITE) return null;
  const sums = new Float64Array(G * K);
  const own = new Float64Array(G);
  const members = new Float64Array(G);
  for (let d = 0; d < D; d++) {
    const group = groups[d];
    if (group < 0) continue;
    const scaled = shares.slice(d * K, (d + 1) * K);
    solveLower(gram, 0, scaled, 0, K);
    members[group] += 1;
    for (let k = 0; k < K; k++) {
      sums[group * K + k] += scaled[k];
      own[group] += scaled[k] * scaled[k];
    }
  }
  const taken = new Float64Array(G * G);
  for (let a = 0; a < G; a++)
    for (let b = 0; b < G; b++) {
      let sum = a === b ? -own[a] : 0;
      for (let k = 0; k < K; k++) sum += sums[a * K + k] * sums[b * K + k];
      taken[a * G + b] = sum / (members[a] * (a === b ? members[a] - 1 : members[b]));
    }
  return taken;
}
