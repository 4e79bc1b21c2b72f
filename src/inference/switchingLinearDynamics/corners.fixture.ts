/** The corners of the switching model, where another model with code of its own must give the same. */
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
import { switchingBackward } from './backward.ts';
import { collectSwitchingStatistics, inferStates, switchingLocalKl } from './forward.ts';
import { normals, randomSwitchingProblem } from './problem.fixture.ts';
import { loadStates } from './workspace.ts';

const CONVERGED = { tolerance: 1e-14, mostSweeps: 2000 };
const FIXED_POINT = { mostRounds: 100, tolerance: 1e-11 };

/** With one state, against the linear dynamical system: the largest differences, relative above 1. */
export function farFromLinearDynamics(): { readonly moments: number; readonly gradients: number } {
  const [moments, gradients] = [comparison(), comparison()];
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
  moments.compare(ws.kalman.means, lds.means);
  moments.compare(ws.kalman.covariances, lds.covariances);
  moments.compare(samples, others);
  moments.compare([switchingLocalKl(ws, input)], [localKl(lds, input, mu)]);

  collectSwitchingStatistics(ws);
  collectStatistics(lds, input);
  const dSamples = normals(createRandom(5), noise.length);
  const out = gradientsFor(problem);
  const want = { ...gradientsFor(problem), dExpected: new Float64Array(family.length) };
  const loss = { atMoments: null, dLocalKl: 0.7 };
  const atSamples = { samples, noise, dSamples };
  switchingBackward(ws, input, { ...loss, atSamples, throughFixedPoint: FIXED_POINT }, out);
  linearDynamicsBackward(lds, input, { ...loss, atSamples, dLogZ: 0 }, want);
  gradients.compare(out.dPrecision, want.dPrecision);
  gradients.compare(out.dLinear, want.dLinear);
  const blocks = (values: Float64Array, from: number, width: number) =>
    Array.from({ length: d * d }, (_, i) => values[from + Math.floor(i / d) * width + (i % d)]);
  gradients.compare(
    blocks(out.dExpected, at + past, m),
    blocks(want.dExpected, transitionAt + transition.past, d),
  );
  gradients.compare(
    blocks(out.dExpected, at + cross, m),
    blocks(want.dExpected, transitionAt + transition.cross, d),
  );
  return { moments: moments.worst(), gradients: gradients.worst() };
}

/** With A = 0, against the chain of Gaussians, x given z apart from its neighbours: the same. */
export function farFromMixtureChain(): { readonly zeros: number; readonly others: number } {
  const [zeros, others] = [comparison(), comparison()];
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
  zeros.compare(ws.kalman.crossCovariances.subarray(0, (steps - 1) * d * d), new Array(32).fill(0));
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
    others.compare(ws.kalman.means.subarray((t + 1) * d, (t + 2) * d), mean);
    for (let k = 0; k < K; k++)
      logEmissions[t * K + k] =
        c[k] +
        sumOver(d, (i) => h2[k * d + i] * mean[i]) -
        sumOver(4, (i) => {
          const second = covariance[i] + mean[Math.floor(i / 2)] * mean[i % 2];
          return (J22[k * 4 + i] * second) / 2;
        });
  }
  others.compare(ws.energies, logEmissions);
  const chain = createChainWorkspace(K, steps - 1);
  forwardBackward(chain, { steps: steps - 1, logInitial, logTransition, logEmissions });
  others.compare(ws.responsibilities, chain.responsibilities);
  return { zeros: zeros.worst(), others: others.worst() };
}

function comparison() {
  let most = 0;
  return {
    compare(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
      for (let i = 0; i < expected.length; i++) {
        const error = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
        most = Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(most, error);
      }
    },
    worst: () => most,
  };
}

export function gradientsFor({ input, layout }: ReturnType<typeof randomSwitchingProblem>): {
  readonly dPrecision: Float64Array;
  readonly dLinear: Float64Array;
  readonly dExpected: Float64Array;
} {
  return {
    dPrecision: new Float64Array(input.precision.length),
    dLinear: new Float64Array(input.precision.length),
    dExpected: new Float64Array(layout.length),
  };
}

export function sumOver(count: number, value: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += value(i);
  return sum;
}
