import { columnsCsv } from '../../../files/exportCsv.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import { topics } from '../lab.ts';
import type { ParametersQuery, TopicsSnapshot } from '../snapshot.ts';
import { shownNames } from './looks.ts';

const PARAMETERS: ParametersQuery = { kind: 'parameters' };

/** All words of topic k, the most frequent first: of pixels and alleles none is left out. */
function wordsOf({ beta, topics: { length } }: TopicsSnapshot, k: number) {
  const V = (beta?.length ?? 0) / length;
  return Array.from(beta?.subarray(k * V, (k + 1) * V) ?? [], (probability, word) => ({
    ...{ word, probability, lift: Number.NaN },
  })).toSorted((a, b) => b.probability - a.probability || a.word - b.word);
}

export const exports: LabExports = {
  pictures: [
    { value: 'topics', label: 'Topics' },
    { value: 'reader', label: 'Reader' },
    { value: 'documents', label: 'Documents' },
    { value: 'bound', label: 'ELBO' },
  ],
  tables: [
    table<TopicsSnapshot>(
      'Topics',
      'The most relevant words of each topic, or all pixels or alleles, as CSV',
      (snapshot, dataset, run) => {
        const names = shownNames(run);
        const rows = snapshot.topics.flatMap(({ share, top }, k) =>
          (top.length > 0 ? top : wordsOf(snapshot, k)).map((word, rank) => ({
            ...{ ...word, rank: rank + 1, name: names[k] ?? '', share },
          })),
        );
        return columnsCsv([
          { name: 'topic', values: rows.map(({ name }) => name) },
          { name: 'share', values: rows.map(({ share }) => share) },
          { name: 'rank', values: rows.map(({ rank }) => rank) },
          {
            name: 'word',
            values: rows.map(({ word }) =>
              dataset.kind === 'documents' ? dataset.vocabulary[word] : word,
            ),
          },
          { name: 'probability', values: rows.map(({ probability }) => probability) },
          { name: 'lift', values: rows.map(({ lift }) => lift) },
        ]);
      },
      async (snapshot, controller) => {
        if (snapshot.beta || snapshot.topics.some(({ top }) => top.length > 0)) return snapshot;
        const { beta } = await controller.inspect(topics, PARAMETERS);
        return { ...snapshot, beta: Float32Array.from(beta) };
      },
    ),
    table<TopicsSnapshot>(
      'Document shares',
      'Expected shares of the topics in each document as CSV',
      ({ topics: all, shares }, dataset, run) => {
        if (dataset.kind !== 'documents' || shares === null) return '';
        const names = shownNames(run);
        const K = all.length;
        return columnsCsv([
          { name: 'document', values: dataset.titles },
          ...all.map((_, k) => ({
            name: names[k] ?? '',
            values: Array.from({ length: dataset.rows }, (_unused, d) => shares[d * K + k]),
          })),
        ]);
      },
      async (snapshot, controller) => {
        if (snapshot.shares) return snapshot;
        const { gamma } = await controller.inspect(topics, PARAMETERS);
        return { ...snapshot, shares: Float32Array.from(inShares(gamma, snapshot.topics.length)) };
      },
    ),
    table<TopicsSnapshot>(
      'Course',
      'ELBO and held-out perplexity over the documents seen as CSV',
      ({ courses }) =>
        columnsCsv([
          {
            name: 'algorithm',
            values: courses.flatMap(({ algorithm, elbo }) =>
              Array.from(elbo, (): string => algorithm),
            ),
          },
          {
            name: 'documents seen',
            values: courses.flatMap((course) => Array.from(course.documentsSeen)),
          },
          { name: 'ELBO per word', values: courses.flatMap(({ elbo }) => Array.from(elbo)) },
          {
            name: 'held-out perplexity',
            values: courses.flatMap(({ perplexity, elbo }) =>
              perplexity ? Array.from(perplexity) : Array.from(elbo, () => Number.NaN),
            ),
          },
        ]),
    ),
  ],
  python: {
    notebook: async () => (await import('./notebook.ts')).notebook,
    more({ alpha: { shape } }, controller) {
      const names = shownNames(controller.run.getState());
      const all = Array.from({ length: shape[0] }, (_, k) => names[k] ?? `Topic ${k + 1}`);
      return { topics: { data: all, shape } };
    },
  },
  hasBound: false,
  curve: ({ courses: [{ documentsSeen, elbo }] }: TopicsSnapshot) => ({
    xs: Float64Array.from(documentsSeen),
    values: Float64Array.from(elbo),
  }),
};

/** D x K: E[theta]. */
const inShares = (gamma: Float64Array, K: number): Float64Array =>
  gamma.map((value, at) => {
    const d = Math.floor(at / K);
    let all = 0;
    for (let k = 0; k < K; k++) all += gamma[d * K + k];
    return value / all;
  });
