import { describe, expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { exactEvidence, singleTopicEvidence } from './bound.ts';
import {
  anyCorpus,
  bestFit,
  caviPass,
  converge,
  corpusOf,
  largestFall,
  randomProblem,
  randomTopics,
} from './corpora.fixture.ts';
import {
  checkCorpus,
  documentsIn,
  halves,
  takeDocuments,
  tokensIn,
  withoutWords,
} from './corpus.ts';
import golden from './golden/lda.json' with { type: 'json' };
import { heldOutPerplexity, unigramPerplexity, unseenWords } from './heldOut.ts';
import { createTopicWorkspace, refreshTopics, responsibilities } from './passes.ts';

const rows = (values: Float64Array, width: number) =>
  Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  );

/** Topics have no order: rows of both are put in the order of their largest parameter. */
const sorted = (table: readonly (readonly number[])[]) =>
  [...table].sort((a, b) => a.indexOf(Math.max(...a)) - b.indexOf(Math.max(...b)));

describe.each(golden)('golden case with $topics topics, alpha $alpha', (given) => {
  const corpus = corpusOf(given.documents, given.vocabulary);
  const { alpha, eta, topics, best } = given;

  it('finds the best bound, its topics and its perplexity', () => {
    const { bound, state } = bestFit(corpus, topics, { alpha, eta }, createRandom(1));
    expect(Math.abs(bound.total / best.elbo - 1)).toBeLessThan(topics === 1 ? 1e-12 : 1e-9);
    expect(Math.exp(-bound.total / tokensIn(corpus))).toBeCloseTo(best.perplexity, 6);
    const found = sorted(rows(state.lambda, given.vocabulary));
    sorted(best.lambda_).forEach((row, k) => {
      row.forEach((value, v) => {
        expect(found[k][v]).toBeCloseTo(value, 4);
      });
    });
  });

  it('has the exact evidence where it can be enumerated', () => {
    const exact = exactEvidence(corpus, new Float64Array(topics).fill(alpha), eta);
    if (given.logEvidence === null) expect(exact).toBeNull();
    else expect(exact).toBeCloseTo(given.logEvidence, 10);
  });
});

it('never lowers the bound in half a pass, on 500 random corpora, with pins and locked topics too', () => {
  expect(largestFall(500)).toBeGreaterThanOrEqual(-1e-9);
});

it('bounds the exact evidence from below, and is exact with one topic', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { corpus, topics, priors, state } = randomProblem(seed);
    const { bound } = converge(corpus, state);
    const exact = exactEvidence(corpus, priors.alpha, priors.eta);
    if (exact !== null) expect(bound.total).toBeLessThan(exact + 1e-9);
    const single = singleTopicEvidence(corpus, priors.eta);
    if (topics === 1) expect(bound.total).toBeCloseTo(single, 9);
    const exactSingle = exactEvidence(corpus, Float64Array.of(1), priors.eta);
    expect(single).toBeCloseTo(exactSingle ?? Number.NaN, 9);
  }
});

it('has the exact evidence of one topic however many words there are', () => {
  const corpus = corpusOf([Array(20_000).fill(0), Array(20_000).fill(1)], 2);
  const exact = exactEvidence(corpus, Float64Array.of(1), 0.1);
  expect(exact).toBe(singleTopicEvidence(corpus, 0.1));
  expect(exact).toBeLessThan(0);
});

it('keeps the words of a locked topic, and gives a pinned word to its topic alone', () => {
  const { corpus, state, ws } = { ...randomProblem(0), ...lockedCase() };
  const before = state.lambda.slice(0, 3);
  refreshTopics(ws, corpus, state);
  for (let i = 0; i < 30; i++) caviPass(ws, corpus, state);
  expect(state.lambda.slice(0, 3)).toEqual(before);
  // Word 2 is pinned to topic 1: topic 2 keeps the prior's weight of it.
  expect(state.lambda[2 * 3 + 2]).toBe(state.eta);
  const q = responsibilities(ws, corpus, 1, state.gamma.subarray(3, 6));
  expect(Array.from(q.subarray(3, 6))).toEqual([0, 1, 0]);
});

function lockedCase() {
  const corpus = corpusOf(
    [
      [0, 0, 1],
      [1, 2, 2],
    ],
    3,
  );
  const state = randomTopics(corpus, 3, { alpha: 0.3, eta: 0.2 }, createRandom(4));
  state.locked[0] = 1;
  state.pins[2] = 1;
  return { corpus, state, ws: createTopicWorkspace(corpus, 3) };
}

it('takes some of the documents, and leaves out words', () => {
  const corpus = corpusOf([[0, 0, 1], [], [1, 2, 2]], 3);
  const taken = takeDocuments(corpus, [2, 0]);
  expect({ ...corpus, ...taken }).toEqual(
    corpusOf(
      [
        [1, 2, 2],
        [0, 0, 1],
      ],
      3,
    ),
  );
  expect(withoutWords(corpus, Uint8Array.of(0, 1, 0))).toEqual(corpusOf([[0, 0], [], [2, 2]], 3));
});

it('hides half of the words of each document', () => {
  const random = createRandom(5);
  for (let i = 0; i < 50; i++) {
    const corpus = anyCorpus(random);
    const { seen, hidden } = halves(corpus, random);
    for (let d = 0; d < documentsIn(corpus); d++) {
      const inHalf = [seen, hidden].map((bags) =>
        bags.counts.subarray(bags.starts[d], bags.starts[d + 1]).reduce((a, b) => a + b, 0),
      );
      const all = corpus.counts.subarray(corpus.starts[d], corpus.starts[d + 1]);
      expect(inHalf[0] + inHalf[1]).toBe(all.reduce((a, b) => a + b, 0));
      expect(inHalf[0] - inHalf[1]).toBeOneOf([0, 1]);
    }
    checkCorpus({ ...corpus, ...seen });
    checkCorpus({ ...corpus, ...hidden });
  }
});

it('predicts hidden words with one topic as the frequencies of words do', () => {
  const random = createRandom(6);
  const corpus = corpusOf(
    [
      [0, 0, 1, 2, 2, 2, 3],
      [1, 1, 3, 0],
      [2, 3],
    ],
    5,
  );
  const heldOut = halves(corpusOf([[0, 1, 2, 3, 4, 4], []], 5), random);
  const { ws, state } = converge(corpus, randomTopics(corpus, 1, { alpha: 1, eta: 0.5 }, random));
  expect(heldOutPerplexity(ws, corpus, state, heldOut)).toBeCloseTo(
    unigramPerplexity(corpus, 0.5, heldOut),
    10,
  );
});

it('has no finite unigram perplexity where a hidden word does not occur in the corpus', () => {
  const corpus = corpusOf([[0, 0, 1, 2], [1]], 4);
  const hiding = (words: readonly number[]) => ({ seen: corpus, hidden: corpusOf([words], 4) });
  expect(unseenWords(corpus, hiding([0, 3, 3]))).toBe(2);
  expect(unigramPerplexity(corpus, 0, hiding([0, 3, 3]))).toBe(Number.POSITIVE_INFINITY);
  expect(unseenWords(corpus, hiding([0, 2]))).toBe(0);
  // Frequencies 2/5 and 1/5.
  expect(unigramPerplexity(corpus, 0, hiding([0, 2]))).toBeCloseTo((5 * 2.5) ** 0.5, 12);
});

it('names what is wrong with counts and priors', () => {
  const corpus = corpusOf([[0, 1], [1]], 2);
  const bad = (change: object) => () => checkCorpus({ ...corpus, ...change });
  expect(bad({ counts: Int32Array.of(1, 0, 1) })).toThrow('Document 0 has word 1 0 times.');
  expect(bad({ words: Int32Array.of(0, 2, 1) })).toThrow(
    'Document 0 has word 2; there are 2 words.',
  );
  expect(bad({ words: Int32Array.of(1, 0, 1) })).toThrow('The words of document 0 do not ascend.');
  expect(bad({ starts: Int32Array.of(0, 2) })).toThrow('Documents must start at 0 and end at 3.');
  expect(bad({ tables: Int32Array.of(1, 0) })).toThrow(
    'Tables must be 2 numbers from 0 that ascend.',
  );
  const start = (alpha: number | number[], eta: number) => () =>
    randomTopics(corpus, 2, { alpha, eta }, createRandom(1));
  expect(start(0, 1)).toThrow('A prior is 0; it must be at least 0.005.');
  expect(start(1, Number.NaN)).toThrow('A prior is NaN; it must be at least 0.005.');
  expect(start([1], 1)).toThrow('There are 1 values of alpha for 2 topics.');
});
