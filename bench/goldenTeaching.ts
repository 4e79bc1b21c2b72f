/** How far divergences, mean field, enumeration, gradient estimators and bounds are from golden numbers. */
import { gaussianDensity, makeDensity } from '../src/inference/divergences/density.ts';
import {
  gaussianAlphaDivergence,
  gaussianKl,
  measureDivergences,
} from '../src/inference/divergences/divergences.ts';
import { momentMatch } from '../src/inference/divergences/fit.ts';
import type gaussiansGolden from '../src/inference/divergences/golden/gaussians.json';
import type fitsGolden from '../src/inference/divergences/golden/mixtures.json';
import { stationaryPoints } from '../src/inference/divergences/landscape.ts';
import { bestBaseline } from '../src/inference/estimators/bestBaseline.ts';
import { coinMoments } from '../src/inference/estimators/coinMoments.ts';
import type { ScoreMoments } from '../src/inference/estimators/estimator.ts';
import { gaussianMoments } from '../src/inference/estimators/gaussianMoments.ts';
import type coinsGolden from '../src/inference/estimators/golden/coins.json';
import type estimatorsGolden from '../src/inference/estimators/golden/estimators.json';
import { bump, cosine, type Integrand, quadratic } from '../src/inference/estimators/integrands.ts';
import { meanBaseline } from '../src/inference/estimators/meanBaseline.ts';
import { pathwise } from '../src/inference/estimators/pathwise.ts';
import { scoreFunction } from '../src/inference/estimators/scoreFunction.ts';
import { annealingGap } from '../src/inference/importanceWeighting/annealing.ts';
import {
  importanceWeightedBound,
  weightTransform,
} from '../src/inference/importanceWeighting/exactBound.ts';
import type aisGolden from '../src/inference/importanceWeighting/golden/ais.json';
import type iwaeGolden from '../src/inference/importanceWeighting/golden/iwae.json';
import {
  elboOf,
  limitOfScaledGap,
  logEvidence,
  secondMomentOfWeights,
} from '../src/inference/importanceWeighting/linearGaussianDatum.ts';
import { exactEvidence } from '../src/inference/topics/bound.ts';
import { bestFit, corpusOf } from '../src/inference/topics/corpora.fixture.ts';
import { tokensIn } from '../src/inference/topics/corpus.ts';
import type ldaGolden from '../src/inference/topics/golden/lda.json';
import {
  contractionPerSweep,
  factorisedFits,
  makeGaussianTarget,
} from '../src/inference/variational/gaussianMeanField.ts';
import type meanFieldGaussianGolden from '../src/inference/variational/golden/meanFieldGaussian.json';
import type networksGolden from '../src/inference/variational/golden/networks.json';
import type normalGammaGolden from '../src/inference/variational/golden/normalGamma.json';
import type spinsGolden from '../src/inference/variational/golden/spins.json';
import { enumerate } from '../src/inference/variational/network/enumeration.ts';
import {
  convergeMeanField,
  createNetworkMeanField,
  networkBound,
} from '../src/inference/variational/network/meanField.ts';
import {
  makeNetwork,
  type NetworkNode,
  noEvidence,
} from '../src/inference/variational/network/network.ts';
import { spinFixedPoint } from '../src/inference/variational/network/spins.ts';
import {
  exactNormalGamma,
  makeNormalGammaTarget,
  normalGammaElbo,
  normalGammaOptimum,
} from '../src/inference/variational/normalGamma.ts';
import { createRandom } from '../src/math/random.ts';
import type { Comparisons } from './comparison.ts';

const EXACT = 'closed forms and enumeration';
const QUADRATURE = 'quadrature and optima';

export function compareGaussians(
  { p, q, alpha, ...golden }: (typeof gaussiansGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: quadrature }: Comparisons,
): void {
  exact.of(
    [gaussianKl(p.mean, p.sd, q.mean, q.sd), gaussianKl(q.mean, q.sd, p.mean, p.sd)],
    [golden.klPQ, golden.klQP],
  );
  const [densityP, densityQ] = [p, q].map(({ mean, sd }) => gaussianDensity(mean, sd));
  const measured = measureDivergences(densityP, densityQ, 0);
  quadrature.of(
    [measured.forward, measured.reverse, measured.jensenShannon, measured.totalVariation],
    [golden.klPQ, golden.klQP, golden.jensenShannon, golden.totalVariation],
  );
  for (const { alpha: a, divergence } of alpha) {
    quadrature.of([gaussianAlphaDivergence(a, p.mean, p.sd, q.mean, q.sd)], [divergence]);
    // Beyond the two KLs there is the closed form alone.
    if (Math.abs(a) <= 1)
      quadrature.of([measureDivergences(densityP, densityQ, a).alpha], [divergence]);
  }
}

/** Every golden optimum of KL(q || p) is compared with the nearest minimum that is found. */
export function compareFits(
  { weights, means, sds, forward, reverse }: (typeof fitsGolden)[number],
  { [QUADRATURE]: quadrature }: Comparisons,
): void {
  const p = makeDensity({ kind: 'mixture', weights, means, sds });
  const matched = momentMatch(p);
  quadrature.of([matched.mean, matched.sd, matched.value], [forward.mean, forward.sd, forward.kl]);
  const minima = stationaryPoints(p, -1).filter(({ kind }) => kind === 'minimum');
  for (const optimum of reverse) {
    const apart = ({ mean, sd }: { mean: number; sd: number }) =>
      Math.hypot((mean - optimum.mean) / optimum.sd, Math.log(sd / optimum.sd));
    const [nearest] = [...minima].sort((a, b) => apart(a) - apart(b));
    quadrature.of(
      [nearest.mean, nearest.sd, nearest.value],
      [optimum.mean, optimum.sd, optimum.kl],
    );
  }
}

export function compareNormalGamma(
  { data, prior, exact, meanField }: (typeof normalGammaGolden)[number],
  { [EXACT]: values }: Comparisons,
): void {
  const target = makeNormalGammaTarget(data, prior);
  const found = exactNormalGamma(target);
  values.of(
    [found.mean, found.meanVariance, found.shape, found.rate, found.logEvidence],
    [exact.mean, exact.meanVariance ?? Infinity, exact.shape, exact.rate, exact.logEvidence],
  );
  const q = normalGammaOptimum(target);
  values.of(
    [q.mean, q.variance, q.shape, q.rate, normalGammaElbo(target, q)],
    [meanField.mean, meanField.meanVariance, meanField.shape, meanField.rate, meanField.elbo],
  );
}

export function compareMeanFieldGaussian(
  golden: (typeof meanFieldGaussianGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: optima }: Comparisons,
): void {
  const d = golden.precision.length;
  const target = makeGaussianTarget(new Float64Array(d), golden.precision.flat());
  if ('ok' in target) throw new Error(`The ${target.what} is ${target.value}.`);
  const fits = factorisedFits(target);
  exact.of(target.covariance, golden.covariance.flat());
  exact.of(fits.reverseVariances, golden.meanFieldVariance);
  exact.of([fits.reverse], [golden.gap]);
  optima.of([contractionPerSweep(target)], [golden.contractionPerSweep]);
}

export function compareNetworks(
  golden: (typeof networksGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: optima }: Comparisons,
): void {
  const network = makeNetwork(binaryNodes(golden));
  const evidence = noEvidence(network);
  for (const [node, state] of Object.entries(golden.evidence)) evidence[Number(node)] = state;
  const yes = (i: number) => network.offsets[i] + 1;
  const posterior = enumerate(network, evidence);
  if (!posterior) throw new Error('too many hidden nodes to enumerate');
  exact.of([posterior.logEvidence], [golden.logEvidence]);
  exact.of(
    golden.hidden.map((i) => posterior.marginals[yes(i)]),
    golden.marginals,
  );
  for (const { start, marginals, elbo } of golden.meanField) {
    const field = createNetworkMeanField(network, evidence);
    golden.hidden.forEach((i, h) => {
      field.marginals.set([1 - start[h], start[h]], network.offsets[i]);
    });
    convergeMeanField(field);
    optima.of(
      golden.hidden.map((i) => field.marginals[yes(i)]),
      marginals,
    );
    optima.of([networkBound(field).elbo], [elbo]);
  }
}

/** Nodes with the states 0 and 1; a table's keys are the digits of the parents' states. */
function binaryNodes({
  parents,
  table,
}: Pick<(typeof networksGolden)[number], 'parents' | 'table'>): NetworkNode[] {
  return parents.map((own, i) => ({
    name: String(i),
    states: ['0', '1'],
    parents: own,
    table: Array.from({ length: 2 ** own.length }, (_, row) => {
      const key = own.length > 0 ? row.toString(2).padStart(own.length, '0') : '';
      const one = (table[i] as Readonly<Record<string, number>>)[key];
      return [1 - one, one];
    }).flat(),
  }));
}

export function compareSpins(
  { coupling, magnetisation, elbo, logZ }: (typeof spinsGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: optima }: Comparisons,
): void {
  const found = spinFixedPoint(coupling);
  exact.of([found.logZ], [logZ]);
  optima.of([found.magnetisation, found.elbo], [Math.abs(magnetisation), elbo]);
}

const FUNCTIONS: Readonly<Record<string, (k: number) => Integrand>> = { quadratic, cosine, bump };

/** Of the quadratic they are closed forms, of the others integrals. */
export function compareEstimators(
  { function: name, k, mu, sigma, byParameter }: (typeof estimatorsGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: quadrature }: Comparisons,
): void {
  const f = FUNCTIONS[name];
  if (!f) throw new Error(`"${name}" is none of ${Object.keys(FUNCTIONS).join(', ')}`);
  const comparison = name === 'quadratic' ? exact : quadrature;
  for (const parameter of ['mean', 'sd'] as const) {
    const moments = gaussianMoments({ mean: mu, sd: sigma }, f(k), parameter, 1);
    const golden = byParameter[parameter];
    comparison.of(
      [...scoresOf(moments), pathwise.exact(moments, 1).variance],
      [golden.gradient, golden.score, golden.meanBaseline, golden.bestBaseline, golden.pathwise],
    );
  }
}

export function compareCoins(
  { theta, c, gradient, score, ...golden }: (typeof coinsGolden)[number],
  { [EXACT]: exact }: Comparisons,
): void {
  exact.of(scoresOf(coinMoments({ theta, temperature: 1 }, quadratic(c), 1)), [
    ...[gradient, score, golden.meanBaseline, golden.bestBaseline],
  ]);
}

/** The gradient, and the variances of the score function with its constant baselines. */
const scoresOf = (moments: ScoreMoments): number[] => [
  moments.gradient,
  ...[scoreFunction, meanBaseline, bestBaseline].map(
    (estimator) => estimator.exact(moments, 1).variance,
  ),
];

/** Bounds and evidence; of several topics, which have no order, no parameters. */
export function compareTopics(
  { documents, vocabulary, topics, alpha, eta, logEvidence, best }: (typeof ldaGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: optima }: Comparisons,
): void {
  const corpus = corpusOf(documents, vocabulary);
  const { bound, state } = bestFit(corpus, topics, { alpha, eta }, createRandom(0), 20);
  // With one topic there is nothing to search for.
  const values = topics === 1 ? exact : optima;
  values.of([bound.total, Math.exp(-bound.total / tokensIn(corpus))], [best.elbo, best.perplexity]);
  const evidence = exactEvidence(corpus, new Float64Array(topics).fill(alpha), eta);
  if (logEvidence !== null && evidence !== null) exact.of([evidence], [logEvidence]);
  if (topics === 1) {
    exact.of(state.lambda, best.lambda_[0]);
    exact.of(
      state.gamma,
      best.gamma.map(([gamma]) => gamma),
    );
  }
}

/** A second moment that does not exist is null in the file. */
export function compareImportanceWeighting(
  { x, q, ...golden }: (typeof iwaeGolden)[number],
  { [EXACT]: exact, [QUADRATURE]: quadrature }: Comparisons,
): void {
  const datum = { x, priorMean: 0, q };
  exact.of(
    [
      ...[logEvidence(datum), elboOf(datum)],
      ...[secondMomentOfWeights(datum), limitOfScaledGap(datum)],
    ],
    [
      ...[golden.logEvidence, golden.elbo],
      ...[golden.secondMomentOfWeights ?? Infinity, golden.limitOfKTimesGap ?? Infinity],
    ],
  );
  quadrature.of([importanceWeightedBound(weightTransform(datum), 2)], [golden.twoSamples]);
}

export function compareAnnealing(
  { target, temperatures, gap }: (typeof aisGolden)[number],
  { [EXACT]: exact }: Comparisons,
): void {
  exact.of([annealingGap({ mean: 0, sd: 1 }, target, temperatures)], [gap]);
}
