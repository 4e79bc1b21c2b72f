import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { importanceSampledLogLikelihood } from './estimate.ts';
import { linearGaussian } from './linearGaussian.fixture.ts';

describe('importance sampling', () => {
  it('agrees with the known answer of a linear-Gaussian model within 3 standard errors', () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const { model, rows, exact, proposals } = linearGaussian(seed);
      const wide = proposals(1.3);
      const estimate = importanceSampledLogLikelihood(model, wide, rows, 2000, createRandom(seed));
      expect(estimate.standardError).toBeLessThan(0.005);
      const error = Math.abs(estimate.logLikelihood - exact);
      expect(error).toBeLessThan(3 * estimate.standardError);
    }
  });

  it('needs no luck when the proposal is the posterior', () => {
    const { model, rows, exact, proposals } = linearGaussian(7);
    const estimate = importanceSampledLogLikelihood(model, proposals(1), rows, 5, createRandom(1));
    expect(estimate.logLikelihood).toBeCloseTo(exact, 9);
    expect(estimate.standardError).toBeLessThan(1e-7);
    expect(estimate.effectiveSamples).toBeCloseTo(5, 9);
  });

  it('says how much its estimate moves from one set of draws to another', () => {
    const { model, rows, proposals } = linearGaussian(8);
    const estimates = Array.from({ length: 60 }, (_, seed) =>
      importanceSampledLogLikelihood(model, proposals(1.5), rows, 300, createRandom(seed)),
    );
    const values = estimates.map(({ logLikelihood }) => logLikelihood);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const spread = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1));
    const said = estimates.reduce((a, b) => a + b.standardError, 0) / estimates.length;
    expect(spread / said).toBeGreaterThan(0.7);
    expect(spread / said).toBeLessThan(1.4);
  });

  it('refuses a number of samples that is none', () => {
    const { model, rows, proposals } = linearGaussian(9);
    expect(() =>
      importanceSampledLogLikelihood(model, proposals(1), rows, 1, createRandom(0)),
    ).toThrow(/at least 2 samples/);
  });
});
