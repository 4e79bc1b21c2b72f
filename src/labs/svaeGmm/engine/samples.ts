import { forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { sampleMixture } from '../../shared/engine/mixtureSamples.ts';
import type { ClusterSummary, ModelSamples } from '../snapshot.ts';

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
  const { points: latents, clusters: chosen } = sampleMixture(clusters, count, random);
  const { mean, variance } = networks.reconstruct(latents, count);
  const data = mean.map((value, i) => value + Math.sqrt(variance[i]) * random.normal());
  return { latents, data, clusters: chosen };
}
