/** The bound under edits against importance sampling of everything, with densities written out here. */
import gammaln from '@stdlib/math-base-special-gammaln';
import { expect, it } from 'vitest';
import { meanField } from '../../../inference/meanField/mixture.ts';
import { createMeanFieldWorkspace } from '../../../inference/meanField/workspace.ts';
import { createRandom, type Random } from '../../../math/random.ts';
import type { SvaeGmmEdit } from '../edits.ts';
import { MixtureGlobals } from './globals.ts';

/** One latent dimension; the decoder is y = x + noise, so that the node potentials are exact. */
const PRIOR = { concentration: 0.8, scale: 3, strength: 2, meanStrength: 0.2 };
const GUESSES = [
  { mean: [-2], count: 6 },
  { mean: [1], count: 4 },
  { mean: [4], count: 2 },
];
const Y = [-1.5, 0.4, 1.1, 3.2];
const NOISE = 0.5;
const CLUSTERS = GUESSES.length;
const globals = new MixtureGlobals(CLUSTERS, 1, PRIOR);
const learned = globals.fromGuesses(GUESSES);

interface Cluster {
  alpha: number;
  mean: number;
  kappa: number;
  psi: number;
  nu: number;
}

const NU = 2 + PRIOR.strength;
const prior: Cluster = {
  alpha: PRIOR.concentration,
  mean: 0,
  kappa: PRIOR.meanStrength,
  psi: PRIOR.scale,
  nu: NU,
};
const posterior = (): Cluster[] =>
  GUESSES.map(({ mean: [mean], count }) => ({
    alpha: PRIOR.concentration + count,
    mean,
    kappa: PRIOR.meanStrength + count,
    psi: (PRIOR.scale * (NU + count)) / NU,
    nu: NU + count,
  }));

/** Local factors at their fixed point under the edits, and the bound with them. */
function bounded(edits: readonly SvaeGmmEdit[]) {
  const rows = Y.length;
  const ws = createMeanFieldWorkspace(globals.layout, rows);
  const expected = new Float64Array(globals.length);
  globals.expectedUnderEdits(learned, edits, expected);
  const precision = new Float64Array(rows).fill(1 / NOISE);
  const linear = Float64Array.from(Y, (y) => y / NOISE);
  const input = { rowCount: rows, precision, linear, expected, warmStart: null };
  expect(meanField(ws, { ...input, tolerance: 1e-9, maxSweeps: 1000 }).ok).toBe(true);
  const reconstruction = Y.reduce(
    (sum, y, n) =>
      sum -
      Math.log(2 * Math.PI * NOISE) / 2 -
      ((y - ws.means[n]) ** 2 + ws.covariances[n]) / (2 * NOISE),
    0,
  );
  const localKl = ws.localKl.reduce((sum, kl) => sum + kl, 0);
  return { ws, bound: reconstruction - localKl - globals.klUnderEdits(learned, edits) };
}

const logNormal = (x: number, mean: number, variance: number) =>
  -(Math.log(2 * Math.PI * variance) + (x - mean) ** 2 / variance) / 2;

function logDirichlet(weights: readonly number[], alphas: readonly number[]): number {
  const total = alphas.reduce((sum, alpha) => sum + alpha, 0);
  return alphas.reduce(
    (sum, alpha, k) => sum - gammaln(alpha) + (alpha - 1) * Math.log(weights[k]),
    gammaln(total),
  );
}

/** Of the mean and the variance, in one dimension. */
function logNormalInverseWishart(mean: number, variance: number, c: Cluster): number {
  const [a, b] = [c.nu / 2, c.psi / 2];
  const logVariance = a * Math.log(b) - gammaln(a) - (a + 1) * Math.log(variance) - b / variance;
  return logVariance + logNormal(mean, c.mean, variance / c.kappa);
}

/** Marsaglia and Tsang's gamma variate of rate 1. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = random.normal();
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random.uniform()) < (z * z) / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** log p(y, x, z, theta) - log q(x, z, theta) at draws of q, whose mean is the bound. */
function logWeights(q: readonly Cluster[], kept: readonly number[], edits: readonly SvaeGmmEdit[]) {
  const { ws } = bounded(edits);
  const random = createRandom(5);
  const alphas = kept.map((k) => q[k].alpha);
  return Array.from({ length: 40_000 }, () => {
    const draws = alphas.map((alpha) => gamma(random, alpha));
    const total = draws.reduce((sum, value) => sum + value, 0);
    const weights = draws.map((value) => value / total);
    let log =
      logDirichlet(
        weights,
        kept.map(() => prior.alpha),
      ) - logDirichlet(weights, alphas);
    const clusters = kept.map((k) => {
      const variance = q[k].psi / 2 / gamma(random, q[k].nu / 2);
      const mean = q[k].mean + Math.sqrt(variance / q[k].kappa) * random.normal();
      log += logNormalInverseWishart(mean, variance, prior);
      log -= logNormalInverseWishart(mean, variance, q[k]);
      return { mean, variance };
    });
    Y.forEach((y, n) => {
      const responsibilities = kept.map((k) => ws.responsibilities[n * CLUSTERS + k]);
      const u = random.uniform();
      let z = 0;
      for (let sum = responsibilities[0]; z < kept.length - 1 && u > sum; )
        sum += responsibilities[++z];
      const variance = ws.covariances[n];
      const x = ws.means[n] + Math.sqrt(variance) * random.normal();
      log += logNormal(y, x, NOISE) + logNormal(x, clusters[z].mean, clusters[z].variance);
      log +=
        Math.log(weights[z]) - Math.log(responsibilities[z]) - logNormal(x, ws.means[n], variance);
    });
    return log;
  });
}

it.each([
  { name: 'as learned', edits: [], change: () => undefined, kept: [0, 1, 2] },
  {
    name: 'with a cluster moved and another reshaped',
    edits: [
      { kind: 'moveCluster', cluster: 0, mean: [0.5] },
      { kind: 'reshapeCluster', cluster: 1, covariance: [2.5] },
    ],
    change: (q: Cluster[]) => {
      q[0].mean = 0.5;
      q[1].psi = 2.5 * q[1].nu;
    },
    kept: [0, 1, 2],
  },
  {
    name: 'with a cluster moved and another removed',
    edits: [
      { kind: 'moveCluster', cluster: 0, mean: [0.5] },
      { kind: 'removeCluster', cluster: 2 },
    ],
    change: (q: Cluster[]) => {
      q[0].mean = 0.5;
    },
    kept: [0, 1],
  },
  {
    name: 'with one cluster left',
    edits: [
      { kind: 'removeCluster', cluster: 0 },
      { kind: 'removeCluster', cluster: 2 },
    ],
    change: () => undefined,
    kept: [1],
  },
] satisfies { edits: SvaeGmmEdit[]; [rest: string]: unknown }[])(
  'is a bound of the evidence of the mixture $name',
  ({ edits, change, kept }) => {
    const q = posterior();
    change(q);
    const logs = logWeights(q, kept, edits);
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const spread = Math.sqrt(
      logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length ** 2,
    );
    const { bound } = bounded(edits);
    // The bound is the mean of the log-weights ...
    expect(Math.abs(mean - bound)).toBeLessThan(4 * spread);
    // ... and the evidence the logarithm of their mean.
    const most = Math.max(
      ...logs.slice(0, 10_000),
      ...logs.slice(10_000, 20_000),
      ...logs.slice(20_000),
    );
    const evidence =
      most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
    expect(evidence).toBeGreaterThan(bound);
  },
);
