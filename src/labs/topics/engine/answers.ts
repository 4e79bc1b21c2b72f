/** Answers to what the page asks about a document, a word, or all topics at once. */
import type { Documents } from '../../../datasets/dataset.ts';
import { wordsIn } from '../../../datasets/texts/words.ts';
import { sharedAlleles } from '../../../inference/topics/ancestry/sharedAlleles.ts';
import { documentLikelihood, shareKl } from '../../../inference/topics/bound.ts';
import { type Bags, lengthOf } from '../../../inference/topics/corpus.ts';
import {
  type DocumentLimits,
  fitDocument,
  responsibilities,
  type TopicWorkspace,
} from '../../../inference/topics/passes.ts';
import { freshShares, meanShares, type TopicState } from '../../../inference/topics/state.ts';
import { digamma } from '../../../math/specialFunctions.ts';
import { symmetricEigen } from '../../../math/symmetricEigen.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import type {
  DocumentAnswer,
  DocumentsAnswer,
  DocumentsQuery,
  FoldInAnswer,
  MapAnswer,
  SharingAnswer,
  TimeAnswer,
  VocabularyAnswer,
  VocabularyQuery,
} from '../snapshot.ts';
import { meanTopics } from './topicTable.ts';

/** Rounds of a document's update that are kept; it has come to rest long before. */
const MOST_ROUNDS = 200;
const ONE_ROUND: DocumentLimits = { sweeps: 1, tolerance: 0 };
const AT_REST = 1e-6;

/** What is asked about: topics, with a workspace that is up to date, and all documents. */
export interface Asked {
  readonly data: Documents;
  /** The documents without stopped words, in the order of the data. */
  readonly bags: Bags;
  readonly stopped: Uint8Array;
  readonly state: TopicState;
  readonly ws: TopicWorkspace;
  /** D x K: shares of all documents; those held out are inferred first. */
  readonly gamma: () => Float64Array;
  /** K: the shares that training gave a document; null where it was held out. */
  readonly learned: (document: number) => Float64Array | null;
}

/**
 * The shares of one document as every picture has them, and its update from the start with the topics as they
 * are. Short of convergence the two differ. A document that was held out has the shares at rest.
 */
export function answerDocument(asked: Asked, document: number): DocumentAnswer {
  if (!(document >= 0 && document < asked.data.rows))
    throw new RangeError(
      `There is no document ${document}; they are counted from 0 to ${asked.data.rows - 1}.`,
    );
  const { bags, ws, learned } = asked;
  const update = updateOf(asked, bags, document);
  const gamma = learned(document);
  if (!gamma) return { kind: 'document', document, ...update };
  return {
    ...{ kind: 'document', document, ...update, gamma },
    logShares: logSharesOf(gamma),
    responsibilities: Float32Array.from(responsibilities(ws, bags, document, gamma)),
  };
}

/** K: E[log theta] under Dirichlet(gamma). */
function logSharesOf(gamma: Float64Array): Float64Array {
  const all = digamma(gamma.reduce((a, b) => a + b, 0));
  return gamma.map((value) => digamma(value) - all);
}

/** Its words in the vocabulary; the topics do not change. */
export function foldIn(asked: Asked, text: string): FoldInAnswer {
  const { vocabulary } = asked.data;
  const placeOf = new Map(vocabulary.map((word, v) => [word, v]));
  const counts = new Map<number, number>();
  let unknown = 0;
  for (const { word } of wordsIn(text)) {
    const v = placeOf.get(word);
    if (v === undefined) unknown += 1;
    else if (!asked.stopped[v]) counts.set(v, (counts.get(v) ?? 0) + 1);
  }
  const words = Int32Array.from([...counts.keys()].sort((a, b) => a - b));
  const bag: Bags = {
    starts: Int32Array.of(0, words.length),
    words,
    counts: words.map((v) => counts.get(v) ?? 0),
  };
  return { kind: 'foldIn', unknown, ...updateOf(asked, bag, 0) };
}

function updateOf({ ws, state }: Asked, bags: Bags, d: number) {
  const { alpha } = state;
  const [from, to] = [bags.starts[d], bags.starts[d + 1]];
  const counts = bags.counts.slice(from, to);
  const one: Bags = {
    starts: Int32Array.of(0, to - from),
    words: bags.words.slice(from, to),
    counts,
  };
  const gamma = freshShares(one, alpha);
  const gammas: number[] = [];
  const logs: number[] = [];
  const bounds: number[] = [];
  const note = () => {
    gammas.push(...gamma);
    logs.push(...logSharesOf(gamma));
    bounds.push(documentLikelihood(ws, one, 0, gamma, 0) - shareKl(gamma, 0, alpha));
  };
  note();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = gamma.slice();
    fitDocument(ws, one, 0, gamma, 0, alpha, ONE_ROUND);
    note();
    if (gamma.every((value, k) => Math.abs(value - before[k]) < AT_REST)) break;
  }
  return {
    words: one.words,
    counts,
    responsibilities: Float32Array.from(responsibilities(ws, one, 0, gamma)),
    gamma,
    logShares: logSharesOf(gamma),
    gammaSteps: Float64Array.from(gammas),
    logShareSteps: Float64Array.from(logs),
    boundSteps: Float64Array.from(bounds),
  };
}

/** By mean minus one standard deviation, so that a long document comes before a short one. */
export function answerDocuments(
  { state, gamma: sharesOf, bags, data }: Asked,
  { topic, count }: DocumentsQuery,
): DocumentsAnswer {
  const gamma = sharesOf();
  const { topics: K } = state;
  const k = placeOfTopic(state, topic);
  const means = new Float32Array(data.rows);
  const deviations = new Float32Array(data.rows);
  for (let d = 0; d < data.rows; d++) {
    let all = 0;
    for (let j = 0; j < K; j++) all += gamma[d * K + j];
    const mean = gamma[d * K + k] / all;
    means[d] = mean;
    deviations[d] = Math.sqrt((mean * (1 - mean)) / (all + 1));
  }
  const documents = Int32Array.from({ length: data.rows }, (_, d) => d)
    .filter((d) => lengthOf(bags, d) > 0)
    .sort((a, b) => means[b] - deviations[b] - (means[a] - deviations[a]) || a - b)
    .slice(0, Math.max(0, count));
  return {
    kind: 'documents',
    topic,
    documents,
    shares: Float32Array.from(documents, (d) => means[d]),
    deviations: Float32Array.from(documents, (d) => deviations[d]),
  };
}

export function placeOfTopic({ ids }: TopicState, topic: number): number {
  const k = ids.indexOf(topic);
  if (k >= 0) return k;
  throw new RangeError(`There is no topic ${topic}; there are ${Array.from(ids).join(', ')}.`);
}

export function answerVocabulary(
  { data, stopped, state, ws }: Asked,
  { search, count }: VocabularyQuery,
): VocabularyAnswer {
  const V = data.vocabulary.length;
  const { topics: K } = state;
  const occurrences = new Int32Array(V);
  const documents = new Int32Array(V);
  data.words.forEach((v, at) => {
    occurrences[v] += data.counts[at];
    documents[v] += 1;
  });
  const wanted = search.trim().toLowerCase();
  const found = Int32Array.from({ length: V }, (_, v) => v).filter((v) =>
    data.vocabulary[v].toLowerCase().includes(wanted),
  );
  const words = found
    .sort((a, b) => occurrences[b] - occurrences[a] || a - b)
    .slice(0, Math.max(0, count));
  const weights = topicWeights(state);
  const shares = new Float32Array(words.length * K);
  words.forEach((v, i) => {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += ws.expTopics[v * K + k] * weights[k];
    for (let k = 0; k < K; k++)
      shares[i * K + k] = sum > 0 ? (ws.expTopics[v * K + k] * weights[k]) / sum : 0;
  });
  return {
    kind: 'vocabulary',
    words,
    occurrences: Int32Array.from(words, (v) => occurrences[v]),
    documents: Int32Array.from(words, (v) => documents[v]),
    isStopped: Uint8Array.from(words, (v) => stopped[v]),
    shares,
    found: found.length,
  };
}

/** K: words that each topic has. */
function topicWeights({ topics: K, lambda }: TopicState): Float64Array {
  const V = lambda.length / K;
  return Float64Array.from({ length: K }, (_, k) => {
    let sum = 0;
    for (let v = 0; v < V; v++) sum += lambda[k * V + v];
    return sum;
  });
}

/**
 * Places whose distances are as near as a plane allows to the Jensen-Shannon distances of the topics
 * (classical scaling).
 */
export function answerMap({ state }: Asked): MapAnswer {
  const { topics: K, lambda, ids } = state;
  const V = lambda.length / K;
  const weights = topicWeights(state);
  const squares = new Float64Array(K * K);
  for (let i = 0; i < K; i++)
    for (let j = 0; j < i; j++) {
      let divergence = 0;
      for (let v = 0; v < V; v++) {
        const p = lambda[i * V + v] / weights[i];
        const q = lambda[j * V + v] / weights[j];
        const m = (p + q) / 2;
        divergence += (p * Math.log(p / m) + q * Math.log(q / m)) / 2;
      }
      squares[i * K + j] = squares[j * K + i] = Math.max(0, divergence);
    }
  const places = new Float32Array(K * 2);
  if (K > 1) {
    const means = Array.from({ length: K }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < K; j++) sum += squares[i * K + j];
      return sum / K;
    });
    const all = means.reduce((a, b) => a + b, 0) / K;
    const gram = squares.map(
      (square, at) => -(square - means[Math.floor(at / K)] - means[at % K] + all) / 2,
    );
    const vectors = new Float64Array(K * K);
    symmetricEigen(gram, vectors, K);
    const values = Array.from({ length: K }, (_, i) => gram[i * K + i]);
    const largest = values.map((_, i) => i).sort((a, b) => values[b] - values[a]);
    for (let axis = 0; axis < 2; axis++) {
      const column = largest[axis];
      // An axis has no direction: the first topic is on its positive side, in every frame.
      const scale = Math.sqrt(Math.max(0, values[column])) * (vectors[column] < 0 ? -1 : 1);
      for (let i = 0; i < K; i++) places[i * 2 + axis] = vectors[i * K + column] * scale;
    }
  }
  return { kind: 'map', ids: Array.from(ids), places };
}

/** Groups that are compared at most; the largest. */
const MOST_GROUPS = 12;

/**
 * Of the groups that the data name, or of the individuals of each cluster.
 *
 * @param learned the individuals that are not held out
 */
export function answerSharing(
  { data, state, gamma: sharesOf }: Asked,
  learned: Int32Array,
): SharingAnswer {
  if (data.tables === null) throw new RangeError('Only individuals share alleles.');
  const { topics: K, ids, eta } = state;
  const shares = meanShares(sharesOf(), K);
  const labels = data.labels ?? likeliest(shares, K);
  const sizes = new Map<number, number>();
  for (const d of learned) {
    const label = labels[d];
    if (label >= 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  }
  const groups = [...sizes.keys()]
    .sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b)
    .slice(0, MOST_GROUPS)
    .sort((a, b) => a - b);
  const placeOf = new Map(groups.map((group, at) => [group, at]));
  const places = Int32Array.from(labels, (label) => placeOf.get(label) ?? -1);
  return {
    ...{ kind: 'sharing', areClusters: data.labels === null },
    groups: data.labels === null ? groups.map((k) => ids[k]) : groups,
    ...sharedAlleles(data, shares, meanTopics(data, state), places, learned, eta),
  };
}

/** Periods at most: years, decades or more, as few as fit. */
const MOST_PERIODS = 40;
const PERIODS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Shares of the words of each period; `years` are where periods begin. */
export function answerTime({ data, state, gamma: sharesOf }: Asked): TimeAnswer {
  const gamma = sharesOf();
  const { topics: K, alpha } = state;
  const dates = data.dates ?? new Float64Array(0);
  const dated = Array.from(dates.keys()).filter((d) => !Number.isNaN(dates[d]));
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const d of dated) {
    first = Math.min(first, dates[d]);
    last = Math.max(last, dates[d]);
  }
  const width =
    PERIODS.find((years) => (last - first) / years < MOST_PERIODS) ??
    Math.ceil((last - first + 1) / MOST_PERIODS);
  const periodOf = (d: number) => Math.floor(dates[d] / width);
  const periods = [...new Set(dated.map(periodOf))].sort((a, b) => a - b);
  const placeOf = new Map(periods.map((period, i) => [period, i]));
  const shares = new Float32Array(periods.length * K);
  const documents = new Int32Array(periods.length);
  const totals = new Float64Array(periods.length);
  for (const d of dated) {
    const place = placeOf.get(periodOf(d)) ?? 0;
    documents[place] += 1;
    for (let k = 0; k < K; k++) {
      const words = gamma[d * K + k] - alpha[k];
      shares[place * K + k] += words;
      totals[place] += words;
    }
  }
  for (let at = 0; at < shares.length; at++)
    shares[at] /= Math.max(1e-9, totals[Math.floor(at / K)]);
  return {
    kind: 'time',
    years: Float64Array.from(periods, (period) => period * width),
    documents,
    shares,
  };
}
