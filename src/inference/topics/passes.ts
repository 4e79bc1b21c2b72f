/**
 * Coordinate ascent for latent Dirichlet allocation (Proposition 20 of the notes), over sparse counts
 * and in memory made once. Batch and stochastic variational inference are one path: documents are
 * visited, then topics move the fraction rho of the way to what the visited documents ask for.
 */
import { expDigamma } from '../../math/expDigamma.ts';
import { type Bags, type Corpus, documentsIn, tableCount } from './corpus.ts';
import { NO_TOPIC, type TopicState } from './state.ts';

/** When the update of a document has come far enough. */
export interface DocumentLimits {
  readonly sweeps: number;
  /** Mean change of gamma over the topics, in words. */
  readonly tolerance: number;
}

/** Few sweeps: shares and topics come to rest together. */
const PASS_LIMITS: DocumentLimits = { sweeps: 3, tolerance: 1e-3 };

/** K topics, V words, T tables. */
export interface TopicWorkspace {
  /** V x K: exp E[log beta_kv]; 0 where a pinned word may not come from topic k. */
  readonly expTopics: Float64Array;
  /** V x K: expected counts of the documents visited since the topics last moved. */
  readonly statistics: Float64Array;
  /** K x T: sums of lambda. */
  readonly sums: Float64Array;
  /** K each: of the document at work. */
  readonly expShares: Float64Array;
  readonly asked: Float64Array;
}

export function createTopicWorkspace(corpus: Corpus, topics: number): TopicWorkspace {
  const V = corpus.vocabulary.length;
  return {
    expTopics: new Float64Array(V * topics),
    statistics: new Float64Array(V * topics),
    sums: new Float64Array(topics * tableCount(corpus)),
    expShares: new Float64Array(topics),
    asked: new Float64Array(topics),
  };
}

/** Brings the workspace up to date with lambda and the pins. */
export function refreshTopics(ws: TopicWorkspace, corpus: Corpus, state: TopicState): void {
  const { expTopics, sums } = ws;
  const { topics: K, lambda, pins } = state;
  const { tables } = corpus;
  const V = corpus.vocabulary.length;
  const T = sums.length / K;
  sums.fill(0);
  for (let k = 0; k < K; k++)
    for (let v = 0; v < V; v++) sums[k * T + (tables ? tables[v] : 0)] += lambda[k * V + v];
  const expSums = sums.map(expDigamma);
  for (let v = 0; v < V; v++) {
    const table = tables ? tables[v] : 0;
    const pin = pins[v];
    for (let k = 0; k < K; k++)
      expTopics[v * K + k] =
        pin === NO_TOPIC || pin === k ? expDigamma(lambda[k * V + v]) / expSums[k * T + table] : 0;
  }
}

/**
 * Updates gamma of one document, phi and gamma alternating, until it has come to rest. Every sweep
 * raises the bound.
 *
 * @param gamma holds K numbers of the document from `place` on, which it goes on from
 * @returns sweeps taken
 */
export function fitDocument(
  ws: TopicWorkspace,
  { starts, words, counts }: Bags,
  d: number,
  gamma: Float64Array,
  place: number,
  alpha: Float64Array,
  limits: DocumentLimits,
): number {
  const { expTopics, expShares, asked } = ws;
  const K = alpha.length;
  const from = starts[d];
  const to = starts[d + 1];
  const enough = limits.tolerance * K;
  for (let sweep = 1; ; sweep++) {
    for (let k = 0; k < K; k++) {
      expShares[k] = expDigamma(gamma[place + k]);
      asked[k] = 0;
    }
    for (let at = from; at < to; at++) {
      const row = words[at] * K;
      let sum = 0;
      for (let k = 0; k < K; k++) sum += expShares[k] * expTopics[row + k];
      const weight = counts[at] / sum;
      for (let k = 0; k < K; k++) asked[k] += weight * expTopics[row + k];
    }
    let change = 0;
    for (let k = 0; k < K; k++) {
      const next = alpha[k] + expShares[k] * asked[k];
      change += Math.abs(next - gamma[place + k]);
      gamma[place + k] = next;
    }
    if (sweep >= limits.sweeps || change < enough) return sweep;
  }
}

/** Adds what a document asks of the topics under its gamma to the statistics. */
export function collectDocument(
  ws: TopicWorkspace,
  { starts, words, counts }: Bags,
  d: number,
  gamma: Float64Array,
  place: number,
): void {
  const { expTopics, expShares, statistics } = ws;
  const K = expShares.length;
  for (let k = 0; k < K; k++) expShares[k] = expDigamma(gamma[place + k]);
  for (let at = starts[d]; at < starts[d + 1]; at++) {
    const row = words[at] * K;
    let sum = 0;
    for (let k = 0; k < K; k++) sum += expShares[k] * expTopics[row + k];
    const weight = counts[at] / sum;
    for (let k = 0; k < K; k++) statistics[row + k] += weight * expShares[k] * expTopics[row + k];
  }
}

/**
 * Visits documents: gamma of each, then its expected counts. Half a pass of CAVI, or a part of one,
 * or a batch.
 *
 * @param documents their numbers; null for all
 * @param from of those, the first
 * @param to and the one after the last
 */
export function visitDocuments(
  ws: TopicWorkspace,
  corpus: Corpus,
  { gamma, alpha, topics: K }: TopicState,
  documents: ArrayLike<number> | null = null,
  from = 0,
  to = documents?.length ?? documentsIn(corpus),
  limits = PASS_LIMITS,
): void {
  for (let i = from; i < to; i++) {
    const d = documents ? documents[i] : i;
    fitDocument(ws, corpus, d, gamma, d * K, alpha, limits);
    collectDocument(ws, corpus, d, gamma, d * K);
  }
}

/**
 * The other half: lambda moves the fraction `rho` of the way to eta + scale * statistics, which begin
 * again from 0. Locked topics stay.
 *
 * @param rho 1 is the update of CAVI
 * @param scale documents of the corpus for each document visited
 */
export function moveTopics(
  ws: TopicWorkspace,
  corpus: Corpus,
  state: TopicState,
  rho = 1,
  scale = 1,
): void {
  const { statistics } = ws;
  const { topics: K, lambda, eta, locked } = state;
  const V = corpus.vocabulary.length;
  for (let k = 0; k < K; k++) {
    if (locked[k]) continue;
    for (let v = 0; v < V; v++) {
      const at = k * V + v;
      lambda[at] = (1 - rho) * lambda[at] + rho * (eta + scale * statistics[v * K + k]);
    }
  }
  statistics.fill(0);
  refreshTopics(ws, corpus, state);
}

/** rho_t = (tau + t)^-kappa, with t counted from 0. At most 1 for tau >= 1. */
export const stepSize = (t: number, tau: number, kappa: number): number => (tau + t) ** -kappa;

/**
 * q(z) of the words of a document under its gamma: for each of its pairs K numbers that sum to 1.
 */
export function responsibilities(
  { expTopics }: TopicWorkspace,
  { starts, words }: Bags,
  d: number,
  gamma: ArrayLike<number>,
): Float64Array {
  const K = gamma.length;
  const expShares = Float64Array.from(gamma, expDigamma);
  const out = new Float64Array((starts[d + 1] - starts[d]) * K);
  for (let at = starts[d]; at < starts[d + 1]; at++) {
    const place = (at - starts[d]) * K;
    let sum = 0;
    for (let k = 0; k < K; k++) {
      out[place + k] = expShares[k] * expTopics[words[at] * K + k];
      sum += out[place + k];
    }
    for (let k = 0; k < K; k++) out[place + k] /= sum;
  }
  return out;
}
