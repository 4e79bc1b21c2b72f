import { describe, expect, it } from 'vitest';
import { createLinearDynamicsFamily } from '../../distributions/linearDynamics.ts';
import { stateAt } from '../../distributions/switchingDynamics.ts';
import { createRandom } from '../../math/random.ts';
import { createChainWorkspace, forwardBackward } from '../hiddenMarkov/forwardBackward.ts';
import { linearDynamicsBackward } from '../kalman/backward.ts';
import {
  collectStatistics,
  kalmanFilter,
  kalmanSampler,
  kalmanSmoother,
  localKl,
} from '../kalman/forward.ts';
import { createLdsWorkspace } from '../kalman/workspace.ts';
import { type SwitchingLoss, switchingBackward } from './backward.ts';
import { enumeratePaths, meanFieldProbability, pathOf } from './enumeration.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  objective,
  switchingLocalKl,
  xStep,
  zStep,
} from './forward.ts';
import { normals, randomSwitchingProblem } from './problem.fixture.ts';
import { loadStates } from './workspace.ts';

type Problem = ReturnType<typeof randomSwitchingProblem>;

const CONVERGED = { tolerance: 1e-14, mostSweeps: 2000 };
const FIXED_POINT = { mostRounds: 100, tolerance: 1e-11 };
const PROBLEMS = 1000;

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
    expect(error, `entry ${i}: ${actual[i]} against ${expected[i]}`).toBeLessThan(tolerance);
  }
}

const gradientsFor = ({ input, layout }: Problem) => ({
  dPrecision: new Float64Array(input.precision.length),
  dLinear: new Float64Array(input.precision.length),
  dExpected: new Float64Array(layout.length),
});

describe('sweeps', () => {
  it(`lower the objective at every half, in ${PROBLEMS} random problems`, () => {
    for (let seed = 0; seed < PROBLEMS; seed++) {
      const shape = { K: 1 + (seed % 4), d: 1 + (seed % 3), windows: 1, steps: 3 + (seed % 6) };
      const { ws, input } = randomSwitchingProblem(shape, seed);
      xStep(ws, input);
      let last = Number.POSITIVE_INFINITY;
      for (let half = 0; half < 12; half++) {
        const status = half % 2 === 0 ? zStep(ws, input) : xStep(ws, input);
        if (!status.ok) throw new Error(status.what);
        const now = objective(ws);
        if (now > last + 1e-9 * Math.abs(last))
          throw new Error(`${seed}, ${half}: ${last}, ${now}`);
        last = now;
      }
    }
  });

  it('never fall below what all paths together allow', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { ws, input } = randomSwitchingProblem({ K: 3, d: 2, windows: 1, steps: 6 }, seed);
      inferStates(ws, input, CONVERGED);
      const { posterior } = enumeratePaths(ws, input);
      expect(objective(ws)).toBeGreaterThanOrEqual(-(posterior?.logEvidence ?? Number.NaN));
      expect(switchingLocalKl(ws, input)).toBeGreaterThan(0);
    }
  });

  it('treat windows alike, one by one or together', () => {
    const problem = randomSwitchingProblem({ K: 3, d: 2, windows: 3, steps: 7 }, 4);
    const { ws, input, expected } = problem;
    inferStates(ws, input, CONVERGED);
    const single = randomSwitchingProblem({ K: 3, d: 2, windows: 1, steps: 7 }, 4);
    loadStates(single.ws, expected);
    let sum = 0;
    for (let w = 0; w < 3; w++) {
      const part = (values: Float64Array) => values.subarray(w * 14, (w + 1) * 14);
      single.ws.responsibilities.fill(1 / 3);
      single.ws.responsibilities.fill(0, 18);
      const own = {
        ...input,
        windows: 1,
        precision: part(input.precision),
        linear: part(input.linear),
      };
      inferStates(single.ws, own, CONVERGED);
      near(ws.kalman.means.subarray(w * 14, (w + 1) * 14), single.ws.kalman.means, 1e-8);
      sum += objective(single.ws);
    }
    expect(objective(ws)).toBeCloseTo(sum, 8);
  });

  it('keep to the states that evidence allows', () => {
    const problem = randomSwitchingProblem({ K: 3, d: 2, windows: 1, steps: 8 }, 9);
    const stateEvidence = new Float64Array(24);
    stateEvidence.set([Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY], 9);
    const input = { ...problem.input, stateEvidence };
    inferStates(problem.ws, input, CONVERGED);
    near(problem.ws.responsibilities.subarray(9, 12), [0, 1, 0], 1e-15);
    expect(Number.isFinite(objective(problem.ws))).toBe(true);
    expect(switchingLocalKl(problem.ws, input)).toBeGreaterThan(0);
  });
});

describe('the corners', () => {
  it('with one state it is the linear dynamical system', () => {
    const problem = randomSwitchingProblem({ K: 1, d: 3, windows: 2, steps: 9 }, 2);
    const { ws, input, layout, expected, noise } = problem;
    const { d } = problem;
    const m = d + 1;
    const at = stateAt(layout, 0);
    const { past, cross, next, degrees } = layout.dynamics;
    // No offset: the last row and column of E[X'Q^-1 X], and the last column of E[Q^-1 X].
    for (let i = 0; i < m; i++) {
      expected[at + past + i * m + d] = 0;
      expected[at + past + d * m + i] = 0;
      if (i < d) expected[at + cross + i * m + d] = 0;
    }
    expected.fill(0, 0, 2);
    loadStates(ws, expected);
    const family = createLinearDynamicsFamily(d);
    const lds = createLdsWorkspace(family.layout, 18);
    const mu = new Float64Array(family.length);
    const { transitionAt, transition } = family.layout;
    mu.set(expected.subarray(layout.initialAt, layout.initialAt + transitionAt));
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        mu[transitionAt + transition.past + i * d + j] = expected[at + past + i * m + j];
        mu[transitionAt + transition.cross + i * d + j] = expected[at + cross + i * m + j];
        mu[transitionAt + transition.next + i * d + j] = expected[at + next + i * d + j];
      }
    mu[transitionAt + transition.degrees] = expected[at + degrees];
    lds.chain.J0.set(ws.potentials.J0);
    lds.chain.h0.set(ws.potentials.h0);
    for (const name of ['J11', 'J12', 'J22'] as const) lds.chain[name].set(ws.potentials[name]);
    inferStates(ws, input, { tolerance: 0, mostSweeps: 3 });
    kalmanFilter(lds, input);
    kalmanSmoother(lds, input);
    const samples = new Float64Array(noise.length);
    const others = new Float64Array(noise.length);
    kalmanSampler(ws.kalman, input, noise, samples);
    kalmanSampler(lds, input, noise, others);
    near(ws.kalman.means, lds.means, 1e-12);
    near(ws.kalman.covariances, lds.covariances, 1e-12);
    near(samples, others, 1e-12);
    near([switchingLocalKl(ws, input)], [localKl(lds, input, mu)], 1e-12);

    collectSwitchingStatistics(ws);
    collectStatistics(lds, input);
    const dSamples = normals(createRandom(5), noise.length);
    const out = gradientsFor(problem);
    const want = { ...gradientsFor(problem), dExpected: new Float64Array(family.length) };
    const loss = { atMoments: null, dLocalKl: 0.7 };
    const atSamples = { samples, noise, dSamples };
    switchingBackward(ws, input, { ...loss, atSamples, throughFixedPoint: FIXED_POINT }, out);
    linearDynamicsBackward(lds, input, { ...loss, atSamples, dLogZ: 0 }, want);
    near(out.dPrecision, want.dPrecision, 1e-9);
    near(out.dLinear, want.dLinear, 1e-9);
    const blocks = (values: Float64Array, from: number, width: number) =>
      Array.from({ length: d * d }, (_, i) => values[from + Math.floor(i / d) * width + (i % d)]);
    near(
      blocks(out.dExpected, at + past, m),
      blocks(want.dExpected, transitionAt + transition.past, d),
      1e-9,
    );
    near(
      blocks(out.dExpected, at + cross, m),
      blocks(want.dExpected, transitionAt + transition.cross, d),
      1e-9,
    );
  });

  it('with A = 0 it is the chain of Gaussians, x given z apart from its neighbours', () => {
    const problem = randomSwitchingProblem({ K: 3, d: 2, windows: 1, steps: 9 }, 3);
    const { ws, input, layout, expected, K, d, steps } = problem;
    const { past, cross } = layout.dynamics;
    const m = d + 1;
    for (let k = 0; k < K; k++)
      for (let i = 0; i < d; i++) {
        const at = stateAt(layout, k);
        for (let j = 0; j < m; j++) {
          expected[at + past + i * m + j] = 0;
          expected[at + past + j * m + i] = 0;
        }
        for (let j = 0; j < d; j++) expected[at + cross + i * m + j] = 0;
      }
    loadStates(ws, expected);
    inferStates(ws, input, CONVERGED);
    near(ws.kalman.crossCovariances.subarray(0, (steps - 1) * d * d), new Array(32).fill(0), 1e-12);
    // q(x_t+1) from its own potentials alone, and q(z) by forward-backward on the Gaussian energies.
    const logEmissions = new Float64Array((steps - 1) * K);
    const { J22, h2, c, logInitial, logTransition } = ws.potentials;
    for (let t = 0; t < steps - 1; t++) {
      const [a, b, , e] = [0, 1, 2, 3].map((i) => {
        const diagonal = i % 3 === 0 ? input.precision[(t + 1) * d + i / 3] : 0;
        return diagonal + sumOver(K, (k) => ws.responsibilities[t * K + k] * J22[k * 4 + i]);
      });
      const h = [0, 1].map(
        (i) =>
          input.linear[(t + 1) * d + i] +
          sumOver(K, (k) => ws.responsibilities[t * K + k] * h2[k * d + i]),
      );
      const determinant = a * e - b * b;
      const covariance = [e / determinant, -b / determinant, -b / determinant, a / determinant];
      const mean = [0, 1].map((i) => covariance[2 * i] * h[0] + covariance[2 * i + 1] * h[1]);
      near(ws.kalman.means.subarray((t + 1) * d, (t + 2) * d), mean, 1e-9);
      for (let k = 0; k < K; k++)
        logEmissions[t * K + k] =
          c[k] +
          sumOver(d, (i) => h2[k * d + i] * mean[i]) -
          sumOver(4, (i) => {
            const second = covariance[i] + mean[Math.floor(i / 2)] * mean[i % 2];
            return (J22[k * 4 + i] * second) / 2;
          });
    }
    near(ws.energies, logEmissions, 1e-9);
    const chain = createChainWorkspace(K, steps - 1);
    forwardBackward(chain, { steps: steps - 1, logInitial, logTransition, logEmissions });
    near(ws.responsibilities, chain.responsibilities, 1e-9);
  });
});

describe('all paths', () => {
  it('are summed as the dense sum over one-hot q(z) has it', () => {
    const { ws, input, K } = randomSwitchingProblem({ K: 3, d: 2, windows: 1, steps: 5 }, 1);
    const { posterior } = enumeratePaths(ws, input);
    if (!posterior) throw new Error('There is a posterior.');
    const { logInitial, logTransition } = ws.potentials;
    posterior.logWeights.forEach((weight, index) => {
      const path = pathOf(index, K, 4);
      ws.responsibilities.fill(0);
      path.forEach((k, t) => {
        ws.responsibilities[t * K + k] = 1;
      });
      xStep(ws, input);
      const chain = path.reduce(
        (sum, k, t) => sum + (t === 0 ? logInitial[k] : logTransition[path[t - 1] * K + k]),
        0,
      );
      expect(weight).toBeCloseTo(ws.logZx + chain, 9);
    });
    const rows = Array.from({ length: 4 }, (_, t) =>
      sumOver(K, (k) => posterior.marginals[t * K + k]),
    );
    near(rows, [1, 1, 1, 1], 1e-12);
  });

  it('have probabilities under mean field that sum to 1', () => {
    const { ws, input, K } = randomSwitchingProblem({ K: 2, d: 1, windows: 1, steps: 6 }, 1);
    inferStates(ws, input, CONVERGED);
    const total = sumOver(K ** 5, (index) => meanFieldProbability(ws, pathOf(index, K, 5)));
    expect(total).toBeCloseTo(1, 12);
  });
});

describe('the adjoint', () => {
  /** Samples with fixed noise and the local KL, weighted, at the fixed point or with q(z) held. */
  const lossOf = (problem: Problem, weights: Float64Array, heldAt: Float64Array | null) => {
    const { ws, input, noise } = problem;
    if (heldAt) {
      ws.responsibilities.set(heldAt);
      xStep(ws, input);
    } else inferStates(ws, input, CONVERGED);
    const samples = new Float64Array(noise.length);
    kalmanSampler(ws.kalman, input, noise, samples);
    const atSamples = sumOver(samples.length, (i) => samples[i] * weights[i]);
    return { samples, value: atSamples + 0.7 * switchingLocalKl(ws, input) };
  };

  it.each([
    ['with q(z) held', null],
    ['through the fixed point', FIXED_POINT],
  ])('agrees with finite differences %s', (_, throughFixedPoint) => {
    const problem = randomSwitchingProblem({ K: 3, d: 2, windows: 2, steps: 6 }, 11);
    const { ws, input, noise, expected, layout } = problem;
    const weights = normals(createRandom(8), noise.length);
    const { samples } = lossOf(problem, weights, null);
    collectSwitchingStatistics(ws);
    const held = throughFixedPoint ? null : ws.responsibilities.slice();
    const out = gradientsFor(problem);
    const loss: SwitchingLoss = {
      atSamples: { samples, noise, dSamples: weights },
      atMoments: null,
      dLocalKl: 0.7,
      throughFixedPoint,
    };
    expect(switchingBackward(ws, input, loss, out)).toBe(true);
    const slope = (values: Float64Array, moved: readonly number[]) => {
      const at = (step: number) => {
        for (const i of moved) values[i] += step;
        loadStates(ws, expected);
        const { value } = lossOf(problem, weights, held);
        for (const i of moved) values[i] -= step;
        return value;
      };
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    };
    for (let i = 0; i < input.precision.length; i += 5) {
      near([out.dPrecision[i]], [slope(input.precision, [i])], 1e-6);
      near([out.dLinear[i]], [slope(input.linear, [i])], 1e-6);
    }
    const { dynamics, initialAt, initial } = layout;
    const m = problem.d + 1;
    const at = stateAt(layout, 1);
    const entries = [[at + dynamics.cross + 1], [at + dynamics.cross + 2], [at + dynamics.degrees]];
    entries.push(
      [at + dynamics.past + 1, at + dynamics.past + m],
      [at + dynamics.past + m + 2, at + dynamics.past + 2 * m + 1],
    );
    entries.push([at + dynamics.next], [at + dynamics.next + 1, at + dynamics.next + 2]);
    entries.push([initialAt + initial.linear], [initialAt + initial.quadratic + 3]);
    // Held, q(z) is no function of the chain, and the KL is not at its minimum there.
    if (throughFixedPoint) entries.push([0], [1], [layout.chainAt], [layout.chainAt + 5]);
    for (const entry of entries) {
      const gradient = entry.reduce((sum, i) => sum + out.dExpected[i], 0);
      near([gradient], [slope(expected, entry)], 1e-6);
    }
  });

  it('falls back to the gradient with q(z) held where rounds do not suffice', () => {
    const problem = randomSwitchingProblem({ K: 3, d: 2, windows: 1, steps: 12 }, 5);
    const { ws, input } = problem;
    inferStates(ws, input, CONVERGED);
    collectSwitchingStatistics(ws);
    const [out, held] = [gradientsFor(problem), gradientsFor(problem)];
    const atMoments = {
      dMeans: normals(createRandom(1), 24),
      dCovariances: new Float64Array(48),
      dCrossCovariances: new Float64Array(48),
    };
    const loss = { atSamples: null, atMoments, dLocalKl: 1 };
    const tooFew = { mostRounds: 1, tolerance: 1e-9 };
    expect(switchingBackward(ws, input, { ...loss, throughFixedPoint: tooFew }, out)).toBe(false);
    switchingBackward(ws, input, { ...loss, throughFixedPoint: null }, held);
    near(out.dPrecision, held.dPrecision, 1e-12);
    near(out.dLinear, held.dLinear, 1e-12);
    near(out.dExpected, held.dExpected, 1e-12);
  });
});

function sumOver(count: number, value: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += value(i);
  return sum;
}
