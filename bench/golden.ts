/** How far the numerical core is from the golden numbers of the independent reference. */

import { createDirichlet } from '../src/distributions/dirichlet.ts';
import dirichletGolden from '../src/distributions/golden/dirichlet.json' with { type: 'json' };
import niwGolden from '../src/distributions/golden/normalInverseWishart.json' with { type: 'json' };
import { blockAt, createMixtureFamily } from '../src/distributions/mixture.ts';
import { createNormalInverseWishart } from '../src/distributions/normalInverseWishart.ts';
import mixtureGolden from '../src/inference/golden/gmm.json' with { type: 'json' };
import { meanField } from '../src/inference/meanFieldMixture.ts';
import { meanFieldBackward } from '../src/inference/meanFieldMixtureBackward.ts';
import { createMeanFieldWorkspace } from '../src/inference/meanFieldWorkspace.ts';
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
  for (const golden of mixtureGolden) compareMixture(golden, values, gradients);
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
    notes: [
      `Golden numbers: ${values.count} values (Dirichlet, normal-inverse-Wishart, mean field), ${gradients.count} gradients through the fixed point; relative to the larger of the value and ${FLOOR}.`,
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
