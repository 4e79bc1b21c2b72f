import { describe, expect, it } from 'vitest';
import { blockAt } from '../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../distributions/normalInverseWishart.ts';
import { createRandom } from '../../math/random.ts';
import { digamma } from '../../math/specialFunctions.ts';
import { threeClusters } from './mixtureProblems.fixture.ts';
import { assignSoftly, type FreeEnergy, measureFreeEnergy } from './responsibilities.ts';
import {
  createVariationalWorkspace,
  evaluatePosterior,
  posteriorKl,
  updatePosterior,
  type VariationalWorkspace,
} from './variationalMixture.ts';

const D = 2;

interface Setup {
  readonly ws: VariationalWorkspace;
  readonly prior: Float64Array;
  readonly values: Float64Array;
}

/** K clusters that start at the first K points. */
function setUp(points: number[][], K: number, concentration: number): Setup {
  const ws = createVariationalWorkspace(points.length, K, D);
  const prior = new Float64Array(ws.family.length).fill(concentration, 0, K);
  const niw = createNormalInverseWishart(D);
  for (let k = 0; k < K; k++) {
    const at = blockAt(ws.family.layout, k);
    const guess = { kappa: 0.1, psi: [3, 0, 0, 3], nu: D + 2 };
    niw.fromStandard({ mean: [0, 0], ...guess }, prior, at);
    niw.fromStandard({ mean: points[k], ...guess, kappa: 1 }, ws.natural, at);
    ws.natural[k] = concentration + 1;
  }
  return { ws, prior, values: Float64Array.from(points.flat()) };
}

function boundOf({ ws, prior, values }: Setup): number {
  expect(evaluatePosterior(ws, values)).toEqual({ ok: true });
  const { energy, entropy } = measure(ws);
  return energy + entropy - posteriorKl(ws, prior);
}

function measure({ responsibilities }: VariationalWorkspace): FreeEnergy {
  return measureFreeEnergy(responsibilities, {
    logLikelihood: 0,
    energy: 0,
    entropy: 0,
    klGap: 0,
  });
}

describe('variational EM', () => {
  it('never lowers the bound, and starves clusters that are not needed', () => {
    const { points } = threeClusters(createRandom(3));
    const spread = points.map(([x, y]) => [3 * x, 3 * y]);
    const setup = setUp(spread, 8, 0.01);
    let before = boundOf(setup);
    for (let iteration = 0; iteration < 300; iteration++) {
      assignSoftly(setup.ws.responsibilities);
      const between = boundOf(setup);
      expect(between).toBeGreaterThanOrEqual(before - 1e-9 * Math.abs(before));
      updatePosterior(setup.ws, setup.prior, setup.values);
      before = boundOf(setup);
      expect(before).toBeGreaterThanOrEqual(between - 1e-9 * Math.abs(before));
    }
    const counts = setup.ws.natural.slice(0, 8).map((alpha) => alpha - 0.01);
    expect(counts.filter((count) => count > 1).length).toBeLessThanOrEqual(4);
    expect(counts.reduce((a, b) => a + b)).toBeCloseTo(points.length, 9);
  });

  it('is exact where the posterior is known: one cluster, whose bound is the evidence', () => {
    const { points } = threeClusters(createRandom(4));
    const setup = setUp(points, 1, 1);
    boundOf(setup);
    assignSoftly(setup.ws.responsibilities);
    updatePosterior(setup.ws, setup.prior, setup.values);
    const niw = createNormalInverseWishart(D);
    const at = blockAt(setup.ws.family.layout, 0);
    const evidence =
      niw.logNormaliser(setup.ws.natural, at) -
      niw.logNormaliser(setup.prior, at) -
      ((points.length * D) / 2) * Math.log(2 * Math.PI);
    expect(boundOf(setup)).toBeCloseTo(evidence, 8);
  });

  it('expects log-densities as the distributions do', () => {
    const { points } = threeClusters(createRandom(5));
    const setup = setUp(points, 2, 0.5);
    boundOf(setup);
    const { ws } = setup;
    const niw = createNormalInverseWishart(D);
    const out = new Float64Array(niw.length);
    niw.expectedStatistics(ws.natural, blockAt(ws.family.layout, 1), out, 0);
    const [x, y] = points[7];
    const statistics = [1, x, y, x * x, x * y, y * x, y * y, 1];
    const density = statistics.reduce((sum, t, i) => sum + t * out[i], -Math.log(2 * Math.PI));
    const logWeight = digamma(1.5) - digamma(3);
    expect(ws.responsibilities.logJoint[7 * 2 + 1]).toBeCloseTo(logWeight + density, 10);
  });

  it('says which cluster is not proper', () => {
    const { points } = threeClusters(createRandom(6));
    const { ws, values } = setUp(points, 2, 1);
    ws.natural[blockAt(ws.family.layout, 1)] = -1;
    expect(evaluatePosterior(ws, values)).toMatchObject({ ok: false, value: -1, index: 1 });
  });
});
