/** Changes of topics by hand: each makes a new state of a state, which stays as it is. */
import { addFrequencies, type Bags, distanceFrom, documentsIn } from './corpus.ts';
import type { TopicState } from './state.ts';

/** Keeps the topics with the given places. @param gamma replaces the shares of those that stay */
function kept(state: TopicState, places: readonly number[]): TopicState {
  const { topics: K, lambda, gamma, pins } = state;
  const V = lambda.length / K;
  const D = gamma.length / K;
  const out = {
    topics: places.length,
    ids: Int32Array.from(places, (k) => state.ids[k]),
    lambda: new Float64Array(places.length * V),
    gamma: new Float64Array(places.length * D),
    alpha: Float64Array.from(places, (k) => state.alpha[k]),
    eta: state.eta,
    locked: Int32Array.from(places, (k) => state.locked[k]),
    pins: pins.map((pin) => places.indexOf(pin)),
  };
  places.forEach((k, place) => {
    out.lambda.set(lambda.subarray(k * V, (k + 1) * V), place * V);
    for (let d = 0; d < D; d++) out.gamma[d * places.length + place] = gamma[d * K + k];
  });
  return out;
}

const placesBut = ({ topics }: TopicState, left: number): number[] =>
  Array.from({ length: topics }, (_, k) => k).filter((k) => k !== left);

/** Words and documents of topic `from` go to topic `into`; K falls by 1. */
export function mergeTopics(state: TopicState, from: number, into: number): TopicState {
  const { topics: K, lambda, gamma, alpha, eta, pins } = state;
  const V = lambda.length / K;
  const joined = { ...state, lambda: lambda.slice(), gamma: gamma.slice() };
  for (let v = 0; v < V; v++) joined.lambda[into * V + v] += lambda[from * V + v] - eta;
  for (let at = 0; at < gamma.length; at += K)
    joined.gamma[at + into] += gamma[at + from] - alpha[from];
  return kept(
    { ...joined, pins: pins.map((pin) => (pin === from ? into : pin)) },
    placesBut(state, from),
  );
}

/** The words of topic `k` in each document go to the others in proportion to theirs; K falls by 1. */
export function removeTopic(state: TopicState, k: number): TopicState {
  const { topics: K, gamma, alpha } = state;
  const shared = gamma.slice();
  for (let at = 0; at < gamma.length; at += K) {
    let others = 0;
    for (let j = 0; j < K; j++) if (j !== k) others += gamma[at + j];
    const freed = gamma[at + k] - alpha[k];
    for (let j = 0; j < K; j++) if (j !== k) shared[at + j] += (freed * gamma[at + j]) / others;
  }
  return kept({ ...state, gamma: shared }, placesBut(state, k));
}

/**
 * Topic `k` becomes two: of the documents with much of it, two that differ most in their words are
 * what the halves lean towards. K grows by 1; the new topic is the last, with a new id.
 */
export function splitTopic(corpus: Bags, state: TopicState, k: number): TopicState {
  const { topics: K, lambda, gamma, eta } = state;
  const V = lambda.length / K;
  const D = gamma.length / K;
  const grown = kept(state, [...placesBut(state, -1), k]);
  const [one, other] = opposites(corpus, state, k);
  for (let v = 0; v < V; v++) {
    const excess = lambda[k * V + v] - eta;
    // Words that neither has go half and half; no share is 0 or 1, so that nothing is decided for good.
    const share = (0.1 + one[v] * LEANING) / (0.2 + (one[v] + other[v]) * LEANING);
    grown.lambda[k * V + v] = eta + share * excess;
    grown.lambda[K * V + v] = eta + (1 - share) * excess;
  }
  for (let d = 0; d < D; d++) {
    const half = (gamma[d * K + k] - state.alpha[k]) / 2;
    grown.gamma[d * (K + 1) + k] = state.alpha[k] + half;
    grown.gamma[d * (K + 1) + K] = state.alpha[k] + half;
  }
  const ids = grown.ids.slice();
  ids[K] = state.ids.reduce((a, b) => Math.max(a, b), -1) + 1;
  const locked = grown.locked.slice();
  locked[K] = 0;
  return { ...grown, ids, locked };
}

/** Documents that are compared for a split. */
const COMPARED = 40;
const LEANING = 100;

/** The two that are farthest apart; one twice where there is no other. */
function opposites(corpus: Bags, { topics: K, gamma, lambda }: TopicState, k: number) {
  const V = lambda.length / K;
  const most = Array.from({ length: documentsIn(corpus) }, (_, d) => d)
    .sort((a, b) => gamma[b * K + k] - gamma[a * K + k])
    .slice(0, COMPARED);
  const frequencies = most.map((d) => {
    const out = new Float64Array(V);
    addFrequencies(corpus, d, out);
    return out;
  });
  let best = [0, Math.min(1, most.length - 1)];
  let farthest = -1;
  for (let i = 0; i < most.length; i++)
    for (let j = 0; j < i; j++) {
      const apart = distanceFrom(corpus, most[i], frequencies[j]);
      if (apart > farthest) [farthest, best] = [apart, [i, j]];
    }
  return best.map((i) => frequencies[i] ?? new Float64Array(V));
}

/** A topic's words stay as they are from now on, or move again. */
export const withLock = (state: TopicState, k: number, isLocked: boolean): TopicState => ({
  ...state,
  locked: state.locked.map((was, j) => (j === k ? Number(isLocked) : was)),
});

/** Arrays of its own, for what a pass changes. */
export const copyOf = (state: TopicState): TopicState => ({
  ...state,
  lambda: state.lambda.slice(),
  gamma: state.gamma.slice(),
});
