import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../../math/random.ts';
import { Autoencoder } from '../../../networks/autoencoder.ts';
import { activateBackend } from '../../../networks/backend.ts';
import { initialParameters } from '../../../networks/initialise.ts';
import { DEFAULT_SHAPE } from '../../../networks/shape.ts';
import type { ClusterSummary } from '../snapshot.ts';
import { svaeLogLikelihood } from './likelihood.ts';

const cluster = (id: number, weight: number, mean: number[], covariance: number[]) =>
  ({ id, weight, count: 0, mean, covariance, removed: weight === 0 }) satisfies ClusterSummary;

const clusters = [
  cluster(0, 0.7, [-3, 0], [1, 0.3, 0.3, 0.5]),
  cluster(1, 0, [0, 0], [1, 0, 0, 1]),
  cluster(2, 0.3, [4, 1], [0.2, 0, 0, 2]),
];
/** y = W x + b + N(0, I); rows are the latents. */
const W = [1.5, 0.4, -0.3, 0.8];
const b = [0.5, -1];

/** log p(y), in closed form: each cluster's Gaussian goes through W, and the noise is added. */
function exact(y: readonly number[]): number {
  let sum = 0;
  for (const { weight, mean, covariance } of clusters) {
    const through = (j: number, m: readonly number[]) => m[0] * W[j] + m[1] * W[2 + j];
    const entry = (i: number, j: number) =>
      through(i, [
        through(j, [covariance[0], covariance[1]]),
        through(j, [covariance[2], covariance[3]]),
      ]);
    const [s, t, u] = [entry(0, 0) + 1, entry(0, 1), entry(1, 1) + 1];
    const [p, q] = [0, 1].map((j) => y[j] - b[j] - through(j, mean));
    const det = s * u - t * t;
    const distance = (u * p * p - 2 * t * p * q + s * q * q) / det;
    sum += (weight * Math.exp(-distance / 2)) / (2 * Math.PI * Math.sqrt(det));
  }
  return Math.log(sum);
}

beforeAll(async () => {
  await activateBackend('cpu');
});

it('is the known one where the decoder is linear, within 3 standard errors', () => {
  const shape = { ...DEFAULT_SHAPE, hiddenLayers: 0, residual: 'none' } as const;
  const parameters = initialParameters(shape, createRandom(2)).fill(0);
  const networks = new Autoencoder(shape, parameters);
  const { encoder, decoder } = networks.layout;
  const [weights, bias] = [decoder.layers[0].weights, decoder.layers[0].bias];
  // Columns 0 and 1 are the mean, 2 and 3 the log-variance.
  [0, 1, 4, 5].forEach((place, i) => {
    parameters[weights.offset + place] = W[i];
  });
  parameters.set([...b, 0, 0], bias.offset);
  parameters.set([0.6, 0, 0, 0, 0, 0.6, 0, 0], encoder.layers[0].weights.offset);
  networks.setParameters(parameters);

  const values = Float32Array.from({ length: 40 }, (_, i) => 4 * Math.sin(i * i));
  let sum = 0;
  for (let n = 0; n < 20; n++) sum += exact([values[2 * n], values[2 * n + 1]]);
  const estimate = svaeLogLikelihood(networks, clusters, values, 4000, createRandom(5));
  expect(estimate.standardError).toBeLessThan(0.02);
  expect(Math.abs(estimate.logLikelihood - sum / 20)).toBeLessThan(3 * estimate.standardError);
  networks.dispose();
});
