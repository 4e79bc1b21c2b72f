/** What snapshots show of the model besides its data: samples of the prior, and the latent plane decoded. */
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import type { DecodedPlane, VaeSamples, VaeView } from '../snapshot.ts';

export const NO_VIEW: VaeView = { samples: 0, sampleDraw: 0, gridLines: 0, gridX: 0, gridY: 1 };

/** Nearly all of the prior lies within this many of its standard deviations. */
const GRID_REACH = 3;

/** Prior samples whose noise depends on seed and draw alone: they move with the model. */
export function drawSamples(
  networks: Autoencoder,
  { samples, sampleDraw }: VaeView,
  seed: number,
): VaeSamples {
  const random = forkRandom(seed, `model samples ${sampleDraw}`);
  const latents = new Float64Array(samples * networks.shape.latentDimension);
  fillNormal(random, latents);
  const { mean, variance } = networks.reconstruct(latents, samples);
  const data = networks.isBernoulli
    ? mean.map((probability) => Number(random.uniform() < probability))
    : mean.map((value, i) => value + Math.sqrt(variance[i]) * random.normal());
  return { latents: Float32Array.from(latents), means: mean, data };
}

/** The part of the latent plane where the prior expects latents, decoded. */
export function decodePlane(
  networks: Autoencoder,
  { gridLines: lines, gridX, gridY }: VaeView,
): DecodedPlane {
  const d = networks.shape.latentDimension;
  const step = (2 * GRID_REACH) / Math.max(1, lines - 1);
  const coordinates = Array.from({ length: lines }, (_, i) => i * step - GRID_REACH);
  const latents = new Float64Array(lines * lines * d);
  for (let at = 0; at < lines * lines; at++) {
    if (gridY < d) latents[at * d + gridY] = coordinates[Math.floor(at / lines)];
    latents[at * d + gridX] = coordinates[at % lines];
  }
  return { lines, coordinates, points: networks.reconstructMean(latents, lines * lines) };
}
