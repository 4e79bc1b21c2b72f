/** The evidence lower bound of topics, with every normaliser, and the exact evidence where there is one. */

import { expDigamma } from '../../math/expDigamma.ts';
import { digamma, lgamma } from '../../math/specialFunctions.ts';
import { type Bags, type Corpus, documentsIn, occurrences, tableSizes } from './corpus.ts';
import type { TopicWorkspace } from './passes.ts';
import type { TopicState } from './state.ts';

/** In nats, of the whole corpus. total = likelihood - localKl - globalKl. */
export interface TopicBound {
  readonly total: number;
  /** Sum over words of log sum_k exp(E[log theta_dk] + E[log beta_kw]): q(z) is at its best. */
  readonly likelihood: number;
  /** Sum over documents of KL(q(theta_d) || p(theta_d)). */
  readonly localKl: number;
  /** Sum over topics of KL(q(beta_k) || p(beta_k)). */
  readonly globalKl: number;
}

/** The bound of lambda and gamma as they are. The workspace must be up to date with lambda. */
export function topicBound(ws: TopicWorkspace, corpus: Corpus, state: TopicState): TopicBound {
  const documents = documentsIn(corpus);
  let likelihood = 0;
  let localKl = 0;
  for (let d = 0; d < documents; d++) {
    likelihood += documentLikelihood(ws, corpus, d, state.gamma, d * state.topics);
    localKl += shareKl(state.gamma, d * state.topics, state.alpha);
  }
  const globalKl = topicKl(ws, corpus, state);
  return { total: likelihood - localKl - globalKl, likelihood, localKl, globalKl };
}

/** The likelihood part of one document. @param gamma its K numbers from `place` on */
export function documentLikelihood(
  { expTopics, expShares }: TopicWorkspace,
  { starts, words, counts }: Bags,
  d: number,
  gamma: Float64Array,
  place: number,
): number {
  const K = expShares.length;
  let all = 0;
  for (let k = 0; k < K; k++) {
    all += gamma[place + k];
    expShares[k] = expDigamma(gamma[place + k]);
  }
  let length = 0;
  let likelihood = 0;
  for (let at = starts[d]; at < starts[d + 1]; at++) {
    const row = words[at] * K;
    let sum = 0;
    for (let k = 0; k < K; k++) sum += expShares[k] * expTopics[row + k];
    likelihood += counts[at] * Math.log(sum);
    length += counts[at];
  }
  return likelihood - length * digamma(all);
}

/** KL(Dir(gamma) || Dir(alpha)) of the K numbers from `place` on. */
export function shareKl(gamma: Float64Array, place: number, alpha: Float64Array): number {
  let all = 0;
  let prior = 0;
  for (let k = 0; k < alpha.length; k++) {
    all += gamma[place + k];
    prior += alpha[k];
  }
  const logAll = digamma(all);
  let kl = lgamma(all) - lgamma(prior);
  for (let k = 0; k < alpha.length; k++) {
    const g = gamma[place + k];
    kl += lgamma(alpha[k]) - lgamma(g) + (g - alpha[k]) * (digamma(g) - logAll);
  }
  return kl;
}

function topicKl(
  { sums }: TopicWorkspace,
  corpus: Corpus,
  { topics: K, lambda, eta }: TopicState,
): number {
  const { tables } = corpus;
  const V = corpus.vocabulary.length;
  const sizes = tableSizes(corpus);
  const T = sizes.length;
  const logSums = sums.map(digamma);
  const logPrior = lgamma(eta);
  let kl = 0;
  for (let k = 0; k < K; k++) {
    for (let t = 0; t < T; t++) kl += lgamma(sums[k * T + t]) - lgamma(sizes[t] * eta);
    for (let v = 0; v < V; v++) {
      const l = lambda[k * V + v];
      const excess = l - eta;
      // Most words of most topics have no weight but the prior's.
      if (excess === 0) continue;
      kl +=
        logPrior - lgamma(l) + excess * (digamma(l) - logSums[k * T + (tables ? tables[v] : 0)]);
    }
  }
  return kl;
}

/** log p(w) of one topic for all documents, exactly: the bound of K = 1, in nats. */
export function singleTopicEvidence(corpus: Corpus, eta: number): number {
  const counts = occurrences(corpus, corpus.vocabulary.length);
  const sizes = tableSizes(corpus);
  const totals = Float64Array.from(sizes, (size) => size * eta);
  let log = 0;
  counts.forEach((count, v) => {
    if (count === 0) return;
    totals[corpus.tables ? corpus.tables[v] : 0] += count;
    log += lgamma(eta + count) - lgamma(eta);
  });
  totals.forEach((total, t) => {
    log += lgamma(sizes[t] * eta) - lgamma(total);
  });
  return log;
}

/** Assignments of words to topics that are summed at most. */
const MOST_ASSIGNMENTS = 2 ** 20;
/** Of one topic there is one assignment of any number of words; of more topics, few words have too many. */
const MOST_WORDS = 100;

/**
 * log p(w) of a tiny corpus, by the sum over all assignments of words to topics; null where there are
 * more than about a million. Shares and topics are integrated out along the way, word by word.
 */
export function exactEvidence(corpus: Corpus, alpha: Float64Array, eta: number): number | null {
  const K = alpha.length;
  const V = corpus.vocabulary.length;
  const documents: number[] = [];
  const words: number[] = [];
  for (let d = 0; d < documentsIn(corpus); d++)
    for (let at = corpus.starts[d]; at < corpus.starts[d + 1]; at++)
      for (let n = 0; n < corpus.counts[at]; n++) {
        documents.push(d);
        words.push(corpus.words[at]);
        if (K ** words.length > MOST_ASSIGNMENTS) return null;
      }
  // One assignment, of however many words: as a sum it would be too deep, and its product too small.
  if (words.length > MOST_WORDS) return singleTopicEvidence(corpus, eta);
  const sizes = tableSizes(corpus);
  const T = sizes.length;
  const allAlpha = alpha.reduce((sum, value) => sum + value, 0);
  const inDocument = new Float64Array(documentsIn(corpus) * K);
  const length = new Float64Array(documentsIn(corpus));
  const inTopic = new Float64Array(K * V);
  const inTable = new Float64Array(K * T);
  const sumFrom = (n: number): number => {
    if (n === words.length) return 1;
    const [d, v] = [documents[n], words[n]];
    const t = corpus.tables ? corpus.tables[v] : 0;
    let sum = 0;
    for (let k = 0; k < K; k++) {
      const share = (alpha[k] + inDocument[d * K + k]) / (allAlpha + length[d]);
      const word = (eta + inTopic[k * V + v]) / (sizes[t] * eta + inTable[k * T + t]);
      const add = (one: number) => {
        inDocument[d * K + k] += one;
        length[d] += one;
        inTopic[k * V + v] += one;
        inTable[k * T + t] += one;
      };
      add(1);
      sum += share * word * sumFrom(n + 1);
      add(-1);
    }
    return sum;
  };
  return Math.log(sumFrom(0));
}
