import type { Dataset } from '../../datasets/dataset.ts';
import type { TopicsSnapshot } from './snapshot.ts';

/** A snapshot as nested plain arrays, for scripts, tests and exports. */
export function plainTopicsSnapshot(snapshot: TopicsSnapshot, dataset: Dataset) {
  const { topics, beta, shares, courses, ...figures } = snapshot;
  const vocabulary = dataset.kind === 'documents' ? dataset.vocabulary : [];
  const rowsOf = (values: Float32Array | null, columns: number) =>
    values &&
    Array.from({ length: values.length / columns }, (_, row) =>
      Array.from(values.subarray(row * columns, (row + 1) * columns)),
    );
  return {
    ...figures,
    topics: topics.map(({ top, match, ...topic }) => ({
      ...topic,
      match: match && { ...match },
      top: top.map(({ word, ...its }) => ({ word: vocabulary[word] ?? String(word), ...its })),
    })),
    beta: rowsOf(beta, vocabulary.length),
    shares: rowsOf(shares, topics.length),
    courses: courses.map(({ algorithm, documentsSeen, elbo, perplexity }) => ({
      algorithm,
      documentsSeen: Array.from(documentsSeen),
      elbo: Array.from(elbo),
      perplexity: perplexity && Array.from(perplexity),
    })),
  };
}
