import { cholesky } from '../../../math/cholesky.ts';
import type { Random } from '../../../math/random.ts';

/** A cluster as far as drawing from it goes. */
export interface SampledCluster {
  readonly id: number;
  readonly weight: number;
  /** d */
  readonly mean: readonly number[];
  /** d x d */
  readonly covariance: readonly number[];
}

/** Draws from a mixture of Gaussians: the points (S x d) and the clusters they come from. */
export function sampleMixture(
  clusters: readonly SampledCluster[],
  count: number,
  random: Random,
): { readonly points: Float32Array; readonly clusters: Uint16Array } {
  const d = clusters[0].mean.length;
  const factors = clusters.map(({ covariance }) => {
    const factor = Float64Array.from(covariance);
    cholesky(factor, 0, d);
    return factor;
  });
  const points = new Float32Array(count * d);
  const chosen = new Uint16Array(count);
  const noise = new Float64Array(d);
  for (let s = 0; s < count; s++) {
    const k = drawCluster(clusters, random.uniform());
    chosen[s] = k;
    for (let j = 0; j < d; j++) noise[j] = random.normal();
    for (let i = 0; i < d; i++) {
      let value = clusters[k].mean[i];
      for (let j = 0; j <= i; j++) value += factors[k][i * d + j] * noise[j];
      points[s * d + i] = value;
    }
  }
  return { points, clusters: chosen };
}

function drawCluster(clusters: readonly SampledCluster[], uniform: number): number {
  let left = uniform;
  for (const { id, weight } of clusters) {
    left -= weight;
    if (left < 0) return id;
  }
  // Rounding may leave a sliver of probability: it goes to the heaviest cluster.
  return clusters.reduce((a, b) => (b.weight > a.weight ? b : a)).id;
}
