/** Topics against what generated documents were drawn from. */
import type { Documents } from '../../../datasets/dataset.ts';
import { tableCount } from '../../../inference/topics/corpus.ts';
import {
  createTopicWorkspace,
  type DocumentLimits,
  fitDocument,
  refreshTopics,
} from '../../../inference/topics/passes.ts';
import { meanShares, startingState, type TopicState } from '../../../inference/topics/state.ts';
import { bestMatching } from '../../shared/data/bestMatching.ts';
import type { Topic } from '../snapshot.ts';

/** A true topic is found where a topic is this near to it, in total variation. */
const FOUND = 0.2;
/** Topics times true topics times words that are compared in a frame at most. */
const MOST_COMPARED = 1_000_000;
/** Words, for each table, that true topics count as: they are certain. */
const CERTAIN = 1e9;
const FITTED: DocumentLimits = { sweeps: 200, tolerance: 1e-6 };

/**
 * For each topic the true one it is matched with, and their total variation distance, over tables the
 * mean of theirs; null where there is none, or too much to compare.
 *
 * @param beta K x V
 */
export function matchTruth(data: Documents, beta: Float64Array): Topic['match'][] {
  const { truth, vocabulary } = data;
  const V = vocabulary.length;
  const K = beta.length / V;
  if (!truth || truth.count * K * V > MOST_COMPARED) return new Array<null>(K).fill(null);
  const scale = 2 * tableCount(data);
  const alike = Array.from({ length: K }, (_, k) =>
    Array.from({ length: truth.count }, (_, j) => {
      let distance = 0;
      for (let v = 0; v < V; v++) distance += Math.abs(beta[k * V + v] - truth.topics[j * V + v]);
      return 1 - distance / scale;
    }),
  );
  return bestMatching(alike).map((j, k) =>
    j === null ? null : { truth: j, distance: 1 - alike[k][j] },
  );
}

/** How many true topics are found; null where none are known. @param beta K x V */
export function topicsRecovered(data: Documents, beta: Float64Array): number | null {
  if (!data.truth) return null;
  return matchTruth(data, beta).filter((match) => match !== null && match.distance < FOUND).length;
}

/**
 * Mean absolute error of the shares of all documents, and what is left of it with the true topics and
 * the prior that the shares were drawn with; null where no true shares are known.
 *
 * @param gamma D x K
 * @param mixing alpha that the true shares were drawn with
 */
export function shareErrors(
  data: Documents,
  { topics: K }: TopicState,
  gamma: Float64Array,
  mixing: number,
): { readonly shareError: number | null; readonly oracleShareError: number | null } {
  const { truth, rows } = data;
  if (!truth) return { shareError: null, oracleShareError: null };
  const own = rowsOfShares(meanShares(gamma, K), K);
  const known = rowsOfShares(truth.shares, truth.count);
  // Topics have no order: they are matched by the shares themselves.
  const distances = own.map((row) => known.map((other) => distance(row, other)));
  const of = bestMatching(distances.map((row) => row.map((value) => -value)));
  const matched = of.reduce<number>((sum, j, k) => sum + (j === null ? 0 : distances[k][j]), 0);
  const oracle = rowsOfShares(oracleShares(data, truth.topics, truth.count, mixing), truth.count);
  const left = oracle.reduce((sum, row, k) => sum + distance(row, known[k]), 0);
  return {
    shareError: K === truth.count ? matched / (rows * K) : null,
    oracleShareError: left / (rows * truth.count),
  };
}

/** D x K: what is inferred of the shares where the topics are known. */
function oracleShares(data: Documents, topics: Float64Array, K: number, alpha: number) {
  const lambda = topics.map((beta) => beta * CERTAIN + 1);
  const state = startingState(data, lambda, { alpha, eta: 1 });
  const ws = createTopicWorkspace(data, K);
  refreshTopics(ws, data, state);
  for (let d = 0; d < data.rows; d++)
    fitDocument(ws, data, d, state.gamma, d * K, state.alpha, FITTED);
  return meanShares(state.gamma, K);
}

/** K rows of D, by topic. */
const rowsOfShares = (values: Float64Array, K: number): Float64Array[] =>
  Array.from({ length: K }, (_, k) =>
    Float64Array.from({ length: values.length / K }, (_, d) => values[d * K + k]),
  );

const distance = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, d) => sum + Math.abs(value - other[d]), 0);
