import { createSwitchingDynamicsFamily, stateAt } from '../../distributions/switchingDynamics.ts';
import { createRandom, fillNormal, type Random } from '../../math/random.ts';
import { objective, type SwitchingInput, xStep, zStep } from './forward.ts';
import { createSwitchingWorkspace, loadStates } from './workspace.ts';

export interface SwitchingShape {
  readonly K: number;
  readonly d: number;
  readonly windows: number;
  readonly steps: number;
}

/** A random system, node potentials and a start of q(z), for tests of inference. */
export function randomSwitchingProblem(shape: SwitchingShape, seed: number) {
  const { K, d, windows, steps } = shape;
  const random = createRandom(seed);
  const family = createSwitchingDynamicsFamily(K, d);
  const { layout } = family;
  const natural = new Float64Array(layout.length);
  for (let i = 0; i < K + K * K; i++) natural[i] = 0.3 + 4 * random.uniform();
  const mean = normals(random, d);
  const initial = { mean, kappa: 1.5, psi: positiveDefinite(d, random), nu: d + 3 };
  family.initial.fromStandard(initial, natural, layout.initialAt);
  for (let k = 0; k < K; k++) {
    const m = d + 1;
    const standard = {
      transition: normals(random, d * m).map((value) => (0.8 * value) / Math.sqrt(d)),
      columns: positiveDefinite(m, random).map((value) => value / (4 * d)),
      psi: positiveDefinite(d, random),
      nu: d + 4,
    };
    family.dynamics.fromStandard(standard, natural, stateAt(layout, k));
  }
  const expected = new Float64Array(layout.length);
  family.expectedStatistics(natural, 0, expected, 0);
  const rows = windows * steps;
  const input: SwitchingInput = {
    windows,
    steps,
    precision: Float64Array.from({ length: rows * d }, () => 0.2 + 2 * random.uniform()),
    linear: normals(random, rows * d),
    stateEvidence: null,
  };
  const ws = createSwitchingWorkspace(layout, windows, steps);
  loadStates(ws, expected);
  for (let row = 0; row < rows; row++) {
    if (row % steps === steps - 1) continue;
    let sum = 0;
    for (let k = 0; k < K; k++) {
      ws.responsibilities[row * K + k] = 0.05 + random.uniform();
      sum += ws.responsibilities[row * K + k];
    }
    for (let k = 0; k < K; k++) ws.responsibilities[row * K + k] /= sum;
  }
  return {
    ...shape,
    family,
    layout,
    natural,
    expected,
    input,
    ws,
    noise: normals(random, rows * d),
  };
}

export function normals(random: Random, length: number): Float64Array {
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

/** By how much the objective rises at most in half a sweep (0 or above), relative to it, in so many random problems. */
export function largestRise(problems: number): number {
  let rise = 0;
  for (let seed = 0; seed < problems; seed++) {
    const shape = { K: 1 + (seed % 4), d: 1 + (seed % 3), windows: 1, steps: 3 + (seed % 6) };
    const { ws, input } = randomSwitchingProblem(shape, seed);
    xStep(ws, input);
    let last = Number.POSITIVE_INFINITY;
    for (let half = 0; half < 12; half++) {
      const status = half % 2 === 0 ? zStep(ws, input) : xStep(ws, input);
      if (!status.ok) throw new Error(status.what);
      const now = objective(ws);
      if (half > 0) rise = Math.max(rise, (now - last) / Math.abs(last));
      last = now;
    }
  }
  return rise;
}
