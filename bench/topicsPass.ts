/** A drawn corpus and passes of CAVI over it, for Node and the browser. */
import type { Corpus } from '../src/inference/topics/corpus.ts';
import {
  createTopicWorkspace,
  moveTopics,
  refreshTopics,
  visitDocuments,
} from '../src/inference/topics/passes.ts';
import { distantDocuments } from '../src/inference/topics/starts.ts';
import { drawDirichlet, drawIndex } from '../src/math/draws.ts';
import { createRandom } from '../src/math/random.ts';
import { SEED } from './config.ts';

export const PASS = {
  ...{ documents: 1000, length: 100, words: 2000, topics: 20 },
  ...{ alpha: 0.1, eta: 0.1 },
  /** Of each document in a pass, in every program; none stops earlier. */
  sweeps: 3,
  passes: 10,
  repeats: 7,
} as const;
const WARM_UP = 10;

/** Documents drawn from the model: topics of a few hundred words, documents of a few topics. */
export function drawnCorpus(): Corpus {
  const random = createRandom(SEED);
  const topics = Array.from({ length: PASS.topics }, () => drawDirichlet(0.1, PASS.words, random));
  const [starts, words, counts] = [[0], [] as number[], [] as number[]];
  for (let d = 0; d < PASS.documents; d++) {
    const shares = drawDirichlet(0.1, PASS.topics, random);
    const bag = new Map<number, number>();
    for (let n = 0; n < PASS.length; n++) {
      const word = drawIndex(topics[drawIndex(shares, random)], random);
      bag.set(word, (bag.get(word) ?? 0) + 1);
    }
    for (const [word, count] of [...bag].sort(([a], [b]) => a - b)) {
      words.push(word);
      counts.push(count);
    }
    starts.push(words.length);
  }
  return {
    starts: Int32Array.from(starts),
    words: Int32Array.from(words),
    counts: Int32Array.from(counts),
    ...{ vocabulary: { length: PASS.words }, tables: null },
  };
}

/** Milliseconds of a pass, several times. */
export function passMs(corpus: Corpus): readonly number[] {
  const { alpha, eta, topics, documents, sweeps } = PASS;
  const state = distantDocuments(corpus, topics, { alpha, eta }, createRandom(SEED));
  const ws = createTopicWorkspace(corpus, topics);
  refreshTopics(ws, corpus, state);
  const limits = { sweeps, tolerance: 0 };
  const passes = (count: number) => {
    for (let pass = 0; pass < count; pass++) {
      visitDocuments(ws, corpus, state, null, 0, documents, limits);
      moveTopics(ws, corpus, state);
    }
  };
  passes(WARM_UP);
  return Array.from({ length: PASS.repeats }, () => {
    const begun = performance.now();
    passes(PASS.passes);
    return (performance.now() - begun) / PASS.passes;
  });
}
