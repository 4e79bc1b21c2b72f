/** What is known of topics and documents: q(beta) and q(theta), both Dirichlet, and their priors. */
import { type Bags, type Corpus, documentsIn, lengthOf } from './corpus.ts';

/** A parameter of a prior; below it, exp(digamma) comes near to what a double can hold. */
const LEAST_PRIOR = 0.005;
export const NO_TOPIC = -1;

/** K topics, V words, D documents. */
export interface TopicState {
  readonly topics: number;
  /** K: a topic keeps its id as long as it lives. */
  readonly ids: Int32Array;
  /** K x V: q(beta_k) = Dirichlet(lambda_k), one for each table. */
  readonly lambda: Float64Array;
  /** D x K: q(theta_d) = Dirichlet(gamma_d). */
  readonly gamma: Float64Array;
  /** K: prior of the shares of a document. */
  readonly alpha: Float64Array;
  /** Prior of each word in each topic. */
  readonly eta: number;
  /** K: 1 where a topic's words do not change any more. */
  readonly locked: Int32Array;
  /** V: the only topic (0..K-1) that a word may come from, NO_TOPIC where it is free. */
  readonly pins: Int32Array;
}

export interface Priors {
  /** One number for all topics, or K. */
  readonly alpha: number | ArrayLike<number>;
  readonly eta: number;
}

/** Throws a RangeError that names a prior that is too small or not a number. */
function checkedAlpha({ alpha, eta }: Priors, topics: number): Float64Array {
  const all =
    typeof alpha === 'number' ? new Float64Array(topics).fill(alpha) : Float64Array.from(alpha);
  if (all.length !== topics)
    throw new RangeError(`There are ${all.length} values of alpha for ${topics} topics.`);
  for (const prior of [...all, eta])
    if (!(prior >= LEAST_PRIOR && Number.isFinite(prior)))
      throw new RangeError(`A prior is ${prior}; it must be at least ${LEAST_PRIOR}.`);
  return all;
}

/**
 * Topics as they start: nothing is locked or pinned, and a document has all topics in equal parts.
 *
 * @param lambda K x V, kept. Throws a RangeError as `checkedAlpha`.
 */
export function startingState(corpus: Corpus, lambda: Float64Array, priors: Priors): TopicState {
  const V = corpus.vocabulary.length;
  const topics = lambda.length / V;
  const alpha = checkedAlpha(priors, topics);
  return {
    topics,
    ids: Int32Array.from(alpha, (_, k) => k),
    lambda,
    gamma: freshShares(corpus, alpha),
    alpha,
    eta: priors.eta,
    locked: new Int32Array(topics),
    pins: new Int32Array(V).fill(NO_TOPIC),
  };
}

/** D x K: shares as they start, each topic with the same part of a document's words. */
export function freshShares(bags: Bags, alpha: Float64Array): Float64Array {
  const D = documentsIn(bags);
  const K = alpha.length;
  const gamma = new Float64Array(D * K);
  for (let d = 0; d < D; d++) {
    const part = lengthOf(bags, d) / K;
    for (let k = 0; k < K; k++) gamma[d * K + k] = alpha[k] + part;
  }
  return gamma;
}

/** D x K: E[theta], each row of gamma over its sum. */
export function meanShares(gamma: Float64Array, K: number): Float64Array {
  const shares = gamma.slice();
  for (let from = 0; from < gamma.length; from += K) {
    let all = 0;
    for (let k = from; k < from + K; k++) all += gamma[k];
    for (let k = from; k < from + K; k++) shares[k] /= all;
  }
  return shares;
}
