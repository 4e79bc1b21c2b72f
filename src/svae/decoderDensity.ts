import type { Autoencoder } from '../networks/autoencoder.ts';

/**
 * log p(y_n | x) of latents under the decoder, in nats: `samples` latents for each row.
 *
 * @param latents (rows * samples) x d, those of one row together
 * @param targets rows x D
 * @param out rows * samples
 */
export function decoderLogLikelihoods(
  networks: Autoencoder,
  latents: Float64Array,
  targets: Float32Array,
  samples: number,
  out: Float64Array,
): void {
  if (networks.isBernoulli) {
    networks.bernoulliLogLikelihoods(latents, targets, samples, out);
    return;
  }
  const { dataDimension: D, logScales } = networks.shape;
  const logVolume = logScales?.reduce((sum, log) => sum + log, 0) ?? 0;
  const count = (targets.length / D) * samples;
  const { mean, variance } = networks.reconstruct(latents, count);
  for (let n = 0; n < count; n++) {
    const row = Math.floor(n / samples) * D;
    let sum = 0;
    for (let j = 0; j < D; j++) {
      const error = targets[row + j] - mean[n * D + j];
      const spread = variance[n * D + j];
      sum += Math.log(2 * Math.PI * spread) + (error * error) / spread;
    }
    out[n] = -sum / 2 - logVolume;
  }
}
