import { cholesky } from '../../math/cholesky.ts';
import { forkRandom } from '../../math/random.ts';
import type { Autoencoder } from '../../networks/autoencoder.ts';
import type { ClusterSummary, ModelSamples } from './snapshot.ts';

/**
 * Draws from the generative model (4.3): a cluster by weight, a latent from its Gaussian, an
 * observation from the decoder. The noise depends on the seed alone, so that samples move with the
 * model instead of jumping.
 */
export function sampleModel(
  clusters: readonly ClusterSummary[],
  networks: Autoencoder,
  count: number,
  seed: number,
): ModelSamples {
  const random = forkRandom(seed, 'model samples');
  const d = clusters[0].mean.length;
  const factors = clusters.map(({ covariance }) => {
    const factor = Float64Array.from(covariance);
    cholesky(factor, 0, d);
    return factor;
  });
  const latents = new Float32Array(count * d);
  const chosen = new Uint16Array(count);
  const noise = new Float64Array(d);
  for (let s = 0; s < count; s++) {
    const k = drawCluster(clusters, random.uniform());
    chosen[s] = k;
    for (let j = 0; j < d; j++) noise[j] = random.normal();
    for (let i = 0; i < d; i++) {
      let value = clusters[k].mean[i];
      for (let j = 0; j <= i; j++) value += factors[k][i * d + j] * noise[j];
      latents[s * d + i] = value;
    }
  }
  const { mean, variance } = networks.reconstruct(latents, count);
  const data = mean.map((value, i) => value + Math.sqrt(variance[i]) * random.normal());
  return { latents, data, clusters: chosen };
}

function drawCluster(clusters: readonly ClusterSummary[], uniform: number): number {
  let left = uniform;
  for (const { id, weight } of clusters) {
    left -= weight;
    if (left < 0) return id;
  }
  // Rounding may leave a sliver of probability: it goes to the heaviest cluster.
  return clusters.reduce((a, b) => (b.weight > a.weight ? b : a)).id;
}
