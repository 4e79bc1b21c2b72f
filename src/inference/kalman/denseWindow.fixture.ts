import { createLinearDynamicsFamily } from '../../distributions/linearDynamics.ts';
import { createRandom, fillNormal, type Random } from '../../math/random.ts';
import { inverse, upperFactor } from './denseMatrix.fixture.ts';
import type { LdsInput } from './forward.ts';

/** A random system and node potentials for the tests of filter, smoother and sampler. */
export interface LdsProblem extends LdsInput {
  readonly d: number;
  readonly family: ReturnType<typeof createLinearDynamicsFamily>;
  /** E[t(theta)], P */
  readonly expected: Float64Array;
  readonly noise: Float64Array;
}

/** @param unseen steps at the end of every window without evidence */
export function randomLdsProblem(
  d: number,
  windows: number,
  steps: number,
  seed: number,
  unseen = 0,
): LdsProblem {
  const random = createRandom(seed);
  const family = createLinearDynamicsFamily(d);
  const { layout } = family;
  const natural = new Float64Array(family.length);
  const mean = normals(random, d);
  const initial = { mean, kappa: 1.5, psi: positiveDefinite(d, random), nu: d + 3 };
  family.initial.fromStandard(initial, natural, layout.initialAt);
  family.transition.fromStandard(
    {
      transition: normals(random, d * d).map((value) => (0.8 * value) / Math.sqrt(d)),
      columns: positiveDefinite(d, random).map((value) => value / (4 * d)),
      psi: positiveDefinite(d, random),
      nu: d + 4,
    },
    natural,
    layout.transitionAt,
  );
  const expected = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, expected, 0);
  const size = windows * steps * d;
  const seen = (index: number) => Math.floor(index / d) % steps < steps - unseen;
  return {
    d,
    windows,
    steps,
    family,
    expected,
    noise: normals(random, size),
    linear: normals(random, size).map((value, i) => (seen(i) ? value : 0)),
    precision: Float64Array.from({ length: size }, (_, i) =>
      seen(i) ? 0.2 + 2 * random.uniform() : 0,
    ),
  };
}

function normals(random: Random, length: number): Float64Array {
  const out = new Float64Array(length);
  fillNormal(random, out);
  return out;
}

function positiveDefinite(n: number, random: Random): Float64Array {
  const g = normals(random, n * n);
  return Float64Array.from({ length: n * n }, (_, entry) => {
    const [i, j] = [Math.floor(entry / n), entry % n];
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < n; k++) sum += g[i * n + k] * g[j * n + k];
    return sum;
  });
}

/** Everything about one window from the dense joint Gaussian over all its steps. */
export function denseWindow(problem: LdsProblem, window: number) {
  const { d, steps, family, expected, noise } = problem;
  const { initialAt, initial, transitionAt, transition } = family.layout;
  const size = steps * d;
  const from = window * size;
  const lambda = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const h = Array.from(problem.linear.subarray(from, from + size));
  const add = (row: number, column: number, at: number, transposed: boolean) => {
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        lambda[row * d + i][column * d + j] -= expected[at + (transposed ? j * d + i : i * d + j)];
  };
  const twice = (step: number, at: number) => {
    add(step, step, at, false);
    add(step, step, at, true);
  };
  twice(0, initialAt + initial.quadratic);
  let constant =
    -expected[initialAt + initial.count] -
    expected[initialAt + initial.degrees] -
    (steps - 1) * expected[transitionAt + transition.degrees];
  constant += (size * Math.log(2 * Math.PI)) / 2;
  for (let i = 0; i < size; i++) {
    lambda[i][i] += problem.precision[from + i];
    if (i < d) h[i] += expected[initialAt + initial.linear + i];
  }
  for (let t = 0; t + 1 < steps; t++) {
    twice(t, transitionAt + transition.past);
    twice(t + 1, transitionAt + transition.next);
    add(t + 1, t, transitionAt + transition.cross, false);
    add(t, t + 1, transitionAt + transition.cross, true);
  }
  const covariance = inverse(lambda);
  const dot = (a: readonly number[], b: ArrayLike<number>) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  const mean = covariance.map((row) => dot(row, h));
  const factor = upperFactor(lambda);
  const logDet = 2 * factor.reduce((sum, row, i) => sum + Math.log(row[i]), 0);
  const logZ = (dot(mean, h) - logDet + size * Math.log(2 * Math.PI)) / 2;
  let localKl = constant - logZ;
  for (let i = 0; i < size; i++) {
    const second = covariance[i][i] + mean[i] ** 2;
    localKl += problem.linear[from + i] * mean[i] - (problem.precision[from + i] * second) / 2;
  }
  const spread = inverse(factor).map((row) => dot(row, noise.subarray(from, from + size)));
  const sample = mean.map((value, i) => value + spread[i]);
  return { mean, covariance, logZ, localKl, sample };
}
