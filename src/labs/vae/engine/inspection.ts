import type { Points } from '../../../datasets/dataset.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import type { DecodeInspection, ReparameterisationInspection, VaeQuery } from '../snapshot.ts';
import { requireRow } from './requireRow.ts';
import { StandardNormalBatch } from './standardNormal.ts';

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
  const potentials = networks.potentials(observation, 1);
  const noise = new Float64Array(d);
  fillNormal(forkRandom(seed, `reparameterisation ${row} ${draw}`), noise);
  const local = new StandardNormalBatch(1, d);
  local.infer({ potentials, noise });
  const { means, variances, samples } = local;
  const { logLikelihood, dLatents } = networks.decode(samples, observation, 1);
  const decoded = networks.reconstruct(samples, 1);
  const deviation = Array.from(variances, Math.sqrt);
  return {
    kind: 'reparameterisation',
    row,
    observation: Array.from(observation),
    potential: {
      mean: Array.from(potentials.means),
      variance: Array.from(potentials.precision, (precision) => 1 / precision),
    },
    mean: Array.from(means),
    deviation,
    noise: Array.from(noise),
    sample: Array.from(samples),
    decoded: { mean: Array.from(decoded.mean), variance: Array.from(decoded.variance) },
    isBernoulli: networks.isBernoulli,
    logLikelihood,
    kl: local.localKl,
    gradients: {
      sample: Array.from(dLatents),
      mean: Array.from(dLatents, (slope, i) => slope - klWeight * means[i]),
      // The KL changes with a deviation s as s - 1 / s.
      deviation: Array.from(
        dLatents,
        (slope, i) => slope * noise[i] - klWeight * (deviation[i] - 1 / deviation[i]),
      ),
    },
  };
}
