import { columnsCsv } from '../../../files/exportCsv.ts';
import type { LabController } from '../../../store/controller.ts';
import { type LabExports, table } from '../../shared/keeping/labExports.ts';
import type { TopicsSnapshot } from '../snapshot.ts';
import { detailsOf } from './compare/detailsOf.ts';
import { looksOfKept, shownNames } from './looks.ts';

/** An array of the model, where frames leave it out. */
async function arrayOf(controller: LabController, name: 'beta' | 'theta'): Promise<Float32Array> {
  const { arrays } = await controller.ask((api) => api.arrays());
  return Float32Array.from(arrays[name].data, Number);
}

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
        return { ...snapshot, beta: await arrayOf(controller, 'beta') };
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
      async (snapshot, controller) =>
        snapshot.shares ? snapshot : { ...snapshot, shares: await arrayOf(controller, 'theta') },
    ),
    table<TopicsSnapshot>(
      'Course',
      'ELBO and held-out perplexity over the documents seen as CSV',
      ({ courses }) => {
        const rows = courses.flatMap(({ algorithm, documentsSeen, elbo, perplexity }) =>
          Array.from(elbo, (value, i) => ({
            ...{ algorithm, seen: documentsSeen[i], elbo: value },
            perplexity: perplexity?.[i] ?? Number.NaN,
          })),
        );
        return columnsCsv([
          { name: 'algorithm', values: rows.map(({ algorithm }) => algorithm) },
          { name: 'documents seen', values: rows.map(({ seen }) => seen) },
          { name: 'ELBO per word', values: rows.map(({ elbo }) => elbo) },
          { name: 'held-out perplexity', values: rows.map(({ perplexity }) => perplexity) },
        ]);
      },
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
  detailsOf: (snapshot: TopicsSnapshot, seen) =>
    detailsOf(snapshot, seen.dataset, looksOfKept(snapshot, seen)),
  curve: ({ courses: [{ documentsSeen, elbo }] }: TopicsSnapshot) => ({
    xs: Float64Array.from(documentsSeen),
    values: Float64Array.from(elbo),
  }),
};
