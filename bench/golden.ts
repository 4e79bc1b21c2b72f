/** How far the numerical core is from golden numbers: ours, or a file of the same form. */

import { readFileSync } from 'node:fs';
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
import gaussiansGolden from '../src/inference/divergences/golden/gaussians.json' with {
  type: 'json',
};
import fitsGolden from '../src/inference/divergences/golden/mixtures.json' with { type: 'json' };
import coinsGolden from '../src/inference/estimators/golden/coins.json' with { type: 'json' };
import estimatorsGolden from '../src/inference/estimators/golden/estimators.json' with {
  type: 'json',
};
import aisGolden from '../src/inference/importanceWeighting/golden/ais.json' with { type: 'json' };
import iwaeGolden from '../src/inference/importanceWeighting/golden/iwae.json' with {
  type: 'json',
};
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
import switchingGolden from '../src/inference/switchingLinearDynamics/golden/slds.json' with {
  type: 'json',
};
import ldaGolden from '../src/inference/topics/golden/lda.json' with { type: 'json' };
import meanFieldGaussianGolden from '../src/inference/variational/golden/meanFieldGaussian.json' with {
  type: 'json',
};
import networksGolden from '../src/inference/variational/golden/networks.json' with {
  type: 'json',
};
import normalGammaGolden from '../src/inference/variational/golden/normalGamma.json' with {
  type: 'json',
};
import spinsGolden from '../src/inference/variational/golden/spins.json' with { type: 'json' };
import { shortened } from '../src/settings/words.ts';
import { BARS, type Comparison, type Comparisons, FLOOR, newComparisons } from './comparison.ts';
import { lower, type Measurement } from './figures.ts';
import { compareSwitching } from './goldenSwitching.ts';
import * as teaching from './goldenTeaching.ts';

/** Compares one case with what the project computes. */
type Compare<Case> = (golden: Case, comparisons: Comparisons) => void;

interface Family {
  readonly ours: readonly unknown[];
  readonly compare: Compare<unknown>;
}

/** A file's cases are taken to be of the form of ours; one that is not fails by name. */
const family = <Case>(ours: readonly Case[], compare: Compare<Case>): Family => ({
  ours,
  compare: compare as Compare<unknown>,
});

/** By the names a file gives its cases. */
const FAMILIES: Readonly<Record<string, Family>> = {
  dirichlet: family(dirichletGolden, compareDirichlet),
  niw: family(niwGolden, compareNormalInverseWishart),
  mniw: family(mniwGolden, compareMatrixNormalInverseWishart),
  lds: family(ldsGolden, compareDynamics),
  gmm: family(mixtureGolden, compareMixture),
  slds: family(switchingGolden, compareSwitching),
  gaussians: family(gaussiansGolden, teaching.compareGaussians),
  mixtures: family(fitsGolden, teaching.compareFits),
  normalGamma: family(normalGammaGolden, teaching.compareNormalGamma),
  meanFieldGaussian: family(meanFieldGaussianGolden, teaching.compareMeanFieldGaussian),
  networks: family(networksGolden, teaching.compareNetworks),
  spins: family(spinsGolden, teaching.compareSpins),
  estimators: family(estimatorsGolden, teaching.compareEstimators),
  coins: family(coinsGolden, teaching.compareCoins),
  iwae: family(iwaeGolden, teaching.compareImportanceWeighting),
  ais: family(aisGolden, teaching.compareAnnealing),

  lda: family(ldaGolden, teaching.compareTopics),
};

/**
 * @param reference a JSON file with lists of cases under the names above; our own cases without it
 * @throws Error that names the file and what is not as expected in it
 */
export function measureGolden(reference?: string): Measurement {
  const cases = reference === undefined ? ourCases() : readCases(reference);
  const all = newComparisons();
  const notes: string[] = [];
  for (const [name, list] of Object.entries(cases)) {
    const known = FAMILIES[name];
    if (!known) {
      notes.push(`Not compared: "${shortened(name)}" is none of ${quoted(FAMILIES)}.`);
      continue;
    }
    const own = newComparisons();
    list.forEach((golden, i) => {
      try {
        known.compare(golden, own);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Case ${i} of "${name}" could not be compared: ${reason}`);
      }
    });
    const errors = used(own).map(([kind, comparison]) => `${kind} ${inWords(comparison)}`);
    notes.push(`${name}: ${list.length} cases, ${errors.join(', ')}`);
    for (const [kind, comparison] of used(own)) all[kind].include(comparison);
  }
  if (used(all).length === 0)
    throw new Error(`${reference} holds no golden numbers: expected ${quoted(FAMILIES)}.`);
  return {
    figures: used(all).map(([kind, { worst }]) => ({
      name: `golden numbers: ${kind}, largest relative error`,
      atLeast: lower(BARS[kind], BARS[kind].toExponential(0)),
      aim: null,
      value: worst,
      measured: worst.toExponential(1),
    })),
    run: `${used(all)
      .map(([kind, { count }]) => `${count} ${kind}`)
      .join(', ')}, Node`,
    notes: [
      `Golden numbers of ${reference ?? 'the project'}; errors are relative to the larger of the value and ${FLOOR}.`,
      ...notes,
    ],
  };
}

/** The comparisons in which something was compared. */
const used = (comparisons: Comparisons) =>
  (Object.keys(BARS) as (keyof typeof BARS)[])
    .map((kind) => [kind, comparisons[kind]] as const)
    .filter(([, { count }]) => count > 0);

const inWords = ({ worst, count }: Comparison) => `${worst.toExponential(1)} (${count})`;

const quoted = (names: object) =>
  Object.keys(names)
    .map((name) => `"${name}"`)
    .join(', ');

function ourCases(): Record<string, readonly unknown[]> {
  return Object.fromEntries(Object.entries(FAMILIES).map(([name, { ours }]) => [name, ours]));
}

function readCases(file: string): Record<string, readonly unknown[]> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(
      `${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Error(
      `${file} must hold an object with lists of cases, such as ${quoted(FAMILIES)}.`,
    );
  for (const [name, list] of Object.entries(content))
    if (!Array.isArray(list))
      throw new Error(`"${shortened(name)}" in ${file} must be a list of cases.`);
  return content as Record<string, readonly unknown[]>;
}

function compareDirichlet(golden: (typeof dirichletGolden)[number], { values }: Comparisons): void {
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
  { values }: Comparisons,
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
  { values }: Comparisons,
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
  { values, gradients }: Comparisons,
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
  // From E[t(theta)] back to the potentials between latents, which the golden numbers speak of.
  const { initialAt, initial, transitionAt, transition } = workspace.layout;
  const block = (at: number, length: number, scale: number) =>
    out.dExpected.subarray(at, at + length).map((value) => scale * value);
  gradients.of(block(initialAt + initial.quadratic, d * d, -0.5), symmetrised(want.J0));
  gradients.of(block(initialAt + initial.linear, d, 1), want.h0);
  gradients.of(block(transitionAt + transition.past, d * d, -0.5), symmetrised(want.J11));
  gradients.of(block(transitionAt + transition.next, d * d, -0.5), symmetrised(want.J22));
  const cross = block(transitionAt + transition.cross, d * d, -1);
  gradients.of(
    cross.map((_, entry) => cross[(entry % d) * d + Math.floor(entry / d)]),
    want.J12.flat(),
  );
}

/** A gradient towards a symmetric matrix counts up to its antisymmetric part, which moves nothing. */
function symmetrised(matrix: readonly (readonly number[])[]): number[] {
  return matrix.flatMap((row, i) => row.map((value, j) => (value + matrix[j][i]) / 2));
}

function compareMixture(
  golden: (typeof mixtureGolden)[number],
  { values, gradients }: Comparisons,
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
  const { niw } = workspace.layout;
  golden.niwStats.sumR.forEach((sum, k) => {
    const block = blockAt(workspace.layout, k);
    const statistics = workspace.statistics.subarray(block);
    values.of([statistics[niw.count], statistics[niw.degrees]], [sum, sum]);
    values.of(statistics.subarray(niw.linear, niw.quadratic), golden.niwStats.sumRx[k]);
    values.of(statistics.subarray(niw.quadratic, niw.degrees), golden.niwStats.sumRxx[k].flat());
  });

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
