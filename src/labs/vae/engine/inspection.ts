import type { Points } from '../../../datasets/dataset.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import type { DecodeInspection, ReparameterisationInspection, VaeQuery } from '../snapshot.ts';
import { posteriorsOf } from './posterior/posteriors.ts';
import { requireRow } from './requireRow.ts';

/** Latents decoded at a time: a grid as fine as a plot is. */
const MOST_LATENTS = 10_000;

export function decodeLatents(
  { latents }: Extract<VaeQuery, { kind: 'decode' }>,
  networks: Autoencoder,
): DecodeInspection {
  const d = networks.shape.latentDimension;
  const count = latents.length / d;
  if (!Number.isInteger(count) || count < 1 || count > MOST_LATENTS) {
    throw new RangeError(
      `${latents.length} coordinates are not 1 to ${MOST_LATENTS} latents of ${d}.`,
    );
  }
  const bad = latents.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`A latent has finite coordinates, not ${bad}.`);
  return { kind: 'decode', ...networks.reconstruct(Float64Array.from(latents), count) };
}

/** One row through the model and back, with noise that depends on seed, row and draw alone. */
export function reparameterise(
  { row, draw }: Extract<VaeQuery, { kind: 'reparameterisation' }>,
  networks: Autoencoder,
  { rows, dimension: D, values }: Points,
  klWeight: number,
  seed: number,
): ReparameterisationInspection {
  requireRow(row, rows);
  const d = networks.shape.latentDimension;
  const observation = values.slice(row * D, (row + 1) * D);
  const noise = new Float64Array(d);
  fillNormal(forkRandom(seed, `reparameterisation ${row} ${draw}`), noise);
  const local = posteriorsOf(networks, observation, 1, noise);
  // They hold until the encoder is asked again.
  const potentialMean = Array.from(networks.potentials(observation, 1).means);
  const { means, variances, samples } = local;
  const { logLikelihood, dLatents } = networks.decode(samples, observation, 1);
  const decoded = networks.reconstruct(samples, 1);
  const deviation = Array.from(variances, Math.sqrt);
  const isFull = networks.shape.potential === 'full';
  const factor = Array.from(local.covarianceFactors());
  // Where q is diagonal, the factor holds its deviations.
  const ofFactor = factor.map((value, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    if (j > i) return 0;
    // The KL changes with an entry s of the factor as s, and on the diagonal as s - 1 / s.
    return dLatents[i] * noise[j] - klWeight * (i === j ? value - 1 / value : value);
  });
  return {
    kind: 'reparameterisation',
    row,
    observation: Array.from(observation),
    potentialMean,
    mean: Array.from(means),
    deviation,
    factor: isFull ? factor : null,
    noise: Array.from(noise),
    sample: Array.from(samples),
    decoded: { mean: Array.from(decoded.mean), variance: Array.from(decoded.variance) },
    isBernoulli: networks.isBernoulli,
    logLikelihood,
    kl: local.localKl,
    gradients: {
      sample: Array.from(dLatents),
      mean: Array.from(dLatents, (slope, i) => slope - klWeight * means[i]),
      spread: isFull ? ofFactor : Array.from({ length: d }, (_, i) => ofFactor[i * (d + 1)]),
    },
  };
}
