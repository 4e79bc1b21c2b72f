/** The figures of each topic: its share, its words, the true topic it is most like. */
import type { Documents } from '../../../datasets/dataset.ts';
import { type Corpus, occurrences, tableCount } from '../../../inference/topics/corpus.ts';
import type { TopicState } from '../../../inference/topics/state.ts';
import type { Topic, TopWord } from '../snapshot.ts';
import { matchTruth } from './truth.ts';

const TOP_WORDS = 20;

/** K x V: E[beta_kv]; rows, or each table in a row, sum to 1. */
export function meanTopics(corpus: Corpus, state: TopicState): Float64Array {
  const { tables, vocabulary } = corpus;
  const { topics: K, lambda } = state;
  const V = vocabulary.length;
  const T = tableCount(corpus);
  const beta = new Float64Array(K * V);
  const sums = new Float64Array(T);
  for (let k = 0; k < K; k++) {
    sums.fill(0);
    for (let v = 0; v < V; v++) sums[tables ? tables[v] : 0] += lambda[k * V + v];
    for (let v = 0; v < V; v++) beta[k * V + v] = lambda[k * V + v] / sums[tables ? tables[v] : 0];
  }
  return beta;
}

/** @param relevance weight of log p(w | topic) against log lift, 0..1 */
export function topicRows(
  data: Documents,
  corpus: Corpus,
  state: TopicState,
  relevance: number,
): Topic[] {
  const { topics: K, ids, locked } = state;
  const V = corpus.vocabulary.length;
  const beta = meanTopics(corpus, state);
  const shares = expectedShares(state);
  const counts = occurrences(corpus, V);
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const matches = matchTruth(data, beta);
  return Array.from({ length: K }, (_, k) => ({
    id: ids[k],
    share: shares[k],
    isLocked: locked[k] === 1,
    top:
      data.side === null && data.tables === null
        ? topWords(beta.subarray(k * V, (k + 1) * V), counts, all, relevance)
        : [],
    match: matches[k],
  }));
}

/** K: the expected fraction of all words, from what the documents ask for. */
function expectedShares({ topics: K, gamma, alpha }: TopicState): Float64Array {
  const shares = new Float64Array(K);
  let all = 0;
  for (let at = 0; at < gamma.length; at++) {
    const words = gamma[at] - alpha[at % K];
    shares[at % K] += words;
    all += words;
  }
  return shares.map((share) => (all > 0 ? Math.max(0, share / all) : 1 / K));
}

function topWords(
  beta: Float64Array,
  counts: Float64Array,
  all: number,
  relevance: number,
): TopWord[] {
  // Not sorted whole: most words are below the last at once.
  const best: { word: number; score: number }[] = [];
  for (let word = 0; word < beta.length; word++) {
    if (counts[word] === 0) continue;
    const log = Math.log(beta[word]);
    const score = relevance * log + (1 - relevance) * (log - Math.log(counts[word] / all));
    if (best.length === TOP_WORDS && score <= best[TOP_WORDS - 1].score) continue;
    let place = best.length;
    while (place > 0 && best[place - 1].score < score) place -= 1;
    best.splice(place, 0, { word, score });
    if (best.length > TOP_WORDS) best.pop();
  }
  return best.map(({ word }) => ({
    word,
    probability: beta[word],
    lift: beta[word] / (counts[word] / all),
  }));
}
