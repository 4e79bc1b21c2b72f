import { describe, expect, it } from 'vitest';
import { createLinearDynamicsFamily } from '../../distributions/linearDynamics.ts';
import { linearDynamicsBackward } from './backward.ts';
import { denseWindow, type LdsProblem, randomLdsProblem } from './denseWindow.fixture.ts';
import {
  collectStatistics,
  kalmanFilter,
  kalmanSampler,
  kalmanSmoother,
  loadChain,
  localKl,
} from './forward.ts';
import golden from './golden/lds.json' with { type: 'json' };
import { createLdsWorkspace } from './workspace.ts';

function expectAllRelative(
  actual: ArrayLike<number>,
  expected: readonly number[],
  tolerance: number,
): void {
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value) / Math.max(1, Math.abs(value));
    expect(error, `entry ${i}: ${actual[i]} against ${value}`).toBeLessThan(tolerance);
  });
}

/** A gradient towards a symmetric matrix counts up to its antisymmetric part, which moves nothing. */
function symmetrised(matrix: readonly (readonly number[])[]): number[] {
  return matrix.flatMap((row, i) => row.map((value, j) => (value + matrix[j][i]) / 2));
}

describe('filter and smoother against the golden dense joints', () => {
  it.each(golden)('$T steps in $d dimensions: values and gradients', (want) => {
    const { T: steps, d, inputs, lossWeights, gradients } = want;
    const square = d * d;
    const ws = createLdsWorkspace(createLinearDynamicsFamily(d).layout, steps + 1);
    const names = ['J0', 'h0', 'J11', 'J12', 'J22'] as const;
    for (const name of names) ws.chain[name].set([inputs[name]].flat(2));
    const input = {
      windows: 1,
      steps,
      precision: Float64Array.from(inputs.nodePrecision.flat()),
      linear: Float64Array.from(inputs.nodeLinear.flat()),
    };
    expect(kalmanFilter(ws, input)).toEqual({ ok: true });
    kalmanSmoother(ws, input);
    collectStatistics(ws, input);
    expectAllRelative(ws.logZ, [want.logZ], 1e-8);
    expectAllRelative(ws.means, want.mean.flat(), 1e-8);
    expectAllRelative(ws.covariances, want.cov.flat(2), 1e-8);
    expectAllRelative(ws.crossCovariances, (want.crossCov as number[][][]).flat(2), 1e-8);

    const dCrossCovariances = new Float64Array(steps * square);
    dCrossCovariances.set((lossWeights.crossCov as number[][][]).flat(2));
    const out = {
      dPrecision: new Float64Array(steps * d),
      dLinear: new Float64Array(steps * d),
      dExpected: new Float64Array(ws.layout.length),
    };
    const atMoments = {
      dMeans: Float64Array.from(lossWeights.mean.flat()),
      dCovariances: Float64Array.from(lossWeights.cov.flat(2)),
      dCrossCovariances,
    };
    const loss = { atSamples: null, atMoments, dLogZ: lossWeights.logZ, dLocalKl: 0 };
    linearDynamicsBackward(ws, input, loss, out);
    expectAllRelative(out.dPrecision, gradients.nodePrecision.flat(), 1e-6);
    expectAllRelative(out.dLinear, gradients.nodeLinear.flat(), 1e-6);
    // From E[t(theta)] back to the potentials between latents, which the golden numbers speak of.
    const { initialAt, initial, transitionAt, transition } = ws.layout;
    const block = (at: number, length: number, scale: number) =>
      Array.from(out.dExpected.subarray(at, at + length), (value) => scale * value);
    expectAllRelative(
      block(initialAt + initial.quadratic, square, -0.5),
      symmetrised(gradients.J0),
      1e-6,
    );
    expectAllRelative(block(initialAt + initial.linear, d, 1), gradients.h0, 1e-6);
    expectAllRelative(
      block(transitionAt + transition.past, square, -0.5),
      symmetrised(gradients.J11),
      1e-6,
    );
    expectAllRelative(
      block(transitionAt + transition.next, square, -0.5),
      symmetrised(gradients.J22),
      1e-6,
    );
    const cross = block(transitionAt + transition.cross, square, -1);
    const transposed = cross.map((_, entry) => cross[(entry % d) * d + Math.floor(entry / d)]);
    expectAllRelative(transposed, gradients.J12.flat(), 1e-6);
  });
});

function infer(problem: LdsProblem) {
  const { family, windows, steps, d } = problem;
  const ws = createLdsWorkspace(family.layout, windows * steps);
  loadChain(ws, problem.expected);
  const status = kalmanFilter(ws, problem);
  kalmanSmoother(ws, problem);
  collectStatistics(ws, problem);
  const samples = new Float64Array(windows * steps * d);
  kalmanSampler(ws, problem, problem.noise, samples);
  return { ws, status, samples, localKl: localKl(ws, problem, problem.expected) };
}

const shapes = [
  { d: 1, windows: 1, steps: 1, unseen: 0 },
  { d: 1, windows: 3, steps: 6, unseen: 0 },
  { d: 2, windows: 1, steps: 9, unseen: 5 },
  { d: 3, windows: 2, steps: 5, unseen: 0 },
  { d: 30, windows: 1, steps: 3, unseen: 1 },
];

describe('several windows against the dense joint of each', () => {
  it.each(shapes)('$windows windows of $steps steps, d = $d, $unseen unseen', (shape) => {
    const { d, windows, steps, unseen } = shape;
    const problem = randomLdsProblem(d, windows, steps, 5, unseen);
    const { ws, status, samples, localKl: kl } = infer(problem);
    expect(status).toEqual({ ok: true });
    let denseKl = 0;
    const cell = (w: number, t: number, i: number) => (w * steps + t) * d + i;
    for (let w = 0; w < windows; w++) {
      const dense = denseWindow(problem, w);
      denseKl += dense.localKl;
      expect(ws.logZ[w]).toBeCloseTo(dense.logZ, 8);
      for (let t = 0; t < steps; t++)
        for (let i = 0; i < d; i++) {
          expect(ws.means[cell(w, t, i)]).toBeCloseTo(dense.mean[t * d + i], 9);
          expect(samples[cell(w, t, i)]).toBeCloseTo(dense.sample[t * d + i], 9);
          for (let j = 0; j < d; j++) {
            const at = cell(w, t, i) * d + j;
            const row = dense.covariance[t * d + i];
            expect(ws.covariances[at]).toBeCloseTo(row[t * d + j], 9);
            if (t + 1 < steps) expect(ws.crossCovariances[at]).toBeCloseTo(row[(t + 1) * d + j], 9);
          }
        }
    }
    expect(kl).toBeCloseTo(denseKl, 7);
    expect(kl).toBeGreaterThan(-1e-9);
  });

  it('collects statistics that pair with E[t] as the chain pairs with its moments', () => {
    // E_q[log p(x | theta)] summed by hand from dense moments, entry by entry of the layout.
    const problem = randomLdsProblem(2, 2, 4, 8);
    const { d, steps, expected, family } = problem;
    const { ws } = infer(problem);
    const { initialAt, initial, transitionAt, transition } = family.layout;
    let byHand = 0;
    for (let w = 0; w < problem.windows; w++) {
      const { mean, covariance } = denseWindow(problem, w);
      const second = (a: number, b: number) => covariance[a][b] + mean[a] * mean[b];
      byHand += expected[initialAt + initial.count] + expected[initialAt + initial.degrees];
      byHand += (steps - 1) * expected[transitionAt + transition.degrees];
      for (let i = 0; i < d; i++) {
        byHand += expected[initialAt + initial.linear + i] * mean[i];
        for (let j = 0; j < d; j++) {
          const entry = i * d + j;
          byHand += expected[initialAt + initial.quadratic + entry] * second(i, j);
          for (let t = 0; t + 1 < steps; t++) {
            const [a, b] = [t * d, (t + 1) * d];
            byHand += expected[transitionAt + transition.past + entry] * second(a + i, a + j);
            byHand += expected[transitionAt + transition.cross + entry] * second(b + i, a + j);
            byHand += expected[transitionAt + transition.next + entry] * second(b + i, b + j);
          }
        }
      }
    }
    const paired = ws.statistics.reduce((sum, value, i) => sum + value * expected[i], 0);
    expect(paired).toBeCloseTo(byHand, 9);
  });

  it('has no local KL where nothing is observed and the globals are certain', () => {
    const problem = randomLdsProblem(2, 1, 6, 3, 6);
    // Certain globals: A' Q^-1 A and mu' S^-1 mu belong to one A, one mu.
    const { d, expected, family } = problem;
    const { initialAt, initial, transitionAt, transition } = family.layout;
    const at = (offset: number, i: number, j: number) => transitionAt + offset + i * d + j;
    const A = [
      [0.6, -0.5],
      [0.4, 0.7],
    ];
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        expected[at(transition.next, i, j)] = i === j ? -0.5 : 0;
        expected[at(transition.cross, i, j)] = A[i][j];
        expected[at(transition.past, i, j)] = -(A[0][i] * A[0][j] + A[1][i] * A[1][j]) / 2;
        expected[initialAt + initial.quadratic + i * d + j] = i === j ? -0.5 : 0;
      }
    expected.set([-(0.3 ** 2 + 0.2 ** 2) / 2, 0.3, -0.2], initialAt);
    expected[initialAt + initial.degrees] = 0;
    expected[transitionAt + transition.degrees] = 0;
    const { localKl: kl, ws } = infer(problem);
    expect(kl).toBeCloseTo(0, 10);
    expect(ws.means[2]).toBeCloseTo(0.6 * 0.3 + 0.5 * 0.2, 12);
  });

  it('says at which step a precision stops being positive definite', () => {
    const problem = randomLdsProblem(2, 2, 5, 4);
    problem.precision[(5 + 3) * 2] = -50;
    const { status } = infer(problem);
    expect(status).toMatchObject({ ok: false, what: expect.stringMatching(/precision/), index: 3 });
    expect(status.ok ? 1 : status.value).toBeLessThan(0);
    const ws = createLdsWorkspace(problem.family.layout, 9);
    expect(() => kalmanFilter(ws, problem)).toThrow('10 rows in space for 9');
  });
});

describe('the adjoint with samples and local KL', () => {
  const weightsOf = (length: number, phase: number) =>
    Float64Array.from({ length }, (_, i) => Math.sin(3 * i + phase));

  /** A loss that looks at everything, from dense joints alone. */
  function denseLoss(problem: LdsProblem, klWeight: number): number {
    const { windows, steps, d } = problem;
    const sampleWeights = weightsOf(windows * steps * d, 1);
    let loss = 0;
    for (let w = 0; w < windows; w++) {
      const dense = denseWindow(problem, w);
      loss += klWeight * dense.localKl;
      dense.sample.forEach((x, i) => {
        loss += sampleWeights[w * steps * d + i] * (x + Math.sin(x));
      });
    }
    return loss;
  }

  it.each(shapes.slice(0, 4))('is the slope of the dense loss, d = $d, $steps steps', (shape) => {
    const { d, windows, steps, unseen } = shape;
    const problem = randomLdsProblem(d, windows, steps, 6, unseen);
    const { ws, samples } = infer(problem);
    const sampleWeights = weightsOf(samples.length, 1);
    const dSamples = samples.map((x, i) => sampleWeights[i] * (1 + Math.cos(x)));
    const out = {
      dPrecision: new Float64Array(samples.length),
      dLinear: new Float64Array(samples.length),
      dExpected: new Float64Array(problem.expected.length),
    };
    const atSamples = { samples, noise: problem.noise, dSamples };
    linearDynamicsBackward(
      ws,
      problem,
      { atSamples, atMoments: null, dLogZ: 0, dLocalKl: 0.7 },
      out,
    );
    const slopes = (name: 'precision' | 'linear' | 'expected') =>
      problem[name].map((_, i) => {
        const at = (step: number) => {
          const moved = problem[name].slice();
          moved[i] += step;
          return denseLoss({ ...problem, [name]: moved }, 0.7);
        };
        const step = 1e-4;
        return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
      });
    expectAllRelative(out.dPrecision, Array.from(slopes('precision')), 1e-6);
    expectAllRelative(out.dLinear, Array.from(slopes('linear')), 1e-6);
    expectAllRelative(out.dExpected, Array.from(slopes('expected')), 1e-6);
  });
});
