import { expect, it } from 'vitest';
import { createRandom } from '../../math/random.ts';
import { copyOf, mergeTopics, removeTopic, splitTopic, withLock } from './actions.ts';
import { topicBound } from './bound.ts';
import { anyCorpus, caviPass, converge, randomTopics } from './corpora.fixture.ts';
import { tokensIn } from './corpus.ts';
import { createTopicWorkspace, refreshTopics } from './passes.ts';
import type { TopicState } from './state.ts';

const TOPICS = 4;

function learned(seed: number) {
  const random = createRandom(seed);
  const corpus = anyCorpus(random);
  const priors = { alpha: [0.2, 0.4, 0.6, 0.8], eta: 0.3 };
  const { state } = converge(corpus, randomTopics(corpus, TOPICS, priors, random));
  return { corpus, state };
}

/** Words that topics and documents hold above their priors: those of the corpus, both. */
const words = ({ topics: K, lambda, gamma, alpha, eta }: TopicState) => [
  lambda.reduce((sum, value) => sum + value - eta, 0),
  gamma.reduce((sum, value, at) => sum + value - alpha[at % K], 0),
];

it.each([
  ['merging', 3, (state: TopicState) => mergeTopics(state, 1, 3), [0, 2, 3]],
  ['splitting', 5, null, [0, 1, 2, 3, 4]],
] as const)('%s keeps all words and the ids of the topics', (_, topics, change, ids) => {
  for (let seed = 0; seed < 20; seed++) {
    const { corpus, state } = learned(seed);
    const changed = change ? change(state) : splitTopic(corpus, state, 2);
    expect(changed.topics).toBe(topics);
    expect(Array.from(changed.ids)).toEqual(ids);
    for (const held of words(changed)) expect(held).toBeCloseTo(tokensIn(corpus), 6);
  }
});

it('removing a topic gives its words in the documents to the others', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { corpus, state } = learned(seed);
    const changed = removeTopic(state, 0);
    expect(Array.from(changed.ids)).toEqual([1, 2, 3]);
    expect(Array.from(changed.alpha)).toEqual([0.4, 0.6, 0.8]);
    expect(words(changed)[1]).toBeCloseTo(tokensIn(corpus), 6);
  }
});

it('leaves the state that it changes as it was', () => {
  const { corpus, state } = learned(3);
  const before = structuredClone(state);
  mergeTopics(state, 0, 1);
  removeTopic(state, 2);
  splitTopic(corpus, state, 1);
  withLock(state, 0, true);
  copyOf(state).lambda.fill(0);
  expect(state).toEqual(before);
});

it('merges a pin with its topic, and frees the pin of a removed one', () => {
  const { state } = learned(5);
  state.pins[0] = 1;
  expect(mergeTopics(state, 1, 3).pins[0]).toBe(2);
  expect(removeTopic(state, 1).pins[0]).toBe(-1);
});

it('goes on from a change without a fall of the bound', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { corpus, state } = learned(seed);
    for (const changed of [splitTopic(corpus, state, 0), mergeTopics(state, 0, 1)]) {
      const ws = createTopicWorkspace(corpus, changed.topics);
      refreshTopics(ws, corpus, changed);
      let last = topicBound(ws, corpus, changed).total;
      for (let pass = 0; pass < 10; pass++) {
        caviPass(ws, corpus, changed);
        const { total } = topicBound(ws, corpus, changed);
        expect(total).toBeGreaterThanOrEqual(last - 1e-9 * Math.abs(last));
        last = total;
      }
    }
  }
});
