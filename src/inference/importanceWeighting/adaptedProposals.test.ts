import { expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { gaussianProposals, importanceSampledLogLikelihood } from './estimate.ts';
import type { LatentMixture } from './mixtureProposals.ts';
import type { LatentVariableModel } from './weighedDraws.ts';

const NOISE = 0.2;
/** One is an outlier, the next can come from either side of the fold; the others are plain. */
const strange = [7, -3, 1.5, 0];
const observations = [...strange, ...new Array<number[]>(8).fill([0.04, 0.2]).flat()];
const rows = observations.length / 2;
const prior: LatentMixture = { weights: [1], means: [0, 0], covariances: [1, 0, 0, 1] };

const logPrior = (x: number, y: number) => -Math.log(2 * Math.PI) - (x * x + y * y) / 2;

/** The decoder (x, y) -> (x^2, y) folds the plane. */
function logLikelihood(row: number, x: number, y: number): number {
  const [u, v] = [observations[2 * row] - x * x, observations[2 * row + 1] - y];
  return -Math.log(2 * Math.PI * NOISE ** 2) - (u * u + v * v) / (2 * NOISE ** 2);
}

const model: LatentVariableModel = {
  latentDimension: 2,
  logPrior(latents, count, out) {
    for (let s = 0; s < count; s++) out[s] = logPrior(latents[2 * s], latents[2 * s + 1]);
  },
  logLikelihood(from, count, samples, latents, out) {
    for (let s = 0; s < count * samples; s++)
      out[s] = logLikelihood(from + Math.floor(s / samples), latents[2 * s], latents[2 * s + 1]);
  },
};

/** log p(y) of a row by a sum over a fine grid of the latent plane. */
function byQuadrature(row: number): number {
  const step = 0.01;
  let sum = 0;
  for (let x = -6; x < 6; x += step)
    for (let y = -6; y < 6; y += step)
      sum += Math.exp(logPrior(x, y) + logLikelihood(row, x, y)) * step * step;
  return Math.log(sum);
}

/** For each row where an encoder would be that takes all of them for something near the origin. */
const misled = () => {
  const factors = Array.from({ length: rows }, () => [0.3, 0, 0, 0.3]).flat();
  return gaussianProposals(2, new Float64Array(2 * rows).fill(0.2), Float64Array.from(factors));
};

it('finds rows that their own proposals miss, so that the error covers the true figure', () => {
  const known = [0, 1, 2].map(byQuadrature);
  const exact = Array.from({ length: rows }, (_, row) => known[Math.min(row, 2)]);
  for (let seed = 0; seed < 5; seed++) {
    const random = createRandom(seed);
    const found = importanceSampledLogLikelihood(model, misled(), rows, 512, random, prior);
    expect(found.poorRows).toBe(0);
    expect(found.standardError).toBeLessThan(0.05);
    const mean = exact.reduce((a, b) => a + b) / rows;
    expect(Math.abs(found.logLikelihood - mean)).toBeLessThan(3 * found.standardError);
    exact.forEach((value, row) => {
      expect(Math.abs(found.ofRows[row] - value)).toBeLessThan(0.4);
    });
  }
});

it('without a second pass counts the rows that are not to be trusted', () => {
  const random = createRandom(0);
  const missed = importanceSampledLogLikelihood(model, misled(), rows, 512, random);
  expect(missed.poorRows).toBe(strange.length / 2);
  expect(byQuadrature(0) - missed.ofRows[0]).toBeGreaterThan(10);
});
