import { describe, expect, it } from 'vitest';
import { stateAt } from '../../distributions/switchingDynamics.ts';
import { createRandom } from '../../math/random.ts';
import { kalmanSampler } from '../kalman/forward.ts';
import { type SwitchingLoss, switchingBackward } from './backward.ts';
import {
  farFromLinearDynamics,
  farFromMixtureChain,
  gradientsFor,
  sumOver,
} from './corners.fixture.ts';
import { enumeratePaths, meanFieldProbability, pathOf } from './enumeration.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  objective,
  switchingLocalKl,
  xStep,
} from './forward.ts';
import { largestRise, normals, randomSwitchingProblem } from './problem.fixture.ts';
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

describe('sweeps', () => {
  it(`lower the objective at every half, in ${PROBLEMS} random problems`, () => {
    expect(largestRise(PROBLEMS)).toBeLessThanOrEqual(1e-9);
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
    const { moments, gradients } = farFromLinearDynamics();
    expect(moments).toBeLessThan(1e-12);
    expect(gradients).toBeLessThan(1e-9);
  });

  it('with A = 0 it is the chain of Gaussians, x given z apart from its neighbours', () => {
    const { zeros, others } = farFromMixtureChain();
    expect(zeros).toBeLessThan(1e-12);
    expect(others).toBeLessThan(1e-9);
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
