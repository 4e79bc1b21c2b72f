/** Problems for EM, for tests and the bench: data, a start, and the kernels set up for them. */
import { createRandom, type Random } from '../../math/random.ts';
import {
  applyDials,
  createMixtureWorkspace,
  evaluateMixture,
  type MixtureDials,
  type MixtureWorkspace,
  maximiseMixture,
} from './gaussianMixture.ts';
import type { ReferenceMixture } from './mixtureReference.fixture.ts';
import { type assignSoftly, type FreeEnergy, measureFreeEnergy } from './responsibilities.ts';

export interface MixtureProblem {
  /** N x D */
  readonly points: number[][];
  readonly start: ReferenceMixture;
}

export const FULL: MixtureDials = {
  weights: 'learned',
  covariances: 'full',
  fixedVariance: 1,
  varianceFloor: 1e-4,
};
export const SOFT: MixtureDials = { ...FULL, covariances: 'fixed' };
export const K_MEANS: MixtureDials = { ...SOFT, weights: 'equal' };

export function workspaceOf(
  { points, start }: MixtureProblem,
  dials: MixtureDials,
): { ws: MixtureWorkspace; values: Float64Array } {
  const ws = createMixtureWorkspace(points.length, start.weights.length, points[0].length);
  ws.parameters.weights.set(start.weights);
  ws.parameters.means.set(start.means.flat());
  ws.parameters.covariances.set(start.covariances.flat(2));
  applyDials(ws, dials);
  return { ws, values: Float64Array.from(points.flat()) };
}

/** The free energy at the parameters as they are. Throws when there is none. */
export function freeEnergyAt(ws: MixtureWorkspace, values: Float64Array): FreeEnergy {
  const status = evaluateMixture(ws, values);
  if (!status.ok) throw new Error(`The ${status.what} is ${status.value}.`);
  return measure(ws);
}

export function measure({ responsibilities }: MixtureWorkspace): FreeEnergy {
  const nothing = { logLikelihood: 0, energy: 0, entropy: 0, klGap: 0 };
  return measureFreeEnergy(responsibilities, nothing);
}

export const freeEnergy = ({ energy, entropy }: FreeEnergy): number => energy + entropy;

/** Three overlapping clusters in the plane. */
export function threeClusters(random: Random): MixtureProblem {
  const centres = [
    [0, 0],
    [4, 1],
    [1, 5],
  ];
  const points = Array.from({ length: 200 }, (_, n) => {
    const [x, y] = [random.normal(), random.normal()];
    return [centres[n % 3][0] + 1.5 * x, centres[n % 3][1] + 0.5 * x + y];
  });
  const start = {
    weights: [0.2, 0.3, 0.5],
    means: [points[0], points[1], points[5]],
    covariances: centres.map(() => [
      [2, 0],
      [0, 2],
    ]),
  };
  return { points, start };
}

/** Points from a random mixture, and a start elsewhere; every kind of size, spread and overlap. */
function randomProblem(random: Random): MixtureProblem {
  const d = 1 + random.integer(3);
  const K = 1 + random.integer(5);
  const N = K + 2 + random.integer(60);
  const separation = 10 ** (2 * random.uniform() - 1);
  const centres = Array.from({ length: K }, () =>
    Array.from({ length: d }, () => separation * random.normal()),
  );
  const points = Array.from({ length: N }, () => {
    const centre = centres[random.integer(K)];
    return centre.map((c, i) => c + (i + 1) * 0.5 * random.normal());
  });
  const start = {
    weights: Array.from({ length: K }, () => 1 / K),
    means: Array.from({ length: K }, () => [...points[random.integer(N)]]),
    covariances: Array.from({ length: K }, () =>
      Array.from({ length: d }, (_, i) =>
        Array.from({ length: d }, (_unused, j) => (i === j ? 0.2 + 2 * random.uniform() : 0)),
      ),
    ),
  };
  return { points, start };
}

/** Half-steps of one run, in order: the free energy before and after each. */
export type SeeHalfStep = (before: FreeEnergy, after: FreeEnergy, iteration: number) => void;

/** Runs EM for a while on each of `problems` random data sets and starts. */
export function followRandomProblems(
  problems: number,
  dials: MixtureDials,
  assign: typeof assignSoftly,
  see: SeeHalfStep,
): void {
  const random = createRandom(11);
  for (let problem = 0; problem < problems; problem++) {
    const { ws, values } = workspaceOf(randomProblem(random), dials);
    let before = freeEnergyAt(ws, values);
    for (let iteration = 0; iteration < 12; iteration++) {
      assign(ws.responsibilities);
      const between = measure(ws);
      see(before, between, iteration);
      maximiseMixture(ws, values, dials);
      before = freeEnergyAt(ws, values);
      see(between, before, iteration);
    }
  }
}

/** Relative to the log-likelihood, what may be lost to rounding. */
const SLACK = 1e-9;

/** Half-steps that lower the log-likelihood or the free energy, or leave a gap that is not the KL. */
export function countViolations(
  problems: number,
  dials: MixtureDials,
  assign: typeof assignSoftly,
): number {
  let violations = 0;
  followRandomProblems(problems, dials, assign, (before, after) => {
    const slack = SLACK * Math.abs(before.logLikelihood);
    const holds =
      after.logLikelihood >= before.logLikelihood - slack &&
      freeEnergy(after) >= freeEnergy(before) - slack &&
      freeEnergy(after) <= after.logLikelihood + slack &&
      Math.abs(after.logLikelihood - freeEnergy(after) - after.klGap) <= slack + SLACK;
    if (!holds) violations += 1;
  });
  return violations;
}
