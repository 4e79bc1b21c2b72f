/** How far the numerical core is from the golden numbers of the independent reference. */

import { createDirichlet } from '../src/distributions/dirichlet.ts';
import dirichletGolden from '../src/distributions/golden/dirichlet.json' with { type: 'json' };
import mniwGolden from '../src/distributions/golden/matrixNormalInverseWishart.json' with {
  type: 'json',
};
import niwGolden from '../src/distributions/golden/normalInverseWishart.json' with { type: 'json' };
import { createLinearDynamicsFamily } from '../src/distributions/linearDynamics.ts';
import { createMatrixNormalInverseWishart } from '../src/distributions/matrixNormalInverseWishart.ts';
import { blockAt, createMixtureFamily } from '../src/distributions/mixture.ts';
import { createNormalInverseWishart } from '../src/distributions/normalInverseWishart.ts';
import { linearDynamicsBackward } from '../src/inference/kalman/backward.ts';
import {
  collectStatistics,
  kalmanFilter,
  kalmanSmoother,
} from '../src/inference/kalman/forward.ts';
import ldsGolden from '../src/inference/kalman/golden/lds.json' with { type: 'json' };
import { createLdsWorkspace } from '../src/inference/kalman/workspace.ts';
import { meanFieldBackward } from '../src/inference/meanField/backward.ts';
import mixtureGolden from '../src/inference/meanField/golden/gmm.json' with { type: 'json' };
import { meanField } from '../src/inference/meanField/mixture.ts';
import { createMeanFieldWorkspace } from '../src/inference/meanField/workspace.ts';
import { lower, type Measurement } from './figures.ts';

/** Below this size an error counts as absolute: a value near 0 has no digits to get right. */
const FLOOR = 1e-3;

/** Collects the largest relative error. */
class Comparison {
  worst = 0;
  count = 0;

  of(actual: ArrayLike<number>, expected: readonly number[]): void {
    expected.forEach((value, i) => {
      const error = Math.abs(actual[i] - value) / Math.max(FLOOR, Math.abs(value));
      this.worst = Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(this.worst, error);
      this.count += 1;
    });
  }
}

export function measureGolden(): Measurement {
  const values = new Comparison();
  const gradients = new Comparison();
  for (const golden of dirichletGolden) compareDirichlet(golden, values);
  for (const golden of niwGolden) compareNormalInverseWishart(golden, values);
  for (const golden of mniwGolden) compareMatrixNormalInverseWishart(golden, values);
  for (const golden of mixtureGolden) compareMixture(golden, values, gradients);
  for (const golden of ldsGolden) compareDynamics(golden, values, gradients);
  const figure = (name: string, { worst }: Comparison, bar: number, text: string) => ({
    name,
    atLeast: lower(bar, text),
    aim: null,
    value: worst,
    measured: worst.toExponential(1),
  });
  return {
    figures: [
      figure('golden numbers: values, largest relative error', values, 1e-8, '1e-8'),
      figure('golden numbers: gradients, largest relative error', gradients, 1e-6, '1e-6'),
    ],
    run: `${values.count} values, ${gradients.count} gradients, Node`,
    notes: [
      `Golden numbers: ${values.count} values (Dirichlet, normal-inverse-Wishart and matrix-normal-inverse-Wishart, mean field, Kalman smoother), ${gradients.count} gradients through the fixed point and the smoother; relative to the larger of the value and ${FLOOR}.`,
    ],
  };
}

function compareDirichlet(golden: (typeof dirichletGolden)[number], values: Comparison): void {
  const family = createDirichlet(golden.alpha.length);
  const natural = Float64Array.from(golden.alpha);
  const expected = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, expected, 0);
  values.of(expected, golden.expectedLog);
  values.of([family.logNormaliser(natural, 0)], [golden.logZ]);
  const other = Float64Array.from(golden.alphaOther);
  values.of([family.kl(natural, 0, other, 0)], [golden.klToOther]);
}

function compareNormalInverseWishart(
  { p, q, other, expected, klToOther }: (typeof niwGolden)[number],
  values: Comparison,
): void {
  const family = createNormalInverseWishart(p);
  const { linear, quadratic, degrees } = family.layout;
  const [natural, naturalOther] = [q, other].map((standard) => {
    const eta = new Float64Array(family.length);
    family.fromStandard({ ...standard, psi: standard.Psi.flat() }, eta, 0);
    return eta;
  });
  const out = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, out, 0);
  values.of([-2 * out[0], -2 * out[degrees]], [expected.meanPrecisionMean, expected.logDetCov]);
  values.of(out.subarray(linear, quadratic), expected.precisionMean);
  values.of(
    out.subarray(quadratic, degrees).map((value) => -2 * value),
    expected.precision.flat(),
  );
  values.of([family.kl(natural, 0, naturalOther, 0)], [klToOther]);
}

function compareMatrixNormalInverseWishart(
  { n, q, other, expected, klToOther }: (typeof mniwGolden)[number],
  values: Comparison,
): void {
  const family = createMatrixNormalInverseWishart(n);
  const { past, cross, next, degrees } = family.layout;
  const [natural, naturalOther] = [q, other].map(({ M, K, Psi, nu }) => {
    const eta = new Float64Array(family.length);
    const standard = { transition: M.flat(), columns: K.flat(), psi: Psi.flat(), nu };
    family.fromStandard(standard, eta, 0);
    return eta;
  });
  const out = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, out, 0);
  const twice = out.map((value) => -2 * value);
  values.of(twice.subarray(past), expected.transitionQuadratic.flat());
  values.of(out.subarray(cross), expected.noisePrecisionTransition.flat());
  values.of(twice.subarray(next), expected.noisePrecision.flat());
  values.of(twice.subarray(degrees), [expected.logDetNoise]);
  values.of([family.kl(natural, 0, naturalOther, 0)], [klToOther]);
}

function compareDynamics(
  { T: steps, d, inputs, lossWeights, gradients: want, ...golden }: (typeof ldsGolden)[number],
  values: Comparison,
  gradients: Comparison,
): void {
  const workspace = createLdsWorkspace(createLinearDynamicsFamily(d).layout, steps);
  for (const name of ['J0', 'h0', 'J11', 'J12', 'J22'] as const)
    workspace.chain[name].set([inputs[name]].flat(2));
  const input = {
    windows: 1,
    steps,
    precision: Float64Array.from(inputs.nodePrecision.flat()),
    linear: Float64Array.from(inputs.nodeLinear.flat()),
  };
  kalmanFilter(workspace, input);
  kalmanSmoother(workspace, input);
  collectStatistics(workspace, input);
  values.of(workspace.logZ, [golden.logZ]);
  values.of(workspace.means, golden.mean.flat());
  values.of(workspace.covariances, golden.cov.flat(2));
  values.of(workspace.crossCovariances, (golden.crossCov as number[][][]).flat(2));

  const dCrossCovariances = new Float64Array(steps * d * d);
  dCrossCovariances.set((lossWeights.crossCov as number[][][]).flat(2));
  const atMoments = {
    dMeans: Float64Array.from(lossWeights.mean.flat()),
    dCovariances: Float64Array.from(lossWeights.cov.flat(2)),
    dCrossCovariances,
  };
  const out = {
    dPrecision: new Float64Array(steps * d),
    dLinear: new Float64Array(steps * d),
    dExpected: new Float64Array(workspace.layout.length),
  };
  const loss = { atSamples: null, atMoments, dLogZ: lossWeights.logZ, dLocalKl: 0 };
  linearDynamicsBackward(workspace, input, loss, out);
  gradients.of(out.dPrecision, want.nodePrecision.flat());
  gradients.of(out.dLinear, want.nodeLinear.flat());
}

function compareMixture(
  golden: (typeof mixtureGolden)[number],
  values: Comparison,
  gradients: Comparison,
): void {
  const { N, K, p, globals, nodePrecision, nodeLinear, lossWeights } = golden;
  const family = createMixtureFamily(K, p);
  const component = createNormalInverseWishart(p);
  const natural = new Float64Array(family.length);
  natural.set(globals.alpha);
  globals.components.forEach((standard, k) => {
    const at = blockAt(family.layout, k);
    component.fromStandard({ ...standard, psi: standard.Psi.flat() }, natural, at);
  });
  const expected = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, expected, 0);
  const workspace = createMeanFieldWorkspace(family.layout, N);
  const input = {
    rowCount: N,
    precision: Float64Array.from(nodePrecision.flat()),
    linear: Float64Array.from(nodeLinear.flat()),
    expected,
    warmStart: null,
    tolerance: 1e-14,
    maxSweeps: 5000,
  };
  meanField(workspace, input);
  values.of(workspace.responsibilities, golden.responsibilities.flat());
  values.of(workspace.means, golden.mean.flat());
  values.of(workspace.covariances, golden.cov.flat(2));
  values.of(workspace.localKl, golden.localKl);

  const out = {
    dPrecision: new Float64Array(N * p),
    dLinear: new Float64Array(N * p),
    dExpected: new Float64Array(expected.length),
  };
  const loss = {
    dMeans: Float64Array.from(lossWeights.mean.flat()),
    dCovariances: Float64Array.from(lossWeights.cov.flat(2)),
    atSamples: null,
    dLocalKl: lossWeights.localKl,
  };
  meanFieldBackward(workspace, input, loss, out);
  gradients.of(out.dPrecision, golden.gradients.nodePrecision.flat());
  gradients.of(out.dLinear, golden.gradients.nodeLinear.flat());
}
