/** Topics as arrays. */
import { responsibilities } from '../../../inference/topics/passes.ts';
import { meanShares } from '../../../inference/topics/state.ts';
import type { NamedArrays } from '../../engine.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import { float64, int32 } from '../../shared/engine/arrays.ts';
import type { Asked } from './answers.ts';
import { meanTopics } from './topicTable.ts';

export function topicsArraysOf(asked: Asked, heldOut: Int32Array): NamedArrays {
  const { data, bags, state, ws } = asked;
  const { lambda, alpha, eta } = state;
  const gamma = asked.gamma();
  const [K, V, D] = [alpha.length, data.vocabulary.length, data.rows];
  const pairs = bags.words.length;
  const most = new Int32Array(pairs);
  const confidence = new Float64Array(pairs);
  for (let d = 0; d < D; d++) {
    const from = bags.starts[d];
    const shares = responsibilities(ws, bags, d, gamma.subarray(d * K, (d + 1) * K));
    likeliest(shares, K).forEach((k, at) => {
      most[from + at] = k;
      confidence[from + at] = shares[at * K + k];
    });
  }
  return {
    lambda: float64(lambda, K, V),
    gamma: float64(gamma, D, K),
    alpha: float64(alpha, K),
    eta: float64([eta]),
    beta: float64(meanTopics(data, state), K, V),
    theta: float64(meanShares(gamma, K), D, K),
    vocabulary: { data: data.vocabulary, shape: [V] },
    documents: { data: data.titles, shape: [D] },
    doc_starts: int32(bags.starts, D + 1),
    doc_words: int32(bags.words, pairs),
    doc_counts: int32(bags.counts, pairs),
    held_out: int32(heldOut, heldOut.length),
    ...(data.tables && { tables: int32(data.tables, V) }),
    pins: int32(state.pins, V),
    assignments: int32(most, pairs),
    confidence: float64(confidence, pairs),
  };
}
