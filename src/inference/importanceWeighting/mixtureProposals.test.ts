import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { importanceSampledLogLikelihood } from './estimate.ts';
import { mixtureProposals } from './mixtureProposals.ts';
import type { LatentVariableModel } from './weighedDraws.ts';

const NOISE = 0.6;
const mixture = {
  weights: [0.5, 0, 0.2, 0.3],
  means: [-3, 0, 50, 50, 1, 2, 4, -1],
  covariances: [1, 0.3, 0.3, 0.5, 1, 0, 0, 1, 0.2, 0, 0, 2, 0.7, -0.2, -0.2, 0.4],
};
const rows = 6;
const observations = [-3, 0.5, 1, 1, 0.2, 0.4, 4, 0, 2.5, 0.5, -8, 5];

/** log of sum_k pi_k N(x | mu_k, S_k + extra I) at a point of the plane. */
function logMixture(x: number, y: number, extra: number): number {
  let sum = 0;
  mixture.weights.forEach((weight, k) => {
    const [a, b, , c] = mixture.covariances.slice(4 * k, 4 * k + 4);
    const [aa, cc] = [a + extra, c + extra];
    const det = aa * cc - b * b;
    const [u, v] = [x - mixture.means[2 * k], y - mixture.means[2 * k + 1]];
    const distance = (cc * u * u - 2 * b * u * v + aa * v * v) / det;
    sum += (weight * Math.exp(-distance / 2)) / (2 * Math.PI * Math.sqrt(det));
  });
  return Math.log(sum);
}

/** y = x + noise, x from the mixture: log p(y) is known. */
const model: LatentVariableModel = {
  latentDimension: 2,
  logPrior(latents, count, out) {
    for (let s = 0; s < count; s++) out[s] = logMixture(latents[2 * s], latents[2 * s + 1], 0);
  },
  logLikelihood(from, count, samples, latents, out) {
    for (let s = 0; s < count * samples; s++) {
      const row = from + Math.floor(s / samples);
      const u = observations[2 * row] - latents[2 * s];
      const v = observations[2 * row + 1] - latents[2 * s + 1];
      out[s] = -Math.log(2 * Math.PI * NOISE ** 2) - (u * u + v * v) / (2 * NOISE ** 2);
    }
  },
};
const precision = new Float64Array(2 * rows).fill(1 / NOISE ** 2);
const linear = Float64Array.from(observations, (value) => value / NOISE ** 2);
const exact =
  Array.from({ length: rows }, (_, n) =>
    logMixture(observations[2 * n], observations[2 * n + 1], NOISE ** 2),
  ).reduce((a, b) => a + b) / rows;

describe('potential times mixture', () => {
  it('is the posterior where the decoder is linear: every draw gives the answer', () => {
    const proposals = mixtureProposals(2, mixture, precision, linear, 1);
    const estimate = importanceSampledLogLikelihood(model, proposals, rows, 4, createRandom(1));
    expect(estimate.logLikelihood).toBeCloseTo(exact, 9);
    expect(estimate.effectiveSamples).toBeCloseTo(4, 9);
  });

  it('widened gives it within 3 standard errors', () => {
    const proposals = mixtureProposals(2, mixture, precision, linear, 1.4);
    const estimate = importanceSampledLogLikelihood(model, proposals, rows, 5000, createRandom(2));
    expect(estimate.standardError).toBeLessThan(0.01);
    expect(Math.abs(estimate.logLikelihood - exact)).toBeLessThan(3 * estimate.standardError);
  });

  it('refuses a covariance that is none', () => {
    const flat = { ...mixture, covariances: new Float64Array(16) };
    expect(() => mixtureProposals(2, flat, precision, linear, 1)).toThrow(/component 1/);
  });
});
