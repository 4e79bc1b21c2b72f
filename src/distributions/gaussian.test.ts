import { describe, expect, it } from 'vitest';
import { POSITIVE_DEFINITE } from '../math/cholesky.ts';
import { createRandom, fillNormal } from '../math/random.ts';
import {
  gaussianExpectedStatistics,
  gaussianFisherTimes,
  gaussianFromPacked,
  gaussianLogNormaliser,
  gaussianSample,
  packedLength,
} from './gaussian.ts';

const STEP = 1e-5;

/** Everything about the Gaussian whose packed parameters are given. */
function gaussian(packed: Float64Array, d: number) {
  const mean = new Float64Array(d);
  const covariance = new Float64Array(d * d);
  const factor = new Float64Array(d * d);
  const pivot = gaussianFromPacked(packed, d, mean, 0, covariance, factor, 0);
  const expected = new Float64Array(packedLength(d));
  gaussianExpectedStatistics(d, mean, 0, covariance, 0, expected);
  const logZ = gaussianLogNormaliser(packed, d, mean, 0, factor, 0);
  return { pivot, mean, covariance, factor, expected, logZ };
}

/** A packed Gaussian with linear part `linear` and a diagonally dominant precision. */
function randomPacked(d: number, linear: number): Float64Array {
  const packed = new Float64Array(packedLength(d));
  fillNormal(createRandom(d), packed);
  let next = d;
  for (let i = 0; i < d; i++) {
    packed[i] *= linear;
    for (let j = i; j < d; j++, next++) packed[next] = i === j ? d + 1 : 0.5 * packed[next];
  }
  return packed;
}

describe('packed Gaussians', () => {
  it('knows the one-dimensional case', () => {
    const { mean, covariance, expected, logZ } = gaussian(Float64Array.of(3, 2), 1);
    expect(mean[0]).toBeCloseTo(1.5, 14);
    expect(covariance[0]).toBeCloseTo(0.5, 15);
    expect(Array.from(expected)).toEqual([
      expect.closeTo(1.5, 14),
      expect.closeTo(-(0.5 + 2.25) / 2, 14),
    ]);
    expect(logZ).toBeCloseTo(9 / 4 + Math.log(Math.PI) / 2, 14);
  });

  it.each([1, 2, 3, 4])('has expected statistics = grad log Z in %i dimensions', (d) => {
    const packed = randomPacked(d, 2);
    const { expected } = gaussian(packed, d);
    packed.forEach((value, c) => {
      const at = (offset: number) => gaussian(packed.with(c, value + offset), d).logZ;
      expect(expected[c]).toBeCloseTo((at(STEP) - at(-STEP)) / (2 * STEP), 7);
    });
  });

  it.each([1, 2, 3, 4])('has Fisher information = Jacobian at the mean in %i dimensions', (d) => {
    // With h = 0 the mean is the origin, and centring changes nothing.
    const packed = randomPacked(d, 0);
    const { covariance } = gaussian(packed, d);
    const D = packedLength(d);
    const direction = new Float64Array(D + 1);
    fillNormal(createRandom(99), direction);
    const out = new Float64Array(D + 1);
    const [matrix, product] = [new Float64Array(d * d), new Float64Array(d * d)];
    gaussianFisherTimes(d, covariance, 0, direction, 1, out, matrix, product);
    const at = (step: number) =>
      gaussian(
        packed.map((value, c) => value + step * direction[c + 1]),
        d,
      ).expected;
    const [up, down] = [at(STEP), at(-STEP)];
    for (let c = 0; c < D; c++) expect(out[c + 1]).toBeCloseTo((up[c] - down[c]) / (2 * STEP), 7);
  });

  it('draws samples with its mean and covariance', () => {
    const d = 2;
    const { mean, covariance, factor } = gaussian(randomPacked(d, 2), d);
    const n = 20_000;
    const random = createRandom(5);
    const [noise, x] = [new Float64Array(d), new Float64Array(d)];
    const second = new Float64Array(d * d);
    for (let s = 0; s < n; s++) {
      fillNormal(random, noise);
      gaussianSample(d, mean, 0, factor, 0, noise, x);
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++) second[i * d + j] += ((x[i] - mean[i]) * (x[j] - mean[j])) / n;
    }
    second.forEach((value, i) => {
      expect(Math.abs(value - covariance[i])).toBeLessThan(0.01);
    });
  });

  it('reports a precision that is not positive definite', () => {
    expect(gaussian(Float64Array.of(0, 0, 1, 2, 1), 2).pivot).toBe(1);
    expect(gaussian(Float64Array.of(0, 0, 1, 0, 1), 2).pivot).toBe(POSITIVE_DEFINITE);
  });
});
