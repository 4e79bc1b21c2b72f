/**
 * Perplexity of documents that no topic was learned from, by document completion: gamma of a document
 * is inferred from half of its words, with the topics fixed, and the other half is predicted:
 *
 * exp(- 1/N sum over the N hidden words of log sum_k E[theta_dk | seen words] E[beta_kw])
 */
import { type Bags, type Corpus, documentsIn, occurrences, tableSizes } from './corpus.ts';
import { type DocumentLimits, fitDocument, type TopicWorkspace } from './passes.ts';
import { freshShares, type TopicState } from './state.ts';

const LIMITS: DocumentLimits = { sweeps: 100, tolerance: 1e-4 };

export interface HeldOut {
  readonly seen: Bags;
  readonly hidden: Bags;
}

/** NaN where no word is hidden. The workspace must be up to date with lambda. */
export function heldOutPerplexity(
  ws: TopicWorkspace,
  corpus: Corpus,
  { topics: K, lambda, alpha }: TopicState,
  { seen, hidden }: HeldOut,
): number {
  const { sums } = ws;
  const { tables } = corpus;
  const V = corpus.vocabulary.length;
  const T = sums.length / K;
  const gamma = freshShares(seen, alpha);
  let log = 0;
  let tokens = 0;
  for (let d = 0; d < documentsIn(seen); d++) {
    fitDocument(ws, seen, d, gamma, d * K, alpha, LIMITS);
    let all = 0;
    for (let k = 0; k < K; k++) all += gamma[d * K + k];
    for (let at = hidden.starts[d]; at < hidden.starts[d + 1]; at++) {
      const v = hidden.words[at];
      const t = tables ? tables[v] : 0;
      let probability = 0;
      for (let k = 0; k < K; k++)
        probability += (gamma[d * K + k] * lambda[k * V + v]) / sums[k * T + t];
      log += hidden.counts[at] * Math.log(probability / all);
      tokens += hidden.counts[at];
    }
  }
  return tokens === 0 ? Number.NaN : Math.exp(-log / tokens);
}

/**
 * The same of the frequencies of words alone, whatever the document: (n_w + eta) / (N + V eta). With the
 * model's own eta this is what one topic for all documents predicts, K = 1. With eta 0 it is the unigram
 * model at its maximum of the likelihood, infinite where a hidden word does not occur in the corpus.
 */
export function unigramPerplexity(corpus: Corpus, eta: number, { hidden }: HeldOut): number {
  const counts = occurrences(corpus, corpus.vocabulary.length);
  const totals = Float64Array.from(tableSizes(corpus), (size) => size * eta);
  const tableOf = (v: number) => (corpus.tables ? corpus.tables[v] : 0);
  counts.forEach((count, v) => {
    totals[tableOf(v)] += count;
  });
  let log = 0;
  let tokens = 0;
  hidden.words.forEach((v, at) => {
    log += hidden.counts[at] * Math.log((counts[v] + eta) / totals[tableOf(v)]);
    tokens += hidden.counts[at];
  });
  return tokens === 0 ? Number.NaN : Math.exp(-log / tokens);
}

/** How many of the hidden words do not occur in the corpus. */
export function unseenWords(corpus: Corpus, { hidden }: HeldOut): number {
  const counts = occurrences(corpus, corpus.vocabulary.length);
  return hidden.words.reduce((sum, v, at) => sum + (counts[v] === 0 ? hidden.counts[at] : 0), 0);
}
