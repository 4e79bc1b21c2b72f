import { describe, expect, it } from 'vitest';
import { blockAt } from '../../distributions/mixture.ts';
import { createRandom, fillNormal } from '../../math/random.ts';
import { inverse, upperFactor } from '../kalman/denseMatrix.fixture.ts';
import { meanFieldBackward } from './backward.ts';
import { meanField } from './mixture.ts';
import { type MeanFieldProblem, randomProblem } from './problem.fixture.ts';
import { sampleLatents } from './sampleLatents.ts';
import { createMeanFieldWorkspace } from './workspace.ts';

interface LossWeights {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly sample: Float64Array;
  readonly localKl: number;
}

type Inputs = Pick<MeanFieldProblem, 'precision' | 'linear' | 'expected'>;

/** The loss by unrolling the textbook updates 400 times or to rest, in dense matrices. */
function naiveLoss(problem: MeanFieldProblem, inputs: Inputs, weights: LossWeights): number {
  const { K, d, B, family, noise } = problem;
  const { layout } = family;
  const indices = Array.from({ length: d }, (_, i) => i);
  const components = Array.from({ length: K }, (_, k) => {
    const e = inputs.expected.subarray(blockAt(layout, k), blockAt(layout, k + 1));
    return {
      constant: inputs.expected[k] + e[layout.niw.count] + e[layout.niw.degrees],
      linear: indices.map((i) => e[layout.niw.linear + i]),
      precision: indices.map((i) =>
        indices.map(
          (j) => -e[layout.niw.quadratic + i * d + j] - e[layout.niw.quadratic + j * d + i],
        ),
      ),
    };
  });
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  let loss = 0;
  for (let n = 0; n < B; n++) {
    let r = new Array<number>(K).fill(1 / K);
    for (let sweep = 0; ; sweep++) {
      const lambda = indices.map((i) =>
        indices.map(
          (j) =>
            (i === j ? inputs.precision[n * d + i] : 0) +
            dot(
              r,
              components.map((c) => c.precision[i][j]),
            ),
        ),
      );
      const h = indices.map(
        (i) =>
          inputs.linear[n * d + i] +
          dot(
            r,
            components.map((c) => c.linear[i]),
          ),
      );
      const cov = inverse(lambda);
      const mean = cov.map((row) => dot(row, h));
      const logLikelihood = components.map((c) => {
        let sum = c.constant - (d / 2) * Math.log(2 * Math.PI);
        for (const i of indices) {
          sum += c.linear[i] * mean[i];
          for (const j of indices) sum -= (c.precision[i][j] * (cov[i][j] + mean[i] * mean[j])) / 2;
        }
        return sum;
      });
      const top = Math.max(...logLikelihood);
      const odds = logLikelihood.map((value) => Math.exp(value - top));
      const total = odds.reduce((sum, value) => sum + value);
      const next = odds.map((value) => value / total);
      const change = Math.max(...next.map((value, k) => Math.abs(value - r[k])));
      if (change < 1e-15 || sweep === 4_000) {
        const u = upperFactor(lambda);
        const y = inverse(u).map((row) =>
          dot(
            row,
            indices.map((i) => noise[n * d + i]),
          ),
        );
        const logDet = 2 * indices.reduce((sum, i) => sum + Math.log(u[i][i]), 0);
        let kl = (logDet - d * (1 + Math.log(2 * Math.PI))) / 2;
        r.forEach((value, k) => {
          if (value > 0) kl += value * (Math.log(value) - logLikelihood[k]);
        });
        loss += weights.localKl * kl;
        for (const i of indices) {
          loss += weights.mean[n * d + i] * mean[i];
          const x = mean[i] + y[i];
          loss += weights.sample[n * d + i] * (x + Math.sin(x));
          for (const j of indices) loss += weights.covariance[(n * d + i) * d + j] * cov[i][j];
        }
        break;
      }
      r = next;
    }
  }
  return loss;
}

function kernelGradients(problem: MeanFieldProblem, weights: LossWeights) {
  const { d, B, family, noise } = problem;
  const ws = createMeanFieldWorkspace(family.layout, B + 1);
  const input = { ...problem, rowCount: B, warmStart: null, tolerance: 1e-15, maxSweeps: 4_000 };
  expect(meanField(ws, input).ok).toBe(true);
  const samples = new Float64Array(B * d);
  sampleLatents(ws, B, noise, samples);
  let loss = 0;
  for (let n = 0; n < B; n++) {
    loss += weights.localKl * ws.localKl[n];
    for (let i = n * d; i < (n + 1) * d; i++) {
      loss += weights.mean[i] * ws.means[i];
      loss += weights.sample[i] * (samples[i] + Math.sin(samples[i]));
      for (let j = i * d; j < (i + 1) * d; j++) loss += weights.covariance[j] * ws.covariances[j];
    }
  }
  const dSamples = samples.map((x, i) => weights.sample[i] * (1 + Math.cos(x)));
  const out = {
    dPrecision: new Float64Array(B * d),
    dLinear: new Float64Array(B * d),
    dExpected: new Float64Array(problem.expected.length).fill(99),
  };
  const gradients = {
    dMeans: weights.mean,
    dCovariances: weights.covariance,
    atSamples: { samples, dSamples },
    dLocalKl: weights.localKl,
  };
  expect(meanFieldBackward(ws, input, gradients, out).ok).toBe(true);
  return { ws, loss, ...out };
}

function randomWeights({ B, d }: MeanFieldProblem, seed: number): LossWeights {
  const random = createRandom(seed);
  const normals = (length: number) => {
    const out = new Float64Array(length);
    fillNormal(random, out);
    return out;
  };
  return {
    mean: normals(B * d),
    covariance: normals(B * d * d),
    sample: normals(B * d),
    localKl: 0.7,
  };
}

/** Central differences of the naive loss in every entry of one input. */
function numericalGradient(
  problem: MeanFieldProblem,
  weights: LossWeights,
  name: keyof Inputs,
): Float64Array {
  const step = 2e-5;
  return problem[name].map((_, i) => {
    const at = (offset: number) => {
      const moved = problem[name].slice();
      moved[i] += offset;
      return naiveLoss(problem, { ...problem, [name]: moved }, weights);
    };
    // Fourth order, because responsibilities bend sharply.
    return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
  });
}

function expectClose(actual: Float64Array, expected: Float64Array): void {
  const scale = Math.max(...expected.map(Math.abs));
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value);
    const bound = 1e-6 * Math.max(Math.abs(value), 0.01 * scale, 0.1);
    expect(error, `entry ${i}: ${actual[i]} against ${value}`).toBeLessThan(bound);
  });
}

const cases = [1, 2, 3].flatMap((d) => [1, 2, 5, 15].map((K) => ({ d, K })));

describe('meanFieldBackward', () => {
  it.each(cases)('is the gradient of the unrolled loop for d = $d, K = $K', ({ d, K }) => {
    const problem = randomProblem(K, d, 2, 10 * d + K, 0.1 + 0.1 * K);
    const weights = randomWeights(problem, K);
    const { loss, ws, dPrecision, dLinear, dExpected } = kernelGradients(problem, weights);
    // A point must be shared, or the test would not see the responsibilities move.
    if (K > 1) expect(Math.max(...ws.responsibilities.slice(0, K))).toBeLessThan(0.97);
    expect(loss).toBeCloseTo(naiveLoss(problem, problem, weights), 9);
    expectClose(dPrecision, numericalGradient(problem, weights, 'precision'));
    expectClose(dLinear, numericalGradient(problem, weights, 'linear'));
    expectClose(dExpected, numericalGradient(problem, weights, 'expected'));
  });

  it('leaves minus the statistics when local inference cannot answer', () => {
    // One component and no evidence: q(x) depends on the globals only through the messages, and
    // the local KL is explicit.
    const problem = randomProblem(1, 2, 3, 8);
    problem.precision.fill(0);
    problem.linear.fill(0);
    const none = new Float64Array(12);
    const weights = { mean: none, covariance: none, sample: none, localKl: 1 };
    const { dExpected, ws } = kernelGradients(problem, weights);
    dExpected.forEach((value, i) => {
      expect(value).toBeCloseTo(-ws.statistics[i], 10);
    });
  });

  it('reports a fixed point that is about to split, and still gives finite gradients', () => {
    // Two mirrored components at exactly the distance where the middle turns unstable: with unit
    // precision of q(x) and messages +-b, the eigenvalue of the loop is b^2 = 1.
    const { family } = randomProblem(2, 1, 1, 1);
    const expected = new Float64Array(family.length);
    const { niw } = family.layout;
    [1, -1].forEach((b, k) => {
      const block = blockAt(family.layout, k);
      expected[block + niw.linear] = b;
      expected[block + niw.quadratic] = -0.25;
    });
    const ws = createMeanFieldWorkspace(family.layout, 1);
    const potentials = { precision: Float64Array.of(0.5), linear: Float64Array.of(0) };
    const input = { ...potentials, rowCount: 1 };
    meanField(ws, { ...input, expected, warmStart: null, tolerance: 1e-12, maxSweeps: 10 });
    const out = {
      dPrecision: new Float64Array(1),
      dLinear: new Float64Array(1),
      dExpected: new Float64Array(family.length),
    };
    const dMeans = Float64Array.of(1);
    const loss = { dMeans, dCovariances: null, atSamples: null, dLocalKl: 0 };
    const status = meanFieldBackward(ws, input, loss, out);
    expect(status).toMatchObject({ ok: false, index: 0 });
    expect(out.dLinear[0]).toBeCloseTo(1, 12);
    for (const value of out.dExpected) expect(Number.isFinite(value)).toBe(true);
  });
});
