import { createRandom, type Random } from '../../math/random.ts';
import { topicBound } from './bound.ts';
import { type Corpus, checkCorpus } from './corpus.ts';
import {
  createTopicWorkspace,
  moveTopics,
  refreshTopics,
  type TopicWorkspace,
  visitDocuments,
} from './passes.ts';
import { type Priors, startingState, type TopicState } from './state.ts';

/** A corpus from documents as lists of words. */
export function corpusOf(
  documents: readonly (readonly number[])[],
  vocabulary: number,
  tables: Int32Array | null = null,
): Corpus {
  const starts = [0];
  const words: number[] = [];
  const counts: number[] = [];
  for (const document of documents) {
    const bag = new Map<number, number>();
    for (const word of [...document].sort((a, b) => a - b)) bag.set(word, (bag.get(word) ?? 0) + 1);
    words.push(...bag.keys());
    counts.push(...bag.values());
    starts.push(words.length);
  }
  return {
    starts: Int32Array.from(starts),
    words: Int32Array.from(words),
    counts: Int32Array.from(counts),
    vocabulary: { length: vocabulary },
    tables,
  };
}

/** Up to 8 documents, some empty, of up to 12 words each. */
export function anyCorpus(random: Random): Corpus {
  const vocabulary = 1 + random.integer(9);
  const documents = Array.from({ length: 1 + random.integer(8) }, () =>
    Array.from({ length: random.integer(13) }, () => random.integer(vocabulary)),
  );
  const tables =
    random.uniform() < 0.3
      ? Int32Array.from({ length: vocabulary }, (_, v) => Math.floor(v / 2))
      : null;
  return corpusOf(documents, vocabulary, tables);
}

/** Topics that lean at random towards some words. */
export function randomTopics(
  corpus: Corpus,
  topics: number,
  priors: Priors,
  random: Random,
): TopicState {
  const lambda = new Float64Array(topics * corpus.vocabulary.length);
  for (let at = 0; at < lambda.length; at++) lambda[at] = priors.eta + 1 + random.uniform();
  return startingState(corpus, lambda, priors);
}

/** A pass of CAVI over all documents. */
export function caviPass(ws: TopicWorkspace, corpus: Corpus, state: TopicState): void {
  visitDocuments(ws, corpus, state);
  moveTopics(ws, corpus, state);
}

/** Passes until the bound rises no more. */
export function converge(corpus: Corpus, state: TopicState) {
  const ws = createTopicWorkspace(corpus, state.topics);
  refreshTopics(ws, corpus, state);
  let bound = topicBound(ws, corpus, state);
  for (let pass = 0; pass < 20_000; pass++) {
    const before = bound.total;
    caviPass(ws, corpus, state);
    bound = topicBound(ws, corpus, state);
    if (bound.total - before < 1e-13 * Math.abs(before)) break;
  }
  return { ws, bound, state };
}

/** The best of several random starts. */
export function bestFit(
  corpus: Corpus,
  topics: number,
  priors: Priors,
  random: Random,
  starts = 8,
) {
  return Array.from({ length: starts }, () =>
    converge(corpus, randomTopics(corpus, topics, priors, random)),
  ).reduce((best, fit) => (fit.bound.total > best.bound.total ? fit : best));
}

/** A small random corpus with random priors and topics. */
export function randomProblem(seed: number) {
  const random = createRandom(seed);
  const corpus = anyCorpus(random);
  checkCorpus(corpus);
  const topics = 1 + random.integer(4);
  const priors = {
    alpha: Float64Array.from({ length: topics }, () => 10 ** (2 * random.uniform() - 1.5)),
    eta: 10 ** (2 * random.uniform() - 1.5),
  };
  const state = randomTopics(corpus, topics, priors, random);
  const ws = createTopicWorkspace(corpus, topics);
  return { random, corpus, topics, priors, state, ws };
}

/**
 * By how much the bound falls at most in half a pass (0 or below), relative to its size, in so many random
 * corpora, with pins and locked topics too.
 */
export function largestFall(count: number): number {
  let fall = 0;
  for (let seed = 0; seed < count; seed++) {
    const { random, corpus, topics, state, ws } = randomProblem(seed);
    if (random.uniform() < 0.5) {
      state.locked[random.integer(topics)] = 1;
      state.pins[random.integer(corpus.vocabulary.length)] = random.integer(topics);
    }
    refreshTopics(ws, corpus, state);
    let last = topicBound(ws, corpus, state).total;
    for (let half = 0; half < 20; half++) {
      if (half % 2 === 0) visitDocuments(ws, corpus, state);
      else moveTopics(ws, corpus, state);
      const { total } = topicBound(ws, corpus, state);
      fall = Math.min(fall, (total - last) / Math.max(1, Math.abs(last)));
      last = total;
    }
  }
  return fall;
}
