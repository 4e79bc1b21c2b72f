import { expect, it } from 'vitest';
import { createQuadrature, integrate } from '../../math/quadrature.ts';
import { createRandom } from '../../math/random.ts';
import { drawMean, drawPrecision } from './gibbs.ts';
import golden from './golden/normalGamma.json' with { type: 'json' };
import {
  exactNormalGamma,
  makeNormalGammaTarget,
  messagesToMean,
  messagesToPrecision,
  normalGammaElbo,
  normalGammaGap,
  normalGammaLogJoint,
  normalGammaOptimum,
  updateMean,
  updatePrecision,
} from './normalGamma.ts';

it.each(golden)('has the golden numbers of $data', ({ data, prior, exact, meanField }) => {
  const target = makeNormalGammaTarget(data, prior);
  const found = exactNormalGamma(target);
  expect(found).toMatchObject({ shape: exact.shape });
  for (const name of ['mean', 'meanVariance', 'rate', 'logEvidence'] as const)
    expect(found[name]).toBeCloseTo(exact[name], 10);
  const q = { mean: 10, variance: 3, shape: 0.5, rate: 4 };
  let elbo = normalGammaElbo(target, q);
  for (let sweep = 0; sweep < 100; sweep++)
    for (const update of [updateMean, updatePrecision]) {
      update(target, q);
      const next = normalGammaElbo(target, q);
      expect(next).toBeGreaterThanOrEqual(elbo - 1e-11);
      elbo = next;
    }
  const optimum = normalGammaOptimum(target);
  expect(elbo).toBeCloseTo(meanField.elbo, 9);
  expect(exact.logEvidence - elbo).toBeCloseTo(normalGammaGap(exact.shape), 9);
  for (const name of ['mean', 'variance', 'shape', 'rate'] as const) {
    const known = name === 'variance' ? meanField.meanVariance : meanField[name];
    expect(q[name]).toBeCloseTo(known, 9);
    expect(optimum[name]).toBeCloseTo(known, 9);
  }
});

it('has messages that add up to the general update: E_q log p of the other factor', () => {
  const target = makeNormalGammaTarget([0.3, -0.4, 2.2], {
    mean: 0.5,
    scale: 0.2,
    shape: 2,
    rate: 0.7,
  });
  const q = { mean: 0.4, variance: 0.3, shape: 3, rate: 2 };
  // E over q(tau) of log p is linear in tau and log tau, so differences show the coefficients.
  const tau = q.shape / q.rate;
  const [linear, quadratic] = messagesToMean(target, q).sum;
  const atMean = (mu: number) => {
    const [log] = integrate(
      createQuadrature(1),
      (t, out) => {
        const density = t ** (q.shape - 1) * Math.exp(-q.rate * t) * (q.rate ** q.shape / 2);
        out[0] = density * (normalGammaLogJoint(target, mu, t) - normalGammaLogJoint(target, 0, t));
      },
      [0, tau, 10, 40],
    );
    return log;
  };
  for (const mu of [-1, 0.5, 2])
    expect(atMean(mu)).toBeCloseTo(linear * mu + quadratic * mu * mu, 9);
  const { sum, fromMean } = messagesToPrecision(target, q);
  expect(fromMean?.[0]).toBe(0.5);
  const atPrecision = (t: number) => {
    const [log] = integrate(
      createQuadrature(1),
      (mu, out) => {
        const z = (mu - q.mean) ** 2 / (2 * q.variance);
        const density = Math.exp(-z) / Math.sqrt(2 * Math.PI * q.variance);
        out[0] =
          density * (normalGammaLogJoint(target, mu, t) - normalGammaLogJoint(target, mu, 1));
      },
      [-6, 0.4, 7],
    );
    return log;
  };
  for (const t of [0.3, 2.5])
    expect(atPrecision(t)).toBeCloseTo(sum[0] * Math.log(t) + sum[1] * (t - 1), 8);
});

it('names what is no prior or no observation', () => {
  const prior = { mean: 0, scale: 1, shape: 1, rate: 1 };
  expect(() => makeNormalGammaTarget([1], { ...prior, rate: 0 })).toThrow('rate is 0');
  expect(() => makeNormalGammaTarget([1, Number.NaN], prior)).toThrow('Observation 2 is NaN');
});

it('draws from the exact posterior by Gibbs', () => {
  const { data, prior, exact } = golden[0];
  const target = makeNormalGammaTarget(data, prior);
  const random = createRandom(4);
  let [mu, tau] = [0, 1];
  let [sum, squares, sumTau] = [0, 0, 0];
  const draws = 40_000;
  for (let i = 0; i < draws; i++) {
    mu = drawMean(target, tau, random);
    tau = drawPrecision(target, mu, random);
    sum += mu / draws;
    squares += (mu * mu) / draws;
    sumTau += tau / draws;
  }
  expect(Math.abs(sum - exact.mean)).toBeLessThan(0.02);
  expect(Math.abs(squares - sum * sum - exact.meanVariance)).toBeLessThan(0.03);
  expect(Math.abs(sumTau - exact.shape / exact.rate)).toBeLessThan(0.01);
});
