import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import {
  evaluateMixture,
  type MixtureDials,
  type MixtureWorkspace,
  maximiseMixture,
} from './gaussianMixture.ts';
import {
  countViolations,
  FULL,
  followRandomProblems,
  freeEnergy,
  freeEnergyAt,
  K_MEANS,
  measure,
  SOFT,
  threeClusters,
  workspaceOf,
} from './mixtureProblems.fixture.ts';
import {
  type ReferenceMixture,
  referenceExpectation,
  referenceKl,
  referenceLogLikelihood,
  referenceMaximisation,
} from './mixtureReference.fixture.ts';
import { assignHard, assignSoftly } from './responsibilities.ts';

function nested(flat: ArrayLike<number>, columns: number): number[][] {
  return Array.from({ length: flat.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => flat[row * columns + column]),
  );
}

describe('the full mixture', () => {
  it('agrees with the formulas on paper to 1e-8 after 50 iterations', () => {
    const problem = threeClusters(createRandom(5));
    const { points, start } = problem;
    const { ws, values } = workspaceOf(problem, FULL);
    let reference = start;
    for (let iteration = 0; iteration < 50; iteration++) {
      freeEnergyAt(ws, values);
      assignSoftly(ws.responsibilities);
      maximiseMixture(ws, values, FULL);
      reference = referenceMaximisation(points, referenceExpectation(points, reference));
    }
    const { logLikelihood } = freeEnergyAt(ws, values);
    const worst = (actual: ArrayLike<number>, expected: readonly number[]) =>
      Math.max(...expected.map((value, i) => Math.abs(value - actual[i])));
    expect(worst(ws.parameters.weights, reference.weights)).toBeLessThan(1e-8);
    expect(worst(ws.parameters.means, reference.means.flat())).toBeLessThan(1e-8);
    expect(worst(ws.parameters.covariances, reference.covariances.flat(2))).toBeLessThan(1e-8);
    expect(Math.abs(logLikelihood - referenceLogLikelihood(points, reference))).toBeLessThan(1e-8);
  });

  it('has the KL as its gap: nothing after an E-step, its definition after an M-step', () => {
    const problem = threeClusters(createRandom(6));
    const { points } = problem;
    const { ws, values } = workspaceOf(problem, FULL);
    freeEnergyAt(ws, values);
    for (let iteration = 0; iteration < 5; iteration++) {
      assignSoftly(ws.responsibilities);
      expect(measure(ws).klGap).toBe(0);
      maximiseMixture(ws, values, FULL);
      const now = freeEnergyAt(ws, values);
      const { weights, means, covariances } = ws.parameters;
      const mixture = {
        weights: [...weights],
        means: nested(means, 2),
        covariances: nested(covariances, 4).map((matrix) => nested(matrix, 2)),
      };
      const q = nested(ws.responsibilities.q, 3);
      expect(now.klGap).toBeGreaterThan(0);
      expect(now.klGap).toBeCloseTo(referenceKl(points, mixture, q), 9);
      expect(now.logLikelihood - freeEnergy(now)).toBeCloseTo(now.klGap, 9);
    }
  });
});

describe('on 1,000 random data sets and starts', () => {
  it.each([
    ['the full mixture', FULL],
    ['soft k-means', SOFT],
  ])(
    '%s never lowers the log-likelihood, and the free energy stays below it',
    (_, dials) => {
      expect(countViolations(1000, dials, assignSoftly)).toBe(0);
    },
    60_000,
  );

  it('k-means never lowers its free energy: of all q without doubt it takes the best', () => {
    let violations = 0;
    followRandomProblems(1000, K_MEANS, assignHard, (before, after, iteration) => {
      // The uniform q it comes from is full of doubt, so the first E-step may cost something.
      if (iteration === 0) return;
      const slack = 1e-9 * Math.abs(freeEnergy(before));
      if (!(freeEnergy(after) >= freeEnergy(before) - slack)) violations += 1;
      if (after.entropy !== 0 || !(after.klGap >= -1e-9)) violations += 1;
    });
    expect(violations).toBe(0);
  }, 60_000);
});

describe('k-means', () => {
  it('gives each point to the nearest mean, and each mean the centre of its points', () => {
    const problem = threeClusters(createRandom(7));
    const { points, start } = problem;
    const { ws, values } = workspaceOf(problem, K_MEANS);
    freeEnergyAt(ws, values);
    assignHard(ws.responsibilities);
    const distance = (x: number[], k: number) =>
      Math.hypot(x[0] - start.means[k][0], x[1] - start.means[k][1]);
    const nearest = points.map((x) =>
      [0, 1, 2].reduce((best, k) => (distance(x, k) < distance(x, best) ? k : best), 0),
    );
    expect(nested(ws.responsibilities.q, 3).map((row) => row.indexOf(1))).toEqual(nearest);
    maximiseMixture(ws, values, K_MEANS);
    const own = points.filter((_, n) => nearest[n] === 1);
    expect(ws.parameters.means[2]).toBeCloseTo(own.reduce((s, [x]) => s + x, 0) / own.length, 12);
    expect([...ws.parameters.weights]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

describe('trouble', () => {
  const start = (means: number[][]): ReferenceMixture => ({
    weights: means.map(() => 1 / means.length),
    means,
    covariances: means.map(() => [
      [1, 0],
      [0, 1],
    ]),
  });

  function run(points: number[][], means: number[][], dials: MixtureDials): MixtureWorkspace {
    const { ws, values } = workspaceOf({ points, start: start(means) }, dials);
    for (let iteration = 0; iteration < 30; iteration++) {
      const { logLikelihood, energy } = freeEnergyAt(ws, values);
      expect(Number.isFinite(logLikelihood)).toBe(true);
      expect(Number.isNaN(energy)).toBe(false);
      assignSoftly(ws.responsibilities);
      maximiseMixture(ws, values, dials);
    }
    freeEnergyAt(ws, values);
    for (const value of Object.values(ws.parameters).flatMap((array) => [...array]))
      expect(Number.isFinite(value)).toBe(true);
    return ws;
  }

  it('keeps a cluster on a single point as wide as the floor', () => {
    const points = [...Array.from({ length: 20 }, (_, i) => [i % 5, i / 5]), [500, 500]];
    const ws = run(
      points,
      [
        [2, 2],
        [500, 500],
      ],
      FULL,
    );
    expect([...ws.conditions.singular]).toEqual([0, 1]);
    [FULL.varianceFloor, 0, 0, FULL.varianceFloor].forEach((value, i) => {
      expect(ws.parameters.covariances[4 + i]).toBeCloseTo(value, 12);
    });
  });

  it('flattens a cluster on a line across the line alone', () => {
    const points = Array.from({ length: 30 }, (_, i) => [i, 2 * i]);
    const ws = run(points, [[10, 20]], FULL);
    expect([...ws.conditions.singular]).toEqual([1]);
    const [a, b, , c] = ws.parameters.covariances;
    const variance = points.reduce((sum, [x]) => sum + (x - 14.5) ** 2 / 30, 0);
    // Along (1, 2) / sqrt 5 the variance is 5 var(x), across it is the floor.
    expect((a + 4 * b + 4 * c) / 5).toBeCloseTo(5 * variance, 8);
    expect((4 * a - 4 * b + c) / 5).toBeCloseTo(FULL.varianceFloor, 8);
  });

  it('leaves a cluster nobody belongs to where it is', () => {
    const points = Array.from({ length: 20 }, (_, i) => [i % 5, i / 5]);
    const ws = run(
      points,
      [
        [2, 2],
        [1e4, 1e4],
      ],
      FULL,
    );
    expect([...ws.conditions.empty]).toEqual([0, 1]);
    expect([...ws.parameters.means.slice(2)]).toEqual([1e4, 1e4]);
    expect([...ws.parameters.weights]).toEqual([1, 0]);
  });

  it('shares identical points between identical clusters', () => {
    const points = Array.from({ length: 10 }, () => [3, 3]);
    const ws = run(
      points,
      [
        [3, 3],
        [3, 3],
      ],
      FULL,
    );
    expect([...ws.responsibilities.posterior.slice(0, 2)]).toEqual([0.5, 0.5]);
    expect([...ws.conditions.singular]).toEqual([1, 1]);
  });

  it('says which covariance is none', () => {
    const { ws, values } = workspaceOf(
      {
        points: [[0, 0]],
        start: start([
          [0, 0],
          [1, 1],
        ]),
      },
      FULL,
    );
    ws.parameters.covariances[4] = Number.NaN;
    expect(evaluateMixture(ws, values)).toMatchObject({ ok: false, index: 1, value: Number.NaN });
  });
});
